"""Asks nomenklatura's enricher about one person; prints whom it matches, and what it finds beside him."""

# mypy: ignore-errors
# Run by a Python that has nomenklatura, which need not be the one that checks types.

from __future__ import annotations

import sys
from pathlib import Path

from followthemoney import Dataset, StatementEntity
from nomenklatura.cache import Cache
from nomenklatura.db import make_session
from nomenklatura.enrich.yente import YenteEnricher


def main(api: str, folder: Path) -> None:
    """Match and expand."""
    dataset = Dataset.make({"name": "ours", "title": "Ours"})
    cache = Cache(make_session(f"sqlite:///{folder / 'cache.db'}"), dataset, create=True)
    config = {"type": "nomenklatura.enrich.yente:YenteEnricher", "api": api, "dataset": "default"}
    enricher = YenteEnricher(dataset, cache, config)
    asked = StatementEntity.from_data(dataset, {"id": "one", "schema": "Person", "properties": {}})
    asked.add("name", "Vladimir Putin")
    asked.add("birthDate", "1952-10-07")
    (best, *_others) = enricher.match(asked)
    sys.stdout.write(f"{best.schema.name} {best.caption}\n")
    for found in enricher.expand(asked, best):
        sys.stdout.write(f"{found.schema.name} {found.caption}\n")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
