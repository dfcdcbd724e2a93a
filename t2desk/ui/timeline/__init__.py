"""The pictures of a session: its turns on a line, and the balance over time."""
