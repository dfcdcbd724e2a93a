"""Looks for anything in a text that identifies a person of the roster."""
