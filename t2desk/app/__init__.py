"""Puts the pieces together and takes them apart; it and the command line alone know every package."""
