"""A desk for confidential dialogues: agenda, floor, common ground and what was agreed about attribution."""

__version__ = "0.1.0"
