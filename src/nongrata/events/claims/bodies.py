"""Which body "the company" or "a plant that …" means, where a story speaks of sanctions on it."""

from __future__ import annotations

from nongrata.events.claims.bearers import is_by_name
from nongrata.events.claims.said import Said
from nongrata.events.claims.whereabouts import first_in, inside, last_in
from nongrata.events.sentence.tree import SUBJECTS
from nongrata.events.who.actors import actors_at
from nongrata.events.who.described import may_be, may_mean
from nongrata.events.who.pronouns import subject_above
from nongrata.mentions import Sentence
from nongrata.parties import Party

_KINDS = ("plant", "factory", "shipyard", "refinery", "bank", "airline", "tanker", "vessel", "ship")
_SAME_KIND = {"factory": "plant", "vessel": "tanker", "ship": "tanker"}
THE_BODY = ("it", "company", "firm", "group", "corporation", "lender", "exchange", "bank", "vessel", "ship", "tanker")

_NEXT = 60  # characters of the next sentence in which "a sanctioned tanker" is named


def body_meant(said: Said, parties: list[Party]) -> tuple[Party, ...]:
    """Give the body that "it", "the company" and "a sanctioned tanker" mean."""
    bearer, tree = said.stated.bearer, said.scene.tree
    if bearer is None:
        return ()
    articles = {tree.tokens[kid].text.lower() for kid in tree.kids(bearer, "det")}
    if articles & {"a", "an"}:
        found = _named_later(said, parties, tree.lemma(bearer))
    else:
        is_it = tree.tokens[bearer].pos == "PRON" or bool(articles & {"the", "this", "that"})  # not "Iran's bank"
        is_body = is_it and tree.tokens[bearer].text.lower() in (*THE_BODY, "its")  # "Brussels froze | its | assets"
        above = subject_above(said.scene, bearer, actors_at, several=False) if is_it and is_body else ()
        subjects = (each for each in parties if each.id in above and each.schema not in ("Person", "PublicBody"))
        found = next(subjects, None) or (body_spoken_of(_of_kind(said, parties, bearer), said) if is_body else None)
    return (found,) if found else ()


def _named_later(said: Said, parties: list[Party], lemma: str) -> Party | None:
    """Give who is named right after "a sanctioned tanker", or first in the next sentence."""
    fitting = [party for party in parties if may_be(said.scene, lemma, party.id)]
    bodies = [party for party in parties if lemma in THE_BODY and party.schema != "Person"]
    meant = bodies or [party for party in parties if may_mean(said.scene, lemma, party.id)]
    found = first_in(fitting or meant, said.sentence.span.end, said.sentence.span.end + _NEXT)
    return found or body_introduced(meant, said.after)


def _of_kind(said: Said, parties: list[Party], bearer: int) -> list[Party]:
    """Give the ships for "the tanker", where any was named; for "it" and "the firm" everybody."""
    if _SAME_KIND.get(lemma := said.scene.tree.lemma(bearer), lemma) != "tanker":
        return parties
    ships = [party for party in parties if party.schema == "Vessel"]
    return ships or [party for party in parties if party.schema != "Company"]


def body_spoken_of(parties: list[Party], said: Said) -> Party | None:
    """Give the body that "the company" takes up: the subject of the sentence before, else the one named last."""
    bodies = [p for p in parties if p.schema not in ("Person", "PublicBody") and not _is_only_tied(p, said)]
    before = said.before
    tokens = () if before is None else before.tokens
    subjects = [token for token in tokens if token.dep in SUBJECTS and tokens[token.head].dep == "ROOT"]
    about = (inside(bodies, subject.span) for subject in subjects)
    bearer = said.stated.bearer
    word = said.span if bearer is None else said.scene.tree.tokens[bearer].span
    here = last_in(bodies, said.sentence.span.start, min(said.span.start, word.start))
    named = here or next((body for body in about if body is not None), None)
    claimed = [body for body in bodies if body in said.told_of]
    told_of = [body for body in bodies if body.id in said.scene.memory.body]
    last = next(iter((*(claimed if len(claimed) == 1 else ()), *told_of)), None)
    return named or last or last_in(bodies, 0, said.span.start)


def _is_only_tied(party: Party, said: Said) -> bool:
    """Be named before only as whom another is tied to: "the Hezbollah-linked loan house"."""
    ends = [mention.span.end for mention in party.mentions if mention.span.end <= said.span.start]
    return bool(ends) and all(said.scene.text[end : end + 1] == "-" for end in ends)


def body_introduced(parties: list[Party], sentence: Sentence | None) -> Party | None:
    """Give the first body that a sentence names for the first time: "a front company that Britain listed. …"."""
    if sentence is None:
        return None
    bodies = [party for party in parties if party.schema not in ("Person", "PublicBody")]
    firsts = [(min(m.span.start for m in body.mentions), body.id, body) for body in bodies if body.mentions]
    here = [first for first in firsts if sentence.span.start <= first[0] < sentence.span.end]
    return min(here, key=lambda first: first[:2])[2] if here else None


def kinds_of(party: Party) -> set[str]:
    """Give the kinds of thing that the party's names say it is: plant, bank, tanker."""
    words = {word for mention in party.mentions for word in mention.text.lower().split()}
    kinds = {_SAME_KIND.get(word, word) for word in words if word in _KINDS}
    return kinds | ({"tanker"} if party.schema == "Vessel" else set())


def kind_beside(said: Said) -> str | None:
    """Give the kind that the noun which bears the claim tells: "a jet plant that is under sanctions"."""
    bearer, tree = said.stated.bearer, said.scene.tree
    if bearer is None or (tree.kids(bearer, "poss") and tree.tokens[bearer].pos == "NOUN"):
        return None  # a headline's "North Korea's Kim" owns no plant
    if is_by_name(said.scene, bearer) or isinstance(said.scene.named.get(bearer), str):  # "Volga Bank and its owner"
        return None
    word = tree.tokens[bearer].text.lower()
    return _SAME_KIND.get(word, word) if word in _KINDS else None
