"""Manners on the web: what a site's robots.txt forbids, and how long a site is left alone between two questions."""

from __future__ import annotations

import urllib.robotparser
from collections.abc import Callable
from urllib.parse import unquote, urlsplit

from nongrata.sources.ask import Answer, Ask, Conditions, NotChanged, Refused

Rules = urllib.robotparser.RobotFileParser

AGENT = "nongrata"
PACE = 2.0  # seconds between two questions to one site
_LONGEST_DELAY = 60.0
_MOST_SITES = 5_000


class Manners:
    """What is known of each site: its robots.txt (RFC 9309) and when it was asked last."""

    def __init__(
        self, ask: Ask, *, clock: Callable[[], float], sleep: Callable[[float], None], pace: float = PACE
    ) -> None:
        self._ask = ask
        self._clock, self._sleep = clock, sleep
        self._pace = pace
        self._rules: dict[str, Rules | Refused] = {}
        self._asked: dict[str, float] = {}

    def refusal(self, url: str) -> str | None:
        """Give why a URL must not be asked for; None where it may."""
        if not _is_address(url):
            return "found no usable address; wanted https://host/path"
        rules = self._rules_of(_site(url))
        if isinstance(rules, Refused):
            return f"{rules.reason} (asked for the site's robots.txt)"
        if not rules.can_fetch(AGENT, url):
            return "found it forbidden by the site's robots.txt; wanted another address"
        return None

    def wait(self, url: str) -> None:
        """Wait until the site may be asked again."""
        site = _site(url)
        rules = self._rules.get(site)
        delay = rules.crawl_delay(AGENT) if isinstance(rules, Rules) else None
        pace = max(self._pace, min(float(delay or 0), _LONGEST_DELAY))
        left = self._asked.get(site, -pace) + pace - self._clock()
        if left > 0:
            self._sleep(left)
        if len(self._asked) > _MOST_SITES:
            self._asked.clear()
        self._asked[site] = self._clock()

    def _rules_of(self, site: str) -> Rules | Refused:
        known = self._rules.get(site)
        if isinstance(known, Rules):
            return known
        self.wait(site)
        told = self._ask(f"{site}/robots.txt", Conditions())
        if len(self._rules) > _MOST_SITES:
            self._rules.clear()
        self._rules[site] = _read_rules(told)
        return self._rules[site]


def _read_rules(told: Answer | NotChanged | Refused) -> Rules | Refused:
    """Give the rules; all is allowed where there are none (4xx), nothing while the site does not answer."""
    rules = Rules()
    match told:
        case Answer():
            lines = told.body[:500_000].decode("utf-8", "replace").splitlines()
            rules.parse([line for line in lines if _is_readable(line)])
        case Refused() if told.status is None or told.status >= 500 or told.status == 429:
            return told
        case _:
            rules.parse([])
    return rules


def _is_readable(line: str) -> bool:
    """Be a line that Python's reader of robots.txt does not stumble over, as over a number or an address that is none.

    >>> _is_readable("Disallow: /private"), _is_readable("Crawl-delay: ²"), _is_readable("Disallow: http://[")
    (True, False, False)
    """
    try:
        Rules().parse(["User-agent: *", line])
    except ValueError:
        return False
    return True


def _is_address(url: str) -> bool:
    """Be an address that Python's reader takes apart, as it stands and unquoted.

    >>> _is_address("https://news.example/1"), _is_address("https://[1"), _is_address("https://%5B1/")
    (True, False, False)
    """
    try:
        return bool(urlsplit(url).netloc and urlsplit(unquote(url)).netloc and url.encode())
    except ValueError:  # half a character, too
        return False


def _site(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
