"""The encrypted database: tables, one way to write, the log. Rows never leave."""
