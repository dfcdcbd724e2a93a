"""Draft sections, previews and export."""
