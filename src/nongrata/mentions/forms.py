"""Which finite form of a verb a word can be, by its letters and the lemmatizer's tables."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from nongrata.mentions.pipeline import load_words

_PARTICIPLES = ("ing", "n")  # "sending", "given", "torn": never finite
_AGAIN = "re"  # "reentered", "re-exports" are in no table
_SHORTEST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """The verbs that the lemmatizer knows, how they end, and the forms of those that end otherwise."""

    known: frozenset[str]
    endings: tuple[tuple[str, str], ...]
    irregular: frozenset[str]

    def tag(self, word: str) -> str | None:
        """Give the tag that a word has as a finite verb: "exports" VBZ, "supplied" VBD, "fund" VBP, "the" none."""
        if len(word) < _SHORTEST or not (word.isalpha() and word.islower()):
            return None
        if word in self.irregular:
            return None if word.endswith(_PARTICIPLES) else ("VBZ" if word.endswith("s") else "VBD")
        for ending, stem in self.endings:
            if word.endswith(ending) and word.removesuffix(ending) + stem in self.known:
                return "VBD" if ending == "ed" else "VBZ"
        if word in self.known:
            return "VBP"
        return self.tag(word.removeprefix(_AGAIN)) if word.startswith(_AGAIN) else None


@lru_cache(maxsize=1)
def load_forms() -> Forms:
    """Give what the lemmatizer's tables tell of verbs."""
    tables = load_words().lemmatizer.lookups
    rules = tables.get_table("lemma_rules")["verb"]
    return Forms(
        known=frozenset(tables.get_table("lemma_index")["verb"]),
        endings=tuple((ending, stem) for ending, stem in rules if ending != "ing"),
        irregular=frozenset(tables.get_table("lemma_exc")["verb"]),
    )
