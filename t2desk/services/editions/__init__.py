"""Projections of the dossier into documents: one module an edition, built by inclusion."""
