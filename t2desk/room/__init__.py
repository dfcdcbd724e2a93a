"""The room display: a process of its own that knows one card and nothing else."""
