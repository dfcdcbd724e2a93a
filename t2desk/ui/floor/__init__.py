"""The speaker, the queue and the balance."""
