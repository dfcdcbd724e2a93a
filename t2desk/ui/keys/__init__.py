"""The ways into the open dossier: whose passphrases, the recovery code, the shares."""
