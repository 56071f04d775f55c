"""What the story says of a party: age, job, country, gender, places, each with its words. Numbers: `numbers`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nongrata.articles.dateline import read_dateline
from nongrata.mentions import Mention, Place, Reading, Sentence, Token
from nongrata.mentions.names.naming import JOBS, TITLES, TRADES
from nongrata.parties.gender import gender_told
from nongrata.parties.record import Fact, FactKind, Party, PartyMention
from nongrata.values import Span
from nongrata.values.countries import country_named, find_country_words
from nongrata.values.placed import Placed

_AGE_AFTER = re.compile(r"^(?:, (?:aged |age )?|,? \(|, who is |, [^,.;\n]{2,60}, aged )(\d{1,3})(?=[,.;)]| years)")
_AGE_BEFORE = re.compile(r"\b(\d{1,3})-year-old (?:[\w-]+ ){0,5}$")
_BORN = re.compile(r"^[^.\n]{0,40}\bborn (?:on |in )?((?:\d{1,2} )?(?:[A-Z][a-z]+ )?(?:\d{1,2}, )?\d{4})")
_OFFICES = TITLES | TRADES | JOBS
_OPENING = rf"(?:the|a|an|its|his|her|their|former|one|another|{'|'.join(sorted(_OFFICES))})\b|U\.S\.|U\.N\.|[A-Z]"
_APPOSITION = re.compile(rf"^, ((?:{_OPENING})(?:[^,;.\n–—]|U\.S\.|U\.N\.){{2,110}})(?=[,;.\n–—])")
# "Thailand's finance minister, |Vorapak Tanyawong|, quit": what stands before the comma tells who it is
_NO_OFFICE = frozenset({
    "acting", "crown", "defence", "defense", "ex", "finance", "foreign", "former", "forward", "interim", "interior",
    "prime", "special", "state", "supreme", "under",
})  # fmt: skip
_INTRODUCES = re.compile(
    r"(?:^|[\s(“])((?:[Tt]he |[Ii]ts |[Tt]heir )?(?:(?:U\.S\.|U\.N\.|[A-Z][\w’'-]*) ){0,4}(?:[a-z][\w-]+ ){0,4}"
    rf"(?:{'|'.join(sorted(TITLES - _NO_OFFICE))})), $"
)
_CLOSES = re.compile(r"[,.;]|$| (?:and|told|said)\b")
_IN = re.compile(r"\b(?:in|of|inside|across|throughout)(?: the)? $")  # "in Russia", not "sanctioned by Russia"
_DIVIDED = frozenset(("Korean", "Korea", "KOREAN", "KOREA"))  # both countries' bodies have it in their names
_LETTERS = re.compile(r"\b(?:initials|acronym|abbreviation|name) ?$")
_DESCRIBES = re.compile(r"(?:the|a|an|its|one|another) ")
_EMPLOYER = re.compile(
    r"^(?:, [^,.;\n]{0,60}?)? (?:of|at|from) (?:the )?([A-Z][\w&'’-]+(?: (?:of |for |and )?[A-Z][\w&'’-]+)+)"
)
_BASED = re.compile(
    r"^(?: \([^()\n]{1,40}\))?,? (?:(?:which |that )?(?:is|was) |an? [^,.;\n]{2,50}? )?(?:also |now )?"
    r"(?:based|registered|headquartered|incorporated) in ([A-Z][^,.;\n]{2,40})"
    r"|^, (?:a|an|the) ([A-Z][\w.]+)-based\b"
)

# Behind these words somebody else is told of: "whom the US Treasury sanctioned", "the arm | of a Russian oil major".
_OF_OTHERS = re.compile(
    r"(?<=\w) (?:who|whom|which|that|whose|where) | (?:arm|unit|branch|outpost|offshoot|affiliate|subsidiary) of "
)
# Behind a country that did something to the party, or for it: whose it is, that does not tell.
_DID_IT = re.compile(
    r"[- ](?:sanction(?:s|ed)|blacklist(?:s|ed)?|designated|listed|wanted|indicted|backed|funded|financed|supported"
    r"|trained|educated|armed|supplied|made|built|brokered|occupied|led)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A story's text with what stands in it, found by where it stands."""

    text: str
    sentences: Placed[Sentence]
    people: Placed[Mention]
    places: Placed[Place]

    @classmethod
    def of(cls, text: str, reading: Reading) -> Page:
        """Give the page of a reading."""
        return cls(
            text=text,
            sentences=Placed((sentence.span, sentence) for sentence in reading.sentences),
            people=Placed((name.span, name) for name in reading.names if name.schema == "Person"),
            places=Placed((place.span, place) for place in _told_places(text, reading)),
        )


