"""How a story introduces a name as that of somebody it has not spoken of: "another", "a tea seller of that name"."""

from __future__ import annotations

import re

from nongrata.mentions.names.naming import HONORIFICS, SMALL_CRAFT, TITLES, TRADES
from nongrata.values import Span

_HEARD = 120  # letters before a name that may introduce it
_TITLED = rf"(?:(?i:{'|'.join(sorted(HONORIFICS, key=len, reverse=True))})\.? )?"
_SHOP = (
    r"bakery|café|cafe|shop|pizzeria|kiosk|garage|bookshop|guesthouse|pub|pharmacy|salon|launderette|nursery"
    r"|petrol station"
)
_TRADE = (
    rf"{'|'.join(sorted(TRADES, key=len, reverse=True))}|\w+(?<!de)(?<!techn)ologist|\w+iatrist"
    rf"|(?:{_SHOP})[ -](?:owner|keeper|worker)|(?:taxi|bus|lorry|truck|tram|train|van|cab|snowplough) driver"
)
_ANOTHER = re.compile(
    r"\b(?:[Aa]nother|[Aa] second|[Aa] different) $|[a-z,] one $|\bnamesakes?,? $"
    # "a Beirut painter called Rami Makhlouf", "a café owner by the name of …"
    r"|(?:^|[^\w’'])[Aa]n? (?:[\w-]+ ){1,6}(?:(?:also )?(?:called|named)|(?:by|with) the name of) $"
    r"|\bwho (?:is|was) (?:also|likewise) (?:called|named) $"
    r"|(?:^|[.!?;:”\"] )That $"  # "That Leonid Ivanov is on nobody's list."
    r"|\b(?:[Mm]ix(?:ed)?|[Cc]onfus\w+|[Mm]istak\w+)\b[^.\n]{0,80}\b(?:with|for) (?:the |an? )?(?:[\w-]+ ){0,3}$"
    # "a man of the same name, Ivan"; "a Colombo dentist of that name, Dr. Silva"
    rf"|\b(?:with|of|by|bear\w+|shar\w+) (?:(?:the same|that|this) (?:[\w-]+ ){{0,3}}\w+"
    rf"|(?:his|her) (?:[\w-]+ ){{0,3}}(?:sur)?names?), {_TITLED}$"
)
_A_NAME, _GOES_ON = (
    re.compile(r"(?:^|[^\w’'])[Aa]n? $"),
    re.compile(r" (?:who|from|of|in|at)\b"),
)  # "A Hugo Diaz who sells"
_A_CERTAIN = re.compile(r"(?:^|[^\w’'])[Aa] ([A-Z][\w-]+)\.? $")  # "a Major Petrov, no relation", "a Mr Petrov"
# "the other Ivan Petrov", and "the Ivan Petrov who plays ice hockey": a name alone does not tell who is meant.
_OTHER, _THE_NAME = re.compile(r"\b[Tt]he other $"), re.compile(r"(?:^|[^\w’'])[Tt]he $")
_WHO_DOES = re.compile(
    r" (?:who|that) (?:plays|sings|teaches|coaches|drives|runs|sells|owns|keeps|works|lives|studies|paints|writes"
    r"|farms|cooks|dances|directs|makes|repairs|fixes|swims|rows|skates|boxes)\b"
)
_BY_NAME = re.compile(  # "a tea seller, Ivan Petrov by name"; "Ivan Petrov of Ohio, a retired dentist, is another man"
    r",? by name\b|[^.;\n]{0,60}\b(?:is|was|are) (?:quite |clearly )?(?:another|a different|somebody else)\b(?! of)"
)
_SO_TOO = re.compile(
    r"\b[Aa](?:n|nother)? (?:[\w-]+ ){1,4}(?:also|likewise) (?:called|named) (?:the )?$|\bof the same name, (?:the )?$"
)
_SOMEBODY = re.compile(
    r", (?:\d{1,3}, )?an? (?!\w+ of (?:his|her|their)\b)[\w-]+[ ,.]|, (?:aged )?\d{1,3},"
)  # "…, a Chelsea youth footballer"
_SOMEBODY_NAMED = re.compile(
    r"(?:^|[^\w’'])[Aa]n? (?:[\w-]+ ){1,5}(?:(?:also )?(?:called|named) )?$|[Aa]n? [\w -]{3,40}, $|[a-z,] one $"
)
# "a pharmacist, |"; "an opera tenor, |"; "the violinist |"; behind it ", a masseur", ", paediatrician"
_CRAFT = re.compile(rf"[\"”’]?, an? (?:[\w’'-]+ ){{0,6}}?(?:{'|'.join(SMALL_CRAFT)})\b")  # ", a 14-metre wooden ketch"
# "a sailing yacht, |"
_IS_CRAFT = re.compile(rf"\b(?:{'|'.join(SMALL_CRAFT)}),? (?:also )?(?:called |named )?(?:the )?[\"“‘']?$")
_CLAUSE = (
    "(?:when|where|who|whom|which|that|while|after|before|as|because|since|until|if|but|and|than)"  # another one begins
)
_OF_TRADE = re.compile(
    rf"(?:^|[^\w’'])(?:[Aa]n?|[Tt]he) (?:(?!former\b|ex-)[\w’'-]+ ){{0,4}}(?P<trade>{_TRADE})"
    rf"(?: (?:in|at|of|from)(?: (?!{_CLAUSE}\b)[^ ,;.\n]+){{1,6}})?(?:,| (?:called|named))? {_TITLED}$"
    rf"|(?:^|[.!?:;”\"\n] ?)(?P<headed>(?i:{_TRADE})) $"  # "Bus driver |"
)
_BY_TRAINING = r"(?!(?:former|trained|qualified|keen|amateur|passionate|licensed|devoted)\b|ex-)"
# "scored twice", "ran her first marathon": what athletes do
_IN_SPORT = (
    r"(?:scored|netted|struck|grabbed) (?:twice|once"
    r"|an? (?:\w+ )?(?:goal|hat-trick|brace|penalty|try|equali[sz]er|winner)"
    r"|(?:the|his|her|two|three|four|both) (?:\w+ ){0,2}(?:goals?|tries|points|winner|equali[sz]er|opener|penalt\w+))"
    r"|(?:won|lost|took|ran|finished|completed) (?:the|his|her|an?) (?:[\w-]+ ){0,3}"
    r"(?:marathon|half-marathon|match|heat|hurdles|sprint|butterfly|breaststroke|freestyle|backstroke|decathlon|triathlon|slalom)"
    r"|came on as a substitute|was (?:sent off|substituted|shown a (?:red|yellow) card)|kept a clean sheet"
    r"|saved an? penalty|kicked an? penalty|bowled (?:out )?\w+|took \w+ wickets"
)
_TRADE_BEHIND = re.compile(
    rf",? who (?:\w+ ){{0,2}}(?P<does>teaches|coaches|drives an? (?:taxi|bus|lorry|truck|tram|train|van|cab)"
    rf"|(?:runs|owns|keeps|has) (?:an?|the|his|her) (?:\w+ ){{0,3}}(?:{_SHOP}))\b"
    rf"|(?:, [^,.;\n]{{2,50}},|,)? (?:who )?(?:(?:has|had) (?:just )?)?(?P<played>{_IN_SPORT})\b"
    rf"|,? (?:who )?(?:is|has been|works as) an? (?:{_BY_TRAINING}[\w’'-]+ ){{0,3}}(?P<works>{_TRADE})\b"
    r"(?! by (?:training|profession|trade)\b)"
    rf"|, (?:\d{{1,3}}, )?(?:(?:an?|the) )?+(?:(?!former\b|ex-)[\w’'-]+ ){{0,4}}(?P<trade>{_TRADE})\b"
)


