"""Keys: slots, the key header and its places, sealing, passphrases, process hardening."""
