"""Foreign files, parsed in a child process with limits and no key."""
