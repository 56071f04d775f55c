"""He and she, where it is certain whom they mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from nongrata.mentions import Reading, Sentence, Token
from nongrata.mentions.names.naming import GENDERS
from nongrata.parties.record import Fact, Party, PartyId, PartyMention
from nongrata.parties.turns import turn_takers
from nongrata.values.placed import Placed

PRONOUNS = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female", "hers": "female"}
_MARKS = frozenset({'"', "“", "”", "``", "''"})
SUBJECTS = ("nsubj", "nsubjpass")
_SOMEBODY = {
    word: gender for gender, words in GENDERS.items() for word in (*words["somebody"], *words["kin"], *words["trades"])
}


@dataclass(slots=True, kw_only=True)
class _Trail:
    """Who was spoken of last, and of which gender each person is told or taken to be."""

    people: Placed[Party]
    told: dict[PartyId, str]
    has_ships: bool  # which are "she"
    taken: dict[PartyId, str] = field(default_factory=dict)
    subject: Party | None = None
    since: int = 0  # sentences since the subject was named or meant
    main: Party | None = None  # the subject of the sentence's main clause
    outside: tuple[Party | None, int] | None = None  # within a quotation: the subject and `since` where it began
    somebody: str | None = None  # the gender of a subject without a name: "the woman who sells peppers"
    found: dict[PartyId, list[PartyMention]] = field(default_factory=dict)
    shown: dict[PartyId, Fact] = field(default_factory=dict)  # the gender that a pronoun told, with its words

    def quoted(self, token: Token) -> None:
        """Bring back, where a quotation ends, who was spoken of before it: whoever is named in it does not say it."""
        if token.text not in _MARKS or (token.text == "”" and self.outside is None):
            return
        if self.outside is not None and token.text != "“":
            self.subject, self.since, self.outside = *self.outside, None
        else:
            self.outside = (self.subject, self.since)

    def may_be(self, person: Party, gender: str) -> bool:
        """Be of this gender for all that is told or taken."""
        return self.told.get(person.id, self.taken.get(person.id, gender)) == gender


def pronouns_of(parties: Sequence[Party], reading: Reading) -> tuple[Party, ...]:
    """Give the parties with the pronouns that mean them, and the gender that these tell.

    A pronoun means the person last named as a subject in its own or the sentence before, unless a gender
    that the story has told speaks against it, or for somebody else. Where nobody was a subject, only a lone
    candidate will do.
    It tells a gender only where nobody else can be meant: a wrong one would rule a listing out.
    """
    turns = turn_takers(parties, reading)
    people = [party for party in parties if party.schema == "Person" and party.id not in turns]
    told = {party.id: fact.value for party in people for fact in party.facts if fact.kind == "gender"}
    named = Placed((mention.span, party) for party in people for mention in party.mentions)
    trail = _Trail(people=named, told=told, has_ships=any(party.schema == "Vessel" for party in parties))
    for before, sentence in zip((None, *reading.sentences), reading.sentences, strict=False):
        _follow(trail, before, sentence)
    return tuple(_with(party, trail) for party in parties)


def _follow(trail: _Trail, before: Sentence | None, sentence: Sentence) -> None:
    trail.since += 1
    if trail.main is not None:  # who led the sentence before, not who acts in a clause at its end
        trail.subject, trail.main = trail.main, None
    for token in sentence.tokens:
        trail.quoted(token)
        named = trail.people.around(token.span)
        acting = _acting(sentence, token)
        if named is not None and acting.dep in SUBJECTS:
            trail.subject, trail.since, trail.somebody = named, 0, None
            trail.main = named if _leads(sentence, acting) else trail.main
        elif named is None and token.dep in SUBJECTS and not _is_named(trail, sentence, token):
            trail.somebody = _SOMEBODY.get(token.lemma, trail.somebody)
        gender = PRONOUNS.get(token.text.lower())
        if gender is None or gender == trail.somebody or _may_be_ship(trail, gender):
            continue
        near = _near(trail.people, before, sentence)
        open_to = [person for person in near if _may_be_meant(trail, person, sentence, token)]
        meant = _turned_to(trail, sentence, token) or _meant(trail, gender, open_to)
        if meant is not None:
            trail.main = meant if _leads(sentence, token) else trail.main
            _take(trail, meant, token, [person for person in near if trail.told.get(person.id, gender) == gender])


def _acting(sentence: Sentence, token: Token) -> Token:
    """Give the office before a name that it stands beside: "The foreign minister, Abdulwahid Abu Ras, told"."""
    return sentence.tokens[token.head] if token.dep == "appos" else token


def _leads(sentence: Sentence, token: Token) -> bool:
    """Be the subject of the sentence's main clause."""
    return token.dep in SUBJECTS and sentence.tokens[token.head].dep == "ROOT"