def _told_places(text: str, reading: Reading) -> Iterator[Place]:
    """Give the places of each sentence but for those of a dateline, which tells where the reporter was."""
    placed = Placed((place.span, place) for place in reading.places)
    for sentence in reading.sentences:
        if places := placed.within(sentence.span):
            filed = read_dateline(sentence.span.of(text))
            begins = sentence.span.start + (filed.length if filed else 0)
            yield from (place for place in places if place.span.start >= begins)


def facts_of(page: Page, party: Party) -> tuple[Fact, ...]:
    """Give the facts in the order of the text, each kind and value once."""
    found = [fact for mention in party.mentions for fact in _of_mention(page, party, mention)]
    found.extend(_of_name(page.text, party))
    unique: dict[tuple[str, str], Fact] = {}
    for fact in sorted(found, key=lambda fact: fact.span):
        unique.setdefault((fact.kind, fact.value.casefold()), fact)
    return tuple(unique.values())


def _of_mention(page: Page, party: Party, mention: PartyMention) -> Iterator[Fact]:
    text, sentence = page.text, page.sentences.around(mention.span)
    if mention.kind == "alias":
        yield Fact(kind="alias", value=mention.text, span=mention.span)
    if party.schema == "Person":
        yield from _age(text, mention)
        if told := gender_told(text, mention.span):
            yield Fact(kind="gender", value=told[0], span=told[1])
        for fact in _matched(text, mention, _EMPLOYER, "employer"):
            if not page.people.within(fact.span):  # "the sister of Ivan Petrov" does not work for him
                yield fact
    else:
        yield from _seat(text, mention)
    if sentence is not None:
        yield from _title(text, party, mention, sentence)
        yield from _places(text, party, sentence, page.places.within(sentence.span))


def _after(text: str, mention: PartyMention) -> str:
    return text[mention.span.end : mention.span.end + 160]


def _before(text: str, mention: PartyMention) -> str:
    return text[max(0, mention.span.start - 60) : mention.span.start]


def _shift(mention: PartyMention, match: re.Match[str], group: int) -> Span:
    return Span(mention.span.end + match.start(group), mention.span.end + match.end(group))


def _matched(text: str, mention: PartyMention, pattern: re.Pattern[str], kind: FactKind) -> Iterator[Fact]:
    if match := pattern.match(_after(text, mention)):
        yield Fact(kind=kind, value=match[1].strip(), span=_shift(mention, match, 1))


def _age(text: str, mention: PartyMention) -> Iterator[Fact]:
    if match := _AGE_AFTER.match(_after(text, mention)):
        yield Fact(kind="age", value=match[1], span=_shift(mention, match, 1))
    elif match := _AGE_BEFORE.search(_before(text, mention)):
        start = mention.span.start - len(_before(text, mention)) + match.start(1)
        yield Fact(kind="age", value=match[1], span=Span(start, start + len(match[1])))
    yield from _matched(text, mention, _BORN, "birth_date")


def _seat(text: str, mention: PartyMention) -> Iterator[Fact]:
    """Where the text says the body is at home: "a Luxembourg-based company", "based in Moscow"."""
    if match := _BASED.match(_after(text, mention)):
        words = find_country_words(text, _shift(mention, match, 1 if match[1] else 2))
        yield from (Fact(kind="country", value=word.country, span=word.span) for word in words[:1])


