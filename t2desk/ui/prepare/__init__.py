"""Before the session: people, agenda, rule, pre-flight."""
