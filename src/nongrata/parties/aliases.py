"""Other names that the text itself gives to a party: "known as", a nickname in quotes, an acronym in brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nongrata.articles import Story
from nongrata.mentions import Mention
from nongrata.mentions.names.naming import schema_by_head
from nongrata.parties.same import Tokens
from nongrata.values import Span, fold

_OWN_NAME = (
    r"\b(?:under|by) (?:its|his|her|their) (?:former |previous |old |earlier |original |new |birth |maiden )names?"
)
_KNOWN_AS = (
    r"(?:\bknown (?:\w+ ){0,4}"
    r"(?:as|by (?:the|its|his|her|their) (?:[\w-]+ )?(?:name|initials|acronym|alias|nom de guerre)(?: of)?)"
    r"|\balias(?:es)?|\ba\.?k\.?a\.?|\bnicknamed|\breal name(?: is| was)?|(?<=, )born|(?<=, )called|\bwas born"
    r"|\bwhom (?:\w+ ){1,3}(?:calls?|called|kn[oe]ws?(?: \w+)? as)|\bnom de guerre(?: of| was| is)?|\bformerly"
    r"|\b(?:formerly|previously|once|originally|then) (?:called|named)"
    r"|\b(?:trad|sail|operat)(?:es?|ed|ing|s) as|\brenamed(?: as)?|\b(?:rebranded|doing business) as"
    rf"|{_OWN_NAME}) (?:the )?[“\"‘]?"
)
_CUE = re.compile(_KNOWN_AS + "$", re.IGNORECASE)
# A piece of each of these, in lower case: found far sooner
_MAY_TELL = re.compile(r"known|alias|a\.?k\.?a|name|born|called|whom|nom de|formerly|trad|sail|operat|rebrand|doing")
_CAP = r"[A-Z][\w’-]*"
_NAME = re.compile(rf"(?i:{_KNOWN_AS})({_CAP}(?:(?: of| the)* {_CAP})*)")
_OPENED = re.compile(r"(?: [(\[](?:\*\* ?)?[“\"‘]?|, or )$")
_CLOSED = re.compile(r"[”\"’]?(?: ?\*\*)?[)\]]|[,.;]")
_NICKNAME = re.compile(
    rf", [“\"‘](?:the )?({_CAP}(?: {_CAP}){{0,2}})[”\"’](?=[,;. ])"
)  # "Ahmed Rami, “the Uncle”, took"
_TO_NICKNAME = re.compile(r", [“\"‘](?:the )?$")
_TO_BRACKET = re.compile(r"\.?(?:\*\*)?[”\"’]? [(\[](?:\*\* ?)?[“\"‘]?|, or ")
_STILL = r"(?:also |once |now |better |long |formerly |previously |widely |commonly |publicly |locally )*"
_SAID_OF = r"(?:(?:an?|the|its|his|her) (?:[\w’'-]+ ){1,6})?"  # "X, the former policeman known as"
_PART_OF = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir|[Oo]ne) (?:[\w-]+ ){0,2}(?:wing|faction|branch|arm|unit|cell|splinter|offshoot"
    r"|division|subsidiary|affiliate|front|part|member|leader|chief|founder|alliance|coalition)"
    r" (?:group )?(?:of|for|within) (?:the )?$"
)
_PEOPLE, _SHIPS = ("man", "woman"), ("ship", "vessel", "tanker")
# "X, which they blacklisted in 2022 under its former name"; "X now sails under its new name"
_TOLD_OF = re.compile(r"[”\"’]?,? (?:(?:which|who|that) [^;\n]{0,90}|(?:(?:now|then|later|also) )?[a-z]+ )?$")
_ASIDE = re.compile(r"^ \([^()\n]{1,40}\)")  # "the Celebes (IMO 9259886), formerly the Wen Yao"
_CALLED_WHAT = re.compile(r" (?:an? |the )?[“\"‘]| an? ")  # "asked about the front, called Omar a “terrorist”"
_LINK = re.compile(
    rf"^[”\"’]?\)?[,;]? ?\(?(?:and |or |who |which |whose )?(?:(?:is|was|are|were|has been) )?{_STILL}$"
    rf"|^[”\"’]?,? {_SAID_OF}{_STILL}$"
    r"|^, (?:of|from) [^,;.\n]{2,40}, $"  # "Wilmer Diaz, of Los Lobos, alias Pipo"
    r"|^\)?,? ?(?:and |or |who |which )?(?:also )?"
    r"(?:uses?|used|goes by|went by|operates? under|travell?ed under|using|under) (?:the |an |his |her )?$"
)
# The next sentence takes it up: "The company, also known as X".
_TAKEN_UP = re.compile(
    rf"\b[Tt]he (company|group|firm|bank|organi[sz]ation|{'|'.join((*_PEOPLE, *_SHIPS))}),? (?:which is )?{_STILL}$"
)


def told_names(text: str, story: Story, names: Sequence[Mention]) -> list[Mention]:
    """Give the names that the text introduces with "known as" and that nobody has seen yet."""
    found = []
    people = {name.span.end for name in names if name.schema == "Person"}
    for paragraph in story.paragraphs:
        may_tell = _MAY_TELL.search(paragraph.of(text).lower()) is not None
        told = [*_NAME.finditer(text, paragraph.start, paragraph.end)] if may_tell else []
        told += [each for each in _NICKNAME.finditer(text, paragraph.start, paragraph.end) if each.start() in people]
        for match in told:
            span = Span(*match.span(1))
            if not any(span.overlaps(name.span) for name in names):
                found.append(Mention(span=span, schema="Organization", found_by="rule"))
    return found


def is_told_as_alias(text: str, name: Span) -> bool:
    """Stand right after "known as" and the like, in the same paragraph, or as an acronym in brackets."""
    return _cue(text, name) is not None


def _cue(text: str, name: Span) -> str | None:
    words = name.of(text)
    if (nickname := _TO_NICKNAME.search(text, max(0, name.start - 8), name.start)) and text[name.end :][:1] in '”"’':
        return nickname[0]
    if _OPENED.search(text, max(0, name.start - 6), name.start) and _CLOSED.match(text, name.end):
        return "(" if " " not in words else None
    before = text[max(0, name.start - 80) : name.start]
    match = _CUE.search(before[before.rfind("\n\n") + 1 :])
    if match is None or (match[0].startswith("called") and _CALLED_WHAT.match(text, name.end)):
        return None
    return match[0]


def is_alias_of(text: str, last: Span, alias: Span, full: Tokens, schema: str) -> bool:
    """Have nothing but the cue between the party's last name and the alias, or "The company," as its subject."""
    cue = _cue(text, alias) or ""
    between = text[last.end : alias.start][: -len(cue)]
    if _TO_NICKNAME.fullmatch(cue):
        return not between and schema == "Person"
    if cue == "(":
        words = fold(alias.of(text))
        return _TO_BRACKET.fullmatch(text, last.end, alias.start) is not None and (
            words in full or (_is_acronym(alias.of(text)) and (_may_abbreviate(words, full) or _is_body(full)))
        )
    if re.search(_OWN_NAME, cue, re.IGNORECASE):
        return _TOLD_OF.match(between) is not None
    if "\n\n" in between or _PART_OF.search(text, max(0, last.start - 60), last.start):
        return False  # "a wing of the Sinaloa Cartel known as the Chapitos": the wing is
    return _LINK.search(_ASIDE.sub("", between)) is not None or _takes_up(between, schema)


