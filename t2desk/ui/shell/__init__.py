"""The window itself: it assembles panels, commands and chips."""
