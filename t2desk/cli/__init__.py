"""The command line: one module a family of commands; no logic of its own."""
