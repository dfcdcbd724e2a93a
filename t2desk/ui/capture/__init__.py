"""The capture line."""
