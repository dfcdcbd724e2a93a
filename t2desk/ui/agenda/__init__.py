"""The agenda with its clock."""
