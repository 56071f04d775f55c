"""What verbs and nouns tell: the table of verbs.json, ready to look up by lemma."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from nongrata.events.record import EventType, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One way to tell an act, and where those who take part in it stand. The fields are told in tables/verbs.toml."""

    type: EventType
    mode: str | None = None
    context: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    light: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    modals: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    prep_object: tuple[str, ...] = ()
    complement: tuple[str, ...] = ()
    actor: tuple[str, ...] = ("subject",)
    recipient: tuple[str, ...] = ()
    content: str = ""
    status: Status | None = None
    sort: str = ""
    flags: frozenset[str] = frozenset()

    @property
    def demands(self) -> int:
        """Tell how much it asks for: the frame that asks for more is tried first."""
        nouns = (self.object, self.subject, self.prep_object, self.of)
        wishes = (*nouns, self.needs, self.complement)
        plain = sum(bool(wish) for wish in wishes) + any("+" in noun for noun in self.object)
        return plain + (3 if {"not", "will-not"} & set(self.flags) else 0)  # a refusal before what is refused


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbTable:
    """The frames by the lemma they begin with, the embeddings by theirs, and the classes of nouns."""

    verbs: dict[str, tuple[tuple[str, Frame], ...]]  # lemma: (particle or "", frame)
    nouns: dict[str, tuple[Frame, ...]]
    phrases: tuple[Frame, ...]
    adjectives: tuple[Frame, ...]
    musts: tuple[Frame, ...]
    embeddings: dict[str, tuple[str, ...]]  # lemma: what it makes of the clause below it
    classes: dict[str, frozenset[str]]
    actors: dict[str, frozenset[str]]
    deeds: dict[str, frozenset[str]]  # type: the nouns by which an act of it is taken up again
    clues: dict[str, dict[str, str]]  # before, above, beside: word: what it makes of an act

    def is_of(self, lemma: str, name: str) -> bool:
        """Be a noun of a class; a class that the table lacks is the word itself."""
        return lemma in self.classes.get(name, (name,))

    def tells(self, lemma: str) -> bool:
        """Be a verb that only says who says what is below it."""
        return "said" in self.embeddings.get(lemma, ())

    def blames(self, lemma: str, prep: str) -> bool:
        """Be a verb whose preposition tells what somebody is to answer for: "jailed for", "imposed sanctions over"."""
        frames = [frame for _particle, frame in self.verbs.get(lemma, ())]
        strikes = any("sanctions" in (*frame.object, *frame.prep_object) for frame in frames)
        is_charge = self.is_of(lemma, "legal") or any(frame.type == "ACCUSE" for frame in frames)
        return (is_charge and prep in ("for", "with", "of", "over")) or (strikes and prep == "over")


@lru_cache(maxsize=1)
def load_verbs() -> VerbTable:
    """Give the table that ships with the package."""
    table = json.loads(files("nongrata.events").joinpath("verbs.json").read_text(encoding="utf-8"))
    frames = [_frame(row) for row in table["frame"]]
    embeddings: dict[str, tuple[str, ...]] = {}
    for row in table["embedding"]:
        for verb in row["verbs"]:
            embeddings[verb] = (*embeddings.get(verb, ()), row["means"])
    for frame in frames:
        if frame.content in ("requested", "alleged", "denied"):
            for verb in frame.verbs:
                embeddings.setdefault(verb.partition(" ")[0], (frame.content,))
    return VerbTable(
        verbs=_by_verb(frames),
        nouns=_by_noun(frames),
        phrases=tuple(_frame(row) for row in table["phrase"]),
        adjectives=tuple(frame for frame in frames if frame.adjectives),
        musts=tuple(frame for frame in frames if frame.modals),
        embeddings=embeddings,
        classes={name: frozenset(nouns) for name, nouns in table["classes"].items()},
        actors={name: frozenset(nouns) for name, nouns in table["actors"].items()},
        deeds={name: frozenset(nouns) for name, nouns in table["deeds"].items()},
        clues=table["clues"],
    )


def _frame(row: dict[str, Any]) -> Frame:
    flags = frozenset(name for name, value in row.items() if value is True)
    known = {name: value for name, value in row.items() if name not in flags}
    lists = {name: tuple(value) for name, value in known.items() if isinstance(value, list)}
    return Frame(**{**known, **lists}, flags=flags)


def _by_verb(frames: list[Frame]) -> dict[str, tuple[tuple[str, Frame], ...]]:
    found: dict[str, list[tuple[str, Frame]]] = {}
    for frame in frames:
        for verb in frame.verbs:
            lemma, _, particle = verb.partition(" ")
            found.setdefault(lemma, []).append((particle, frame))
    return {
        lemma: tuple(sorted(rows, key=lambda row: -(row[1].demands + 2 * bool(row[0]))))
        for lemma, rows in found.items()
    }


def _by_noun(frames: list[Frame]) -> dict[str, tuple[Frame, ...]]:
    found: dict[str, list[Frame]] = {}
    for frame in frames:
        for noun in frame.nouns:
            found.setdefault(noun, []).append(frame)
    return {noun: tuple(sorted(rows, key=lambda row: -row.demands)) for noun, rows in found.items()}
