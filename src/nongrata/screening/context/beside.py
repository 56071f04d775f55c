"""What a story calls a thing right beside its name: "the tanker Pablo", "Pablo, a bakery in Leeds"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nongrata.parties import Party
from nongrata.screening.context.setting import Setting
from nongrata.values import Span

_HEARD = 60  # letters before and behind a name that tell what its bearer is
# "a firm that owns a bakery", "the owner of a tanker": what follows is something else's kind
_ELSE = r"(?!(?:of|that|which|whose|who|for|with|to|and|in|from|by|at)\b)"


def kinds_pattern(kinds: Iterable[str], *, but: str = "") -> re.Pattern[str]:
    """Give what finds these kinds at the end of the words before a name, or at the beginning of those behind it.

    `but` is a pattern of what may not follow the kind: a "bakery | chain" is no bakery.
    """
    words = "|".join(re.escape(kind) for kind in sorted(kinds, key=len, reverse=True))
    called = r"(?:also )?(?:named |called |known as |registered as |trading as |which trades as |the )?"
    before = rf"\b(?P<before>{words})s?,? {called}[\"“‘']?$"
    behind = rf"[\"”’']?,? (?:an?|the|is an?|was an?) (?:{_ELSE}[\w’'-]+ ){{0,6}}?(?P<behind>{words})\b{but}"
    return re.compile(rf"(?:{before})|(?:^{behind})", re.IGNORECASE)


def kind_beside(party: Party, setting: Setting, kinds: re.Pattern[str]) -> Span | None:
    """Give the words of a kind that stand beside one of the party's names."""
    for mention in party.mentions:
        start, end = mention.span.start, mention.span.end
        for begin, stop in ((max(0, start - _HEARD), start), (end, end + _HEARD)):
            if match := kinds.search(setting.text[begin:stop]):
                told = match.span(match.lastgroup or 0)
                return Span(begin + told[0], begin + told[1])
    return None
