"""The dress rehearsal: a fictional dialogue of two days, played through the real services."""
