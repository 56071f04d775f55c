"""Neighbouring words of one name that another writes as one word."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from nongrata.names.comparing.alike_east import by_foreign, is_said, is_spelled
from nongrata.names.comparing.alike_sounds import by_bones
from nongrata.names.comparing.spelled_apart import is_spelled_apart
from nongrata.names.ready import LONG, LONG_SYLLABLES, Ready
from nongrata.names.record import Token
from nongrata.names.sounds.east import may_be_syllables
from nongrata.names.sounds.scripts import ABJADS, script_of_word

UNSPACED = frozenset(("Katakana", "Hiragana", "Hangul", "Han", "Thai", "Myanmar", "Khmer", "Lao"))
_WITHOUT_NG = frozenset(("Katakana", "Hiragana"))
HEARD = 0.9  # how alike the sounds of words written as one must be at least, in another script
OTHER_SYSTEM = 0.93  # two syllables apart in one spelling of Chinese, together in another: Chin-ping, Jinping


def joins_of(
    parts: Ready, parts_left: list[int], others: tuple[Ready, list[int]], at_least: float
) -> list[tuple[int, tuple[int, ...], float]]:
    """Give each long word of the others with the run of parts that makes it, and take both from what is left."""
    joins: list[tuple[int, tuple[int, ...], float]] = []
    (name, wholes_left) = others
    for whole in wholes_left:
        text = name.forms[whole]
        if len(text) < LONG_SYLLABLES:
            continue
        run, score = _spelled_apart(name.tokens[whole], parts) if at_least == 1.0 else _near(text, parts.runs, at_least)
        if not run and at_least < 1.0:
            run, score = _heard_together(name.tokens[whole], parts)
        if run and all(i in parts_left for i in run):
            parts_left[:] = [i for i in parts_left if i not in run]
            joins.append((whole, run, score))
    for whole, _run, _score in joins:
        wholes_left.remove(whole)
    return joins


def _heard_together(whole: Token, parts: Ready) -> tuple[tuple[int, ...], float]:
    """Give the run of Latin words that a word in a script without spaces may be: 알아사드, al Assad."""
    script = None if whole.native.isascii() else script_of_word(whole.native)
    if script is None:
        return _heard_in_abjad(whole, parts)
    if script not in UNSPACED:
        return (), 0.0
    for each, run in parts.runs.items():
        if all(parts.tokens[i].native.isascii() for i in run):
            heard = _without_end(parts, run) if script in _WITHOUT_NG else each
            score, _rule = by_foreign(whole, heard, script)
            if score >= HEARD or whole.form == heard or is_said(whole, each):
                return run, max(score, HEARD)
    return (), 0.0


def _heard_in_abjad(whole: Token, parts: Ready) -> tuple[tuple[int, ...], float]:
    """Give the run of words in Arabic letters that a Latin word may be: Mohammadreza, محمد رضا."""
    for each, run in parts.runs.items():
        script = script_of_word(parts.tokens[run[0]].native)
        if script is not None and script in ABJADS:
            score, _rule = by_bones(each, whole.form, script)
            if score >= HEARD:
                return run, score
    return (), 0.0


def _without_end(parts: Ready, run: tuple[int, ...]) -> str:
    """Write words as one, each NG that ends one as Japanese does: min aung hlaing, minaunhlain."""
    return "".join([form[:-1] if (form := parts.forms[i]).endswith("ng") else form for i in run])


def _near(text: str, runs: dict[str, tuple[int, ...]], at_least: float) -> tuple[tuple[int, ...], float]:
    """Give the run that is nearly this word, and how nearly."""
    if len(text) < LONG:
        return (), 0.0
    for each, run in runs.items():
        if each[0] == text[0] and -2 < len(each) - len(text) < 2:
            score = OSA.normalized_similarity(each, text)
            if score >= at_least:
                return run, score
    return (), 0.0


def _spelled_apart(whole: Token, parts: Ready) -> tuple[tuple[int, ...], float]:
    """Give the run that is this word: the same letters, or the same syllables in another way of spelling them."""
    if (run := parts.runs.get(whole.form)) is not None:
        return run, 1.0
    if parts.is_person and may_be_syllables(whole.form):
        for each, run in parts.runs.items():
            if parts.tokens[run[0]].native.isascii() and (
                is_spelled_apart(whole.form, each, parts.forms) if whole.native.isascii() else is_spelled(whole, each)
            ):
                return run, OTHER_SYSTEM
    return (), 0.0
