"""Who heads somebody, where a story speaks of sanctions on him: "its chief executive", "the North Korean leader"."""

from __future__ import annotations

from nongrata.events.claims.bearers import is_that_one
from nongrata.events.claims.said import Said
from nongrata.events.claims.whereabouts import last_in
from nongrata.events.sentence.claim_words import is_word
from nongrata.parties import Party
from nongrata.values import Span


def is_of_head(said: Said) -> bool:
    """Speak of who heads somebody: "its chief executive"."""
    bearer, tree = said.stated.bearer, said.scene.tree
    return bearer is not None and bool(tree.kids(bearer, "poss")) and is_word(tree.lemma(bearer), "head")


def by_office(said: Said, parties: list[Party]) -> tuple[Party, ...]:
    """Give the party whose office, told elsewhere, stands in the phrase: "placed the North Korean leader under"."""
    bearer = said.stated.bearer
    if bearer is None:
        return ()
    words = said.scene.words(bearer).lower()
    found = (p for p in parties for f in p.facts if f.kind == "position" and f.value.lower() in words)
    return tuple(found)[:1]


def by_title(said: Said, parties: list[Party]) -> tuple[Party, ...]:
    """Give the only one whose name the noun stands before elsewhere: "the Speaker", once "Speaker Anita Among" was."""
    bearer, text = said.stated.bearer, said.scene.text
    if bearer is None or not is_that_one(said.scene, bearer):
        return ()
    title = f"{said.scene.tree.tokens[bearer].text.lower()} "
    found = [p for p in parties if any(_is_led_by(text, mention.span, title) for mention in p.mentions)]
    return tuple(found) if len(found) == 1 else ()


def _is_led_by(text: str, name: Span, title: str) -> bool:
    """Stand right behind a title, or begin with it."""
    before = text[max(0, name.start - len(title)) : name.start].lower()
    return before == title or text[name.start : name.end].lower().startswith(title)


def only_head(said: Said, parties: list[Party]) -> tuple[Party, ...]:
    """Give the only person that the story named: "its chief executive"."""
    people = [party for party in parties if party.schema == "Person"]
    told_of = [party for party in people if last_in([party], 0, said.span.start) is not None]
    return tuple(told_of) if len(told_of) == 1 else ()
