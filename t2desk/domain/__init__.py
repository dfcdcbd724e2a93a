"""Frozen values and pure rules of a dialogue; standard library only."""
