"""What a user can do: functions that run in one transaction."""
