"""Whom a sentence names of those that it counts: "12 firms, among them A and B", "seven officials, including C"."""

from __future__ import annotations

from nongrata.events.claims.stated import Words
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.tree import Tree

_THOSE = frozenset({"them", "those", "whom", "which", "these"})
_NEAR = 6  # words behind "including" within which a name begins: "including the tanker"


def named_among(scene: Scene, noun: int) -> Words:
    """Give the words that name some of those whom a plural noun counts."""
    tree = scene.tree
    if tree.tokens[noun].tag != "NNS":
        return ()
    for word in range(noun + 1, len(tree.tokens)):
        if (end := _end_of_lead(tree, word)) is None:
            continue
        ahead = (each for each in range(end, min(end + _NEAR, len(tree.tokens))) if _is_party(scene, each))
        behind = (each for each in range(word - 1, noun, -1) if _is_party(scene, each))
        first = next(ahead, None) or next(behind, None)  # "30 ships, the Pablo Star | among them"
        return () if first is None else tree.listed(_whole(scene, first))
    return ()


def _end_of_lead(tree: Tree, word: int) -> int | None:
    """Give where the words end that lead to the names: "among them", "one of whom", "including", "such as"."""
    text, behind = tree.tokens[word].text.lower(), [token.text.lower() for token in tree.tokens[word + 1 : word + 3]]
    if text in ("including", "notably"):
        return word + 1
    if text == "among" and behind[:1] and behind[0] in _THOSE:
        return word + 2
    is_one = text in ("one", "two") and behind[:1] == ["of"] and behind[1:] and behind[1] in _THOSE
    return word + 3 if is_one else word + 2 if text == "such" and behind[:1] == ["as"] else None


def _is_party(scene: Scene, word: int) -> bool:
    return isinstance(scene.named.get(word), str)


def _whole(scene: Scene, word: int) -> int:
    """Give the last word of a name, on which the list hangs: "Alfa | Steel"."""
    tree = scene.tree
    while tree.dep(word) == "compound" and scene.named.get(tree.head(word)) == scene.named[word]:
        word = tree.head(word)
    return word
