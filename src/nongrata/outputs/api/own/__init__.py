"""Our own routes, under /api/v1: stories, screening, parties, judgements, lists, jobs."""
