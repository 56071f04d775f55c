"""Claims of another state's of the kind told before: "under U.S. sanctions since 2021 and British ones since 2023"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nongrata.events.claims.regimes import is_regime_of
from nongrata.events.claims.stated import Stated
from nongrata.events.record import Government
from nongrata.events.sentence.claim_words import is_word
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.tree import SUBJECTS

_NEAR = 3  # words before the state in which "not" stands: "but not the British one"
_SPANS = frozenset({"year", "month", "week", "day", "hour", "decade"})
_NOT = frozenset({"not", "no", "without"})


def stated_of_ones(scene: Scene, found: Sequence[Stated]) -> Iterator[Stated]:
    """Give what goes on from a claim of the same sentence with nothing but a state and "one" or "ones"."""
    tokens = scene.tree.tokens
    for word in range(1, len(tokens)):
        state = scene.named.get(word - 1)
        if tokens[word].text.lower() not in ("one", "ones") or not isinstance(state, Government):
            continue
        before = [stated for stated in found if max(stated.words) < word and _is_with_kind(scene, stated)]
        last = max(before, key=lambda stated: max(stated.words), default=None)
        if last is None or last.bearer is None or not is_regime_of(state.country) or _begins_anew(scene, last, word):
            continue
        is_not = any(tokens[each].text.lower() in _NOT for each in range(max(0, word - 1 - _NEAR), word - 1))
        says = "not listed" if is_not else last.says
        yield Stated(words=(word - 1, word), bearer=last.bearer, by=((word - 1,),), says=says)


def stated_after(scene: Scene, found: Sequence[Stated]) -> Iterator[Stated]:
    """Give who had done the same before, as a claim tells in passing: "listed it in May, a year after London"."""
    tree = scene.tree
    for word, token in enumerate(tree.tokens):
        state, prep = scene.named.get(word), tree.head(word)
        if token.dep != "pobj" or not isinstance(state, Government) or not is_regime_of(state.country):
            continue
        is_after = tree.lemma(prep) == "after" and prep > 0 and tree.lemma(prep - 1) in _SPANS
        before = [stated for stated in found if max(stated.words) < prep and not _begins_anew(scene, stated, prep)]
        if is_after and before and not tree.kids(word, "acl", "poss"):
            last = max(before, key=lambda stated: max(stated.words))
            if last.bearer is not None and last.says == "listed":
                yield Stated(words=(prep, word), bearer=last.bearer, by=((word,),))


def _is_with_kind(scene: Scene, stated: Stated) -> bool:
    """Be made with sanctions or a list, of which there are more."""
    return any(is_word(scene.tree.lemma(word), "measure", "plain-measure", "roster") for word in stated.words)


def _begins_anew(scene: Scene, stated: Stated, word: int) -> bool:
    """Have a subject between the claim and the word: that is told of somebody else."""
    return any(scene.tree.dep(each) in SUBJECTS for each in range(max(stated.words) + 1, word))
