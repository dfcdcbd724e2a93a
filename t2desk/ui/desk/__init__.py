"""The desk during a session: where each panel lies."""