def _takes_up(between: str, schema: str) -> bool:
    """End with "The ship," and be of a ship, or of a body or a person by their own nouns."""
    match = _TAKEN_UP.search(between)
    nouns = {"Person": _PEOPLE, "Vessel": _SHIPS}.get(schema)
    return match is not None and (match[1] in nouns if nouns else match[1] not in (*_PEOPLE, *_SHIPS))


def _is_body(full: Tokens) -> bool:
    """End as bodies do: their acronyms may be of another language, "Main Intelligence Directorate (GRU)"."""
    return len(full) > 1 and schema_by_head(full) in ("PublicBody", "Organization")


def _is_acronym(words: str) -> bool:
    return sum(char.isupper() for char in words) * 2 > len(words)


def _may_abbreviate(letters: str, full: Tokens) -> bool:
    """Share two letters with the initials, or have its letters in order in the name.

    >>> _may_abbreviate("fsb", ("federal", "security", "service")), _may_abbreviate("scf", ("sovcomflot",))
    (True, True)
    >>> _may_abbreviate("imf", ("sovcomflot",))
    False
    """
    rest = iter("".join(full))
    in_order = full[0][0] == letters[0] and all(letter in rest for letter in letters)
    return in_order or len(set(letters) & {token[0] for token in full}) >= 2
