"""Making, opening and unlocking a dossier; needs no database."""
