"""Settings, and what t2desk does not protect from."""