def _title(text: str, party: Party, mention: PartyMention, sentence: Sentence) -> Iterator[Fact]:
    """The words right before the name ("Russian Deputy Prime Minister") and the description right after it."""
    words = _words_before(mention, sentence.tokens)
    stretches = [Span(words[0].span.start, words[-1].span.end)] if words else []
    stretches += _introduced(text, mention) if party.schema == "Person" else []
    if match := _APPOSITION.match(_after(text, mention)):
        behind = _shift(mention, match, 1)
        told = _OF_OTHERS.search(text, behind.start, behind.end)
        stretches.append(behind if told is None else Span(behind.start, told.start()))
    for stretch in stretches:
        if party.schema == "Person" or _DESCRIBES.match(stretch.of(text)) or stretch.end <= mention.span.start:
            yield from _country_in(text, stretch)
        said = stretch.of(text)
        if said.endswith((" of", " for")):
            continue  # "the secretary general of | Kataeb Hezbollah": of it, and not it
        if party.schema == "Person" and any(
            word.strip(".,-").lower() in TITLES | TRADES for word in re.split(r"[\s-]", said)
        ):
            yield Fact(kind="position", value=" ".join(said.split()), span=stretch)


def _introduced(text: str, mention: PartyMention) -> list[Span]:
    """Give the office that a name between commas belongs to: "Thailand's finance minister, Vorapak Tanyawong, …"."""
    before = _before(text, mention)
    match = _INTRODUCES.search(before)
    if match is None or not _CLOSES.match(text, mention.span.end):
        return []
    start = mention.span.start - len(before)
    return [Span(start + match.start(1), start + match.end(1))]


def _words_before(mention: PartyMention, tokens: Sequence[Token]) -> list[Token]:
    first = next((i for i, token in enumerate(tokens) if token.span.end > mention.span.start), len(tokens))
    at = first
    while at > 0 and _is_title_word(tokens[at - 1], tokens[at]):
        at -= 1
    while at < first and (not tokens[at].text[0].isalnum() or tokens[at].text in ("year", "old")):
        at += 1  # the rest of "24-year-old", a bracket
    of = max((i for i in range(at, first) if tokens[i].text == "of"), default=None)
    if of is not None and of + 1 < first and tokens[of + 1].lemma in TITLES:
        at = of + 1  # "a longtime ally of | President": the office is the name's, the rest somebody else's
    return list(tokens[at:first])


def _is_title_word(token: Token, following: Token) -> bool:
    """Be a word that a title may hold; the dash of a dateline, with a space after it, is none."""
    if token.text == "-":
        return token.span.end == following.span.start
    return token.pos in ("NOUN", "PROPN", "ADJ") or token.text == "of" or token.tag == "POS"


def _country_in(text: str, stretch: Span) -> Iterator[Fact]:
    if _LETTERS.search(text[: stretch.end][-20:]):
        return  # "known by its Spanish initials" tells of a language
    for word in find_country_words(text, stretch):
        if not _DID_IT.match(text, word.span.end):
            yield Fact(kind="country", value=word.country, span=word.span)


def _of_name(text: str, party: Party) -> Iterator[Fact]:
    """A country inside a body's own name: Syrian Arab Airlines."""
    if party.schema == "Person":
        return
    for mention in party.mentions:
        if mention.kind == "full":
            yield from (fact for fact in _country_in(text, mention.span) if fact.span.of(text) not in _DIVIDED)


def _places(text: str, party: Party, sentence: Sentence, places: Sequence[Place]) -> Iterator[Fact]:
    """The towns and sites named in the sentence. For bodies and ships they say where; for people they are weak."""
    if party.schema == "Person":
        return
    for place in places:
        if not place.literal:
            continue
        is_said_of_it = country_named(place.name) is None or _IN.search(text[sentence.span.start : place.span.start])
        if is_said_of_it:
            yield Fact(kind="place", value=place.name, span=place.span)