def _turned_to(trail: _Trail, sentence: Sentence, token: Token) -> Party | None:
    """Give whom the clause above acts on, where its participle goes on: "expelled Maxim Elovik, accusing him of it"."""
    tokens = sentence.tokens
    verb = tokens[token.head]
    own = any(tokens[each.head] is verb and each.dep in SUBJECTS for each in tokens)
    if token.dep != "dobj" or verb.tag != "VBG" or verb.dep != "advcl" or own:
        return None
    things = [each for each in tokens if each.head == verb.head and each.dep in ("dobj", "dative")]
    things += [each for each in tokens if each.dep == "appos" and any(tokens[each.head] is thing for thing in things)]
    people = [person for thing in things if (person := trail.people.around(thing.span)) is not None]
    fitting = [person for person in people if trail.may_be(person, PRONOUNS[token.text.lower()])]
    return fitting[0] if fitting else None


def _may_be_ship(trail: _Trail, gender: str) -> bool:
    """Be what news of ships calls them, where it tells of no woman."""
    return trail.has_ships and gender == "female" and gender not in trail.told.values()


def _is_named(trail: _Trail, sentence: Sentence, noun: Token) -> bool:
    """Have a name beside it: "the man, Ivan Petrov, said"."""
    tokens = sentence.tokens
    return any(tokens[each.head] is noun and trail.people.around(each.span) is not None for each in tokens)


def _take(trail: _Trail, meant: Party, token: Token, rivals: Sequence[Party]) -> None:
    """Take the pronoun for this person; it tells the gender where nobody else of that gender is near."""
    gender = PRONOUNS[token.text.lower()]
    trail.subject, trail.since = meant, 0
    trail.taken[meant.id] = gender
    trail.found.setdefault(meant.id, []).append(PartyMention(span=token.span, text=token.text, kind="pronoun"))
    if meant.id not in trail.told and [person.id for person in rivals] == [meant.id]:
        trail.told[meant.id] = gender
        trail.shown[meant.id] = Fact(kind="gender", value=gender, span=token.span)


def _near(people: Placed[Party], before: Sentence | None, sentence: Sentence) -> list[Party]:
    """Give the people who are named in the sentence or the one before, each once."""
    found = [*(people.within(before.span) if before else ()), *people.within(sentence.span)]
    return list({person.id: person for person in found}.values())


def _may_be_meant(trail: _Trail, person: Party, sentence: Sentence, pronoun: Token) -> bool:
    """Be named before the pronoun, or as a subject behind it, and not as what it owns: "his brother | Ivan"."""
    tokens = sentence.tokens
    owned = [tokens[pronoun.head], *(each for each in tokens if each.head == pronoun.head and each.dep == "appos")]
    if any(trail.people.around(each.span) is person for each in owned):
        return pronoun.tag != "PRP$"
    is_before = any(mention.span < pronoun.span for mention in person.mentions)
    return is_before or any(trail.people.around(each.span) is person for each in tokens if each.dep in SUBJECTS)


def _meant(trail: _Trail, gender: str, near: Sequence[Party]) -> Party | None:
    told = [person for person in near if trail.told.get(person.id) == gender]
    is_open = trail.subject is not None and trail.since <= 1 and trail.may_be(trail.subject, gender)
    is_taken = trail.subject is not None and trail.taken.get(trail.subject.id) == gender  # "He claimed … he said"
    if is_open and (trail.subject in told or is_taken or len(told) != 1):
        return trail.subject
    alike = told or [person for person in near if trail.may_be(person, gender)]
    return alike[0] if len(alike) == 1 else None


def _with(party: Party, trail: _Trail) -> Party:
    found = trail.found.get(party.id, ())
    shown = trail.shown.get(party.id)
    return replace(
        party,
        mentions=tuple(sorted((*party.mentions, *found), key=lambda mention: mention.span)),
        facts=party.facts if shown is None else (*party.facts, shown),
    )
