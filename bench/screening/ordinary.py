"""Ordinary people's names, drawn as often as they are borne: by a census, and from the usual names of many countries.

Runs in the peers' environment (peers.txt), which has the tables: `names` carries the family and given names of
the United States' census of 1990 with their shares, `faker` the usual names of other countries. The seed alone tells
which are drawn.
"""

from __future__ import annotations

import importlib
import random
from bisect import bisect
from collections.abc import Callable, Iterator
from pathlib import Path

SEED = 4
JOINED = ("ja_JP", "ko_KR", "zh_CN")  # the family's name first, with no space
LOCALES = (
    "ar_AA", "bg_BG", "cs_CZ", "de_DE", "en_IN", "en_NG", "es_MX", "fa_IR", "fr_FR", "hi_IN", "id_ID", "it_IT", "ja_JP",
    "ko_KR", "pl_PL", "pt_BR", "ro_RO", "ru_RU", "hr_HR", "tr_TR", "uk_UA", "vi_VN", "zh_CN", "az_AZ",
)  # fmt: skip


def census_names(wanted: int, seed: int = SEED) -> list[str]:
    """Give so many different names; every fifth has a middle name."""
    folder = Path(str(importlib.import_module("names").__file__)).parent
    family, women, men = (_drawer(folder / f"dist.{part}") for part in ("all.last", "female.first", "male.first"))
    rng = random.Random(seed)
    found: dict[str, None] = {}
    while len(found) < wanted:
        given = women if rng.random() < 0.5 else men
        parts = [given(rng), family(rng)]
        if rng.random() < 0.2:
            parts.insert(1, given(rng))
        found[" ".join(parts)] = None
    return list(found)


def world_names(wanted: int, seed: int = SEED) -> list[str]:
    """Give so many different names, as many of each country, written as there."""
    return list(dict.fromkeys(name for locale in LOCALES for name in _of_country(locale, wanted // len(LOCALES), seed)))


def _of_country(locale: str, wanted: int, seed: int) -> Iterator[str]:
    fake = importlib.import_module("faker").Faker(locale)
    fake.seed_instance(seed)
    found: dict[str, None] = {}
    for _ in range(wanted * 20):
        if len(found) < wanted:
            given, family = fake.first_name(), fake.last_name()
            found[f"{family}{given}" if locale in JOINED else f"{given} {family}"] = None
    yield from found


def _drawer(table: Path) -> Callable[[random.Random], str]:
    """Give what draws a name of this table by its share; the table's third column adds the shares up."""
    rows = [line.split() for line in table.read_text("ascii").splitlines()]
    names, upto = [row[0].title() for row in rows], [float(row[2]) for row in rows]
    return lambda rng: names[min(bisect(upto, rng.random() * upto[-1]), len(names) - 1)]
