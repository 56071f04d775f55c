"""A store of very many dossiers."""
