"""Of whom a claim about sanctions speaks: by the parse where it tells, else the party named nearest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nongrata.events.bodies import THAT_BODY, THE_BODY, body_spoken_of, body_told_of
from nongrata.events.claim_nouns import beside_noun, subjects_of, thing_meant
from nongrata.events.frames import load_verbs
from nongrata.events.pronouns import RELATIVE
from nongrata.events.regimes import is_regime_name
from nongrata.events.said import Said
from nongrata.events.whereabouts import first_in, inside, last_in, last_two, named_by
from nongrata.mentions import Sentence, Token
from nongrata.parties import Cast, Party
from nongrata.values import Span

_BOTH = re.compile(r"\b(?:[Bb]oth(?! [A-Z]| the)|[Tt]he (?:pair|two))\b")
_ONE = re.compile(r"\b[Aa]n? $")  # "a sanctioned tanker": the next sentence names it
_WHICH = re.compile(r"[)”’\"']*,[”’\"']* which\b")
_DATED = re.compile(r"[^.;]{0,80}?\b(?:in|since) (?:[A-Z]\w+ )?\d{4}\b")
_SOMEBODY = frozenset((
    "man", "woman", "banker", "businessman", "businesswoman", "tycoon", "oligarch", "magnate", "billionaire",
    "financier", "trader", "lawyer", "commander", "singer", "hacker", "brother", "son", "daughter", "wife",
))  # fmt: skip
_NEXT = 60  # characters of the next sentence in which it does


def parties_meant(text: str, said: Said, cast: Cast) -> tuple[Party, ...]:
    """Give the parties that the claim is about: usually one, two for "both", none when nobody can be told."""
    span, wording, sentence = said.span, said.wording, said.sentence
    parties = [party for party in cast.parties if not _is_regime(party)]
    together = () if wording.is_object else _listed_together(parties, span, sentence)
    if len(together) > 1:  # "Rosneft and Lukoil were both sanctioned"
        return together
    if _BOTH.search(text, max(sentence.span.start, span.start - 20), span.end):
        return last_two(parties, span.start)
    if wording.is_object:
        found = _object_meant(text, said, parties)
        others = _joined_to(found, parties, said) if found and _is_old(text, said) else ()
        return tuple(dict.fromkeys((found, *others))) if found else ()
    subject = _subject_of(span, sentence)
    if subject == "they":
        return last_two(parties, span.start)
    found = _which(text, parties, said) if subject == "which" else _who(parties, said, subject)
    found = found or _by_parse(parties, span, sentence) or body_told_of(parties, said)
    if found is None and subject in THE_BODY:
        found = body_spoken_of(parties, said)
    found = found or last_in(parties, sentence.span.start, span.end)
    if found is None and span.start == sentence.span.start:  # "Sanctioned by Tokyo, the bank …"
        found = first_in(parties, span.end, sentence.span.end)
    return (found,) if found else ()


def _object_meant(text: str, said: Said, parties: list[Party]) -> Party | None:
    """Give the party that stands in the claim or that its last word bears on: "blacklisted a trader, Alpha Ltd"."""
    span, sentence = said.span, said.sentence
    thing = thing_meant(span, sentence)
    found = inside(parties, span) or _by_office(text, parties, span)
    if found is None and THAT_BODY.search(text, span.start, span.end):  # "put the exchange on its list"
        found = body_spoken_of(parties, said)
    if thing is None:
        found = found or first_in(parties, span.end, sentence.span.end)
        found = found or _by_parse(parties, span, sentence) or last_in(parties, sentence.span.start, span.start)
    else:
        found = found or beside_noun(text, parties, thing, sentence)
    if found is None and _ONE.search(text, sentence.span.start, span.start):
        found = first_in(parties, sentence.span.end, sentence.span.end + _NEXT)
    return found


def _is_old(text: str, said: Said) -> bool:
    """Have a day of its own, and so be no news: of those whom the Treasury lists today, the acts tell."""
    return _DATED.match(text, said.span.end, said.sentence.span.end) is not None


def _joined_to(party: Party, parties: list[Party], said: Said) -> Iterator[Party]:
    """Give those that the claim's object is joined to: "OFAC sanctioned Chinyong | and Kim in May 2023"."""
    tokens = said.sentence.tokens
    spans = [mention.span for mention in party.mentions if said.span.overlaps(mention.span)]
    members = [index for index, token in enumerate(tokens) if any(span.covers(token.span) for span in spans)]
    for index, token in enumerate(tokens):
        if token.dep == "conj" and token.head in members and token.pos in ("PROPN", "NOUN"):
            members.append(index)
            if (other := named_by(parties, token, tokens)) is not None:
                yield other


