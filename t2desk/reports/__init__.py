"""Documents in, finished PDF bytes out, the same bytes every time."""
