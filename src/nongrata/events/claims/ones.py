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
    of_a_kind = [stated for stated in found if _is_with_kind(scene, stated)]
    for word in range(1, len(tokens)):
        if tokens[word].text.lower() not in ("one", "ones") or not _is_keeper(scene, word - 1):
            continue
        last = _last_before(of_a_kind, word)
        if last is None or last.bearer is None or _begins_anew(scene, last, word):
            continue
        is_not = any(tokens[each].text.lower() in _NOT for each in range(max(0, word - 1 - _NEAR), word - 1))
        says = "not listed" if is_not else last.says
        yield Stated(words=(word - 1, word), bearer=last.bearer, by=((word - 1,),), says=says)


def stated_after(scene: Scene, found: Sequence[Stated]) -> Iterator[Stated]:
    """Give who had done the same before, as a claim tells in passing: "listed it in May, a year after London"."""
    tree = scene.tree
    for prep in range(1, len(tree.tokens)):
        if tree.lemma(prep) != "after" or tree.lemma(prep - 1) not in _SPANS:
            continue
        before = [stated for stated in found if not _begins_anew(scene, stated, prep)]
        last = _last_before(before, prep)
        if last is None or last.bearer is None or last.says != "listed":
            continue
        for word in tree.kids(prep, "pobj"):
            if _is_keeper(scene, word) and not tree.kids(word, "acl", "poss"):
                yield Stated(words=(prep, word), bearer=last.bearer, by=((word,),))


def _is_keeper(scene: Scene, word: int) -> bool:
    """Be a state that has a list of its own."""
    state = scene.named.get(word)
    return isinstance(state, Government) and is_regime_of(state.country)


def _last_before(found: Sequence[Stated], word: int) -> Stated | None:
    """Give the claim that ends last before a word."""
    before = (stated for stated in found if max(stated.words) < word)
    return max(before, key=lambda stated: max(stated.words), default=None)


def _is_with_kind(scene: Scene, stated: Stated) -> bool:
    """Be made with sanctions or a list, of which there are more."""
    return any(is_word(scene.tree.lemma(word), "measure", "plain-measure", "roster") for word in stated.words)


def _begins_anew(scene: Scene, stated: Stated, word: int) -> bool:
    """Have a subject between the claim and the word: that is told of somebody else."""
    return any(scene.tree.dep(each) in SUBJECTS for each in range(max(stated.words) + 1, word))