def _listed_together(parties: list[Party], span: Span, sentence: Sentence) -> tuple[Party, ...]:
    """Give the parties that are together the subject of the claim's verb."""
    tokens = sentence.tokens
    verbs = {i for i, token in enumerate(tokens) if span.covers(token.span) and token.pos in ("VERB", "AUX")}
    members = [i for i, token in enumerate(tokens) if token.dep in ("nsubj", "nsubjpass") and token.head in verbs]
    members += [i for i, token in enumerate(tokens) if token.dep == "pobj" and _is_alike(token, members, verbs, tokens)]
    for member in members:
        members.extend(i for i, token in enumerate(tokens) if token.dep == "conj" and token.head == member)
    found = (named_by(parties, tokens[member], tokens) for member in members)
    return tuple(dict.fromkeys(party for party in found if party is not None))


def _is_alike(token: Token, subjects: list[int], verbs: set[int], tokens: tuple[Token, ...]) -> bool:
    """Be told to be like the subject: "Lukoil, like Rosneft, was sanctioned"."""
    prep = tokens[token.head]
    return prep.text == "like" and (prep.head in subjects or (prep.head in verbs and prep.span.end < token.span.end))


def _subject_of(span: Span, sentence: Sentence) -> str | None:
    """Give the subject of the claim's verb in lower case: "they", "company"."""
    verbs = {i for i, token in enumerate(sentence.tokens) if span.covers(token.span) and token.pos in ("VERB", "AUX")}
    verbs |= {sentence.tokens[verb].head for verb in verbs if sentence.tokens[verb].dep == "conj"}
    subjects = (each for each in sentence.tokens if each.dep in ("nsubj", "nsubjpass") and each.head in verbs)
    return next((each.text.lower() for each in subjects), None)


def _is_regime(party: Party) -> bool:
    """Be a body that lists others: it is seldom itself the one that the claim is about."""
    if is_regime_name(party.name):
        return True
    return party.schema == "PublicBody" and any(
        fact.kind == "country" and fact.value in ("us", "gb", "eu") for fact in party.facts
    )


def _which(text: str, parties: list[Party], said: Said) -> Party | None:
    """Give whom "which" is about: who is named just before it, else the last that is nobody's own name."""
    start, end = said.sentence.span.start, said.span.start
    before = ((p, m.span) for p in parties for m in p.mentions if start <= m.span.start < end)
    beside = next((party for party, span in before if _WHICH.match(text, span.end)), None)
    return beside or last_in([party for party in parties if party.schema != "Person"], start, end)


def _who(parties: list[Party], said: Said, subject: str | None) -> Party | None:
    """Give the person whom "who" and "the banker" mean, where a body is named after him: "the founder of X, who"."""
    people = [party for party in parties if party.schema == "Person"]
    start, end = said.sentence.span.start, said.span.start
    if subject == "who":
        return last_in(people, start, end)
    if subject in ("assets", "accounts", "property"):  # "the minister, whose assets were frozen"
        return last_in(people, start, end) or last_in(people, 0, end)
    is_somebody = subject in load_verbs().actors["office"] | _SOMEBODY
    return last_in(people, 0, end) if is_somebody and inside(parties, said.span) is None else None


def _by_office(text: str, parties: list[Party], span: Span) -> Party | None:
    """Give the party whose office, told elsewhere, stands in the claim: "placed the North Korean leader under"."""
    words = span.of(text)
    return next((p for p in parties for f in p.facts if f.kind == "position" and f.value in words), None)


def _by_parse(parties: list[Party], span: Span, sentence: Sentence) -> Party | None:
    """Give the party that is the subject of the claim's verb, or the one that its relative clause hangs on."""
    tokens = sentence.tokens
    for index, token in enumerate(tokens):
        if not span.covers(token.span) or token.pos not in ("VERB", "AUX"):
            continue
        if _is_told_of_noun(index, tokens) and (found := named_by(parties, tokens[token.head], tokens)):
            return found
        for subject in subjects_of(index, tokens):
            if found := named_by(parties, subject, tokens):
                return found
        clause = token
        while clause.dep == "conj" and tokens[clause.head].pos in ("VERB", "AUX"):
            clause = tokens[clause.head]  # "Likhachev, who runs Rosatom and who was placed under …"
        if clause.dep == "relcl" and (found := named_by(parties, tokens[clause.head], tokens)):
            return found
    return None


def _is_told_of_noun(verb: int, tokens: tuple[Token, ...]) -> bool:
    """Be a listing told of the noun before it: "a firm the Treasury designated", "Garantex, designated by OFAC"."""
    below = [token.dep for token in tokens if token.head == verb and token.lemma not in RELATIVE]
    is_listing = tokens[verb].lemma in ("sanction", "blacklist", "designate", "list")
    return is_listing and tokens[verb].dep in ("relcl", "acl") and not {"auxpass", "nsubjpass", "dobj"} & set(below)
