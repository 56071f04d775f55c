"""Names altered anew, made as the shared evasion set was, from other lists: a check on what was tuned on that one."""

from __future__ import annotations

import random
from collections.abc import Iterable

from bench.screening.cases import Entity, Evasion, named
from bench.screening.peers import Peers
from nongrata.lists import ListFile

PERSONS = 250
SEED = 4
MOST_ALIASES = 6
FROM_OFAC = ("us_ofac_sdn", "us_ofac_cons", "us_csl")  # of which the shared set is made


def make_altered(files: Iterable[ListFile], peers: Peers) -> tuple[list[Evasion], dict[str, Entity]]:
    """Give altered names, and the persons that they were made from by their ids."""
    names = _persons(files)
    drawn = {key: names[key] for key in random.Random(SEED).sample(sorted(names), min(PERSONS, len(names)))}
    queries = [
        Evasion(
            query=case["query"],
            schema="Person",
            wanted=frozenset(filter(None, [case["id"]])),
            category=case["category"],
            source=case["source"],
        )
        for case in peers.altered(drawn)
    ]
    return queries, {key: named("Person", *texts) for key, texts in drawn.items()}


def _persons(files: Iterable[ListFile]) -> dict[str, list[str]]:
    """Give the names of each person that the lists name in Latin letters, the first name first."""
    found = {}
    for file in files:
        for listing in file.listings if file.version.list_id not in FROM_OFAC else ():
            texts = [name.text for name in listing.names if name.text.isascii() and name.kind != "weak"]
            if listing.schema == "Person" and listing.caption in texts and len(listing.caption.split()) > 1:
                key = f"{file.version.list_id}:{listing.designations[0].entity_id}"
                found[key] = list(dict.fromkeys((listing.caption, *texts)))[: 1 + MOST_ALIASES]
    return found
