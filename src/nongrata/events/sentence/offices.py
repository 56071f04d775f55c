"""Which jobs are public offices."""

from __future__ import annotations

import re

from nongrata.events.sentence.frames import load_verbs

WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


def nouns_in(text: str) -> set[str]:
    """Give the words of somebody who is not named, each as one of its kind.

    >>> sorted(nouns_in("Police officers"))
    ['officer', 'police']
    """
    return {word.removesuffix("s") for word in WORD.findall(text.lower())}


def is_office(position: str) -> bool:
    """Be a public office.

    >>> is_office("South Korean Vice Foreign Minister"), is_office("Former Mexico captain"), is_office("club president")
    (True, False, False)
    """
    words = set(WORD.findall(position.lower()))
    return bool(words & load_verbs().actors["office"]) and not words & load_verbs().actors["private"]


def is_organ(text: str) -> bool:
    """Be an organ of a state that the story does not tell, in the story's words.

    >>> is_organ("the army"), is_organ("the student government"), is_organ("two bakers")
    (True, False, False)
    """
    words = nouns_in(text)
    return bool(words & load_verbs().actors["organ"]) and not words & load_verbs().actors["private"]
