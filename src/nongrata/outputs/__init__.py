"""Command line, page and exports: thin, the same dossier in all of them."""
