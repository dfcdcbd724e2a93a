"""Sessions of the series, and search."""
