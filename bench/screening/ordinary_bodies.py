"""Ordinary companies and ships: names put together as those in registers are, by country; nobody's on any list.

The seed alone tells which are made. Some are by chance those of a listed party: such namesakes are counted apart.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

SEED = 11
Chance = random.Random
Maker = Callable[[Chance], str]

_TABLE = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
_WORDS = {name: [word.strip() for word in words.replace("\n", " ").split("|")] for name, words in _TABLE.items()}
_OWNERS = ("MSC", "Maersk", "Stena", "Hafnia", "BW", "Torm", "CMA CGM", "Ever", "Nord", "Star", "Navios", "Cape", "STI")


def _one(*choices: Sequence[str]) -> Maker:
    """Give names of one word from each table."""
    return lambda chance: " ".join(chance.choice(words) for words in choices)


def _russian(chance: Chance) -> str:
    name = f"{chance.choice(_WORDS['slavic'])}{chance.choice(_WORDS['ends'])}"
    return chance.choice(("OOO {}", "{} LLC", "ZAO {}", "AO {}", "TOO {}", "{}")).format(name)


def _chinese(chance: Chance) -> str:
    name = "".join(chance.sample(_WORDS["chinese"], 2)).capitalize()
    return f"{chance.choice(_WORDS['cities'])} {name} {chance.choice(_WORDS['trades'])} Co., Ltd."


def _letters(chance: Chance) -> str:
    letters = "".join(chance.choice("ABCDEFGHIKLMNOPRSTVW") for _ in range(chance.choice((2, 3, 3))))
    return f"{letters} {chance.choice(_WORDS['trades'])} {chance.choice(('Ltd', 'Inc', 'GmbH', 'LLC', 'BV', 'SRL'))}"


def _partners(chance: Chance) -> str:
    first, second = chance.sample((*_WORDS["english"], *_WORDS["german"]), 2)
    return chance.choice((f"{first} & {second} LLP", f"{first} and Sons Ltd", f"{first} {second} Partners"))


def _numbered(chance: Chance) -> str:
    words = [
        chance.choice((*_WORDS["sea"], *_WORDS["women"])),
        *([chance.choice(_WORDS["sea"])] if chance.random() < 0.4 else []),
    ]
    return f"{' '.join(words)} {chance.choice(('2', '3', '7', '8', '12', '168', 'II', 'S', 'K'))}"


COMPANIES: Mapping[str, Maker] = {
    "english": _one(_WORDS["english"], _WORDS["trades"], ("Ltd", "Limited", "Inc.", "LLC", "PLC", "Corp")),
    "bright": _one(
        _WORDS["bright"], _WORDS["trades"], ("LLC", "Ltd", "FZE", "FZCO", "Co", "Group", "Pte Ltd", "Sdn Bhd")
    ),
    "german": _one(_WORDS["german"], _WORDS["trades"], ("GmbH", "AG", "GmbH & Co. KG", "KG", "Holding AG")),
    "romance": _one(
        _WORDS["romance"], _WORDS["trades"], ("SRL", "S.p.A.", "SARL", "S.A.", "Ltda", "SAS", "SA de CV", "Lda")
    ),
    "russian": _russian,
    "chinese": _chinese,
    "arabic": _one(
        ("Al", "Al-", "El"), _WORDS["arabic"], _WORDS["trades"], ("LLC", "Est", "Co", "WLL", "Company", "Group", "FZE")
    ),
    "persian": _one(_WORDS["persian"], _WORDS["persian"], _WORDS["trades"], ("Co", "Company", "PJS", "Co. Ltd")),
    "indian": _one(_WORDS["indian"], _WORDS["trades"], ("Pvt Ltd", "Private Limited", "Industries Ltd", "Enterprises")),
    "turkish": _one(
        _WORDS["turkish"], _WORDS["trades"], ("A.Ş.", "Ltd. Şti.", "Sanayi ve Ticaret A.Ş.", "Dış Ticaret Ltd Şti")
    ),
    "letters": _letters,
    "partners": _partners,
}
SHIPS: Mapping[str, Maker] = {
    "two words": _one(_WORDS["sea"], _WORDS["sea"]),
    "women": _one(_WORDS["women"]),
    "women of two": _one((*_WORDS["women"], "Lady", "Princess", "Queen", "Captain"), _WORDS["women"]),
    "owners": _one(_OWNERS, (*_WORDS["women"], *_WORDS["sea"])),
    "numbered": _numbered,
    "chinese": lambda chance: " ".join(
        [*chance.sample(_WORDS["chinese"], 2), chance.choice(("6", "9", "18", "168", "27"))]
    ),
}


def bodies(wanted: int, seed: int = SEED) -> list[str]:
    """Give so many different companies' names, as many of each kind."""
    return _made(COMPANIES, wanted, seed)


def ships(wanted: int, seed: int = SEED) -> list[str]:
    """Give so many different ships' names, as many of each kind."""
    return _made(SHIPS, wanted, seed)


def _made(makers: Mapping[str, Maker], wanted: int, seed: int) -> list[str]:
    chance = random.Random(seed)
    found: dict[str, None] = {}
    for _ in range(wanted * 20):
        for make in makers.values():
            if len(found) < wanted:
                found[make(chance).replace("- ", "-")] = None
    return list(found)
