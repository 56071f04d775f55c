"""What a story says of a party, in words."""

from __future__ import annotations

from collections.abc import Iterable

from nongrata.outputs.words import country_words, date_words, one_line
from nongrata.parties import Fact
from nongrata.parties.numbers import number_words
from nongrata.values import fold


def said_of(facts: Iterable[Fact]) -> tuple[str, ...]:
    """Give what the story says of a party, each thing once however it is spelt."""
    words = [_fact_words(fact) for fact in facts]
    return tuple({fold(said): said for said in reversed(words)}.values())[::-1]


def _fact_words(fact: Fact) -> str:
    value = one_line(fact.value)
    match fact.kind:
        case "age":
            return f"aged {value}"
        case "birth_date":
            return f"born {date_words(value)}"
        case "country":
            return country_words(value)
        case "identifier":
            kind, _, number = value.partition(":")
            return number_words(kind, number) if number else value
        case "employer":
            return f"of {value}"
        case "alias":
            return f"also “{value}”"
        case "position" | "gender" | "place":
            return value
