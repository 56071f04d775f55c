"""Whom a headline quotes by no more than a colon or a dash."""

from __future__ import annotations

from collections.abc import Iterator

from nongrata.events.record import Actor
from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.scene import Scene

_HEADED = 4  # words: more tell something
_DASHES = frozenset({"-", "–", "—", "--"})


def headed_by(scene: Scene) -> tuple[Actor, ...]:
    """Give whom a headline quotes: "Canada: Iran shipped", "Iran shipped arms: report", "Iran shipped arms - NGO"."""
    tree, colons = scene.tree, [word for word, token in enumerate(scene.tree.tokens) if token.text == ":"]
    for colon in (*colons, *_dash(scene)):
        ahead, after = range(scene.dateline, colon), range(colon + 1, len(tree.tokens))
        for side in (ahead, after):
            if found := _only_speaker(scene, side):
                return found
    return ()


def _dash(scene: Scene) -> Iterator[int]:
    """Give the last dash with a space on either side, in a line that ends without a full stop."""
    tokens = scene.tree.tokens
    if not tokens or tokens[-1].text in '.!?”"':
        return
    for word in range(len(tokens) - 1, max(scene.dateline, 1), -1):
        if tokens[word].text in _DASHES and tokens[word - 1].span.end < tokens[word].span.start:
            yield word
            return


def _only_speaker(scene: Scene, words: range) -> tuple[Actor, ...]:
    """Give who speaks, where the words are nothing but a name, or but what something is read in: "report"."""
    tree, told = scene.tree, [word for word in words if scene.tree.tokens[word].pos != "PUNCT"]
    if not 0 < len(told) <= _HEADED:
        return ()
    if all(word in scene.named for word in told):
        return tuple(dict.fromkeys(scene.named[word] for word in told))
    known, last = load_verbs(), tree.lemma(told[-1])
    is_text = known.is_of(last, "text") or known.is_of(last, "onlooker") or last in known.actors["government"]
    return (scene.unnamed(told[-1]),) if is_text else ()