def is_told_another(text: str, name: Span) -> bool:
    """Be told in so many words to be another of that name: "one", "another", "a Major Petrov", "by name"."""
    certain = _A_CERTAIN.search(text, max(0, name.start - 30), name.start)
    is_titled = certain is not None and certain[1].lower() in HONORIFICS | TITLES
    is_a_name = _A_NAME.search(text, max(0, name.start - 4), name.start) and _GOES_ON.match(text, name.end)
    is_another = is_a_name or _ANOTHER.search(text, max(0, name.start - _HEARD), name.start)
    return is_titled or bool(is_another) or _BY_NAME.match(text, name.end) is not None


def is_set_apart(text: str, name: Span) -> bool:
    """Be told from another of that name, whichever of the two a list means: "the other", "the … who plays"."""
    return _OTHER.search(text, max(0, name.start - 10), name.start) is not None or is_of_this_name(text, name)


def is_of_this_name(text: str, name: Span) -> bool:
    """Be one of several of a name, told by what he does of every day: "the Ivan Petrov who plays ice hockey"."""
    is_the = _THE_NAME.search(text, max(0, name.start - 5), name.start) is not None
    return is_the and _WHO_DOES.match(text, name.end) is not None


def is_called_so_too(text: str, name: Span) -> bool:
    """Be told to have a name that another has: "a ketch also called Eagle S"."""
    return _SO_TOO.search(text, max(0, name.start - _HEARD // 2), name.start) is not None


def is_somebody(text: str, name: Span) -> bool:
    """Be told behind the name what its bearer is, as of somebody unknown: ", a Chelsea youth footballer"."""
    return _SOMEBODY.match(text, name.end) is not None


def is_small_craft(text: str, name: Span) -> bool:
    """Be told beside the name to be a boat of a kind that has its name by chance: ", a 14-metre wooden ketch"."""
    before = _IS_CRAFT.search(text, max(0, name.start - _HEARD // 2), name.start)
    return before is not None or _CRAFT.match(text, name.end) is not None


def is_of_trade(text: str, name: Span) -> bool:
    """Be told beside the name to be of a trade of every day: "the violinist Ivan Petrov"."""
    return trade_beside(text, name) is not None


def trade_beside(text: str, name: Span) -> Span | None:
    """Give the trade of every day that is told beside a name."""
    before = _OF_TRADE.search(text, max(0, name.start - _HEARD), name.start)
    told = before or _TRADE_BEHIND.match(text, name.end, name.end + _HEARD)
    return Span(*told.span(told.lastgroup or 0)) if told else None


def is_introduced(text: str, name: Span) -> bool:
    """Be told before or behind the name what its bearer is, as of somebody unknown, in whatever way."""
    if is_somebody(text, name) or is_of_trade(text, name) or is_told_another(text, name):
        return True
    return _SOMEBODY_NAMED.search(text, max(0, name.start - _HEARD // 2), name.start) is not None
