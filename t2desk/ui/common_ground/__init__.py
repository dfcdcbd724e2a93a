"""Points: the list, the detail, triage."""
