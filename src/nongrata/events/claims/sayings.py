"""Where a story speaks of sanctions on somebody, in the order of its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from nongrata.events.claims.acted import stated_by_acting
from nongrata.events.claims.again import stated_again
from nongrata.events.claims.branded import stated_by_branding
from nongrata.events.claims.echoes import stated_in_echo, takes_up, with_those_along
from nongrata.events.claims.frozen import stated_by_freezing
from nongrata.events.claims.nouns import stated_by_noun
from nongrata.events.claims.ones import stated_after, stated_of_ones
from nongrata.events.claims.regimes import Imposers, imposers_of
from nongrata.events.claims.said import Said
from nongrata.events.claims.stated import Stated
from nongrata.events.claims.verbs import stated_by_verb
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.tree import Tree
from nongrata.events.who.staged import Staged
from nongrata.values import Span

_SPEAKS = re.compile(
    r"sanction|list|froze|freez|assets|\bbans?\b|designat|SDN|restrict|embargo|OFAC|Treasury|measures|barred|banned|blocked"
    r"|targeted|spared|\d(?:st|nd|rd|th) package|\bcurbs\b|\bterrorist\b"
    r"|\bnamed (?:by|in)\b|\bhit by\b|\bits own\b|\byet to\b|\bo(?:n|ff) it\b",
    re.I,
)
# What speaks of them only where the story has told of some: "London also named his wife", "took measures against"
_SPEAKS_ON = re.compile(
    r"\b(?:named|names|notice|package|round|action|batch)\b|\b(?:took|taken?|acted|moved)\b(?:[ \w]{0,60})\bagainst\b",
    re.I,
)
_ITS_LIST = re.compile(r"\b(?:its|their) (?:\w+ )?(?:black)?list\b")  # whose, only a sentence before may tell
# By whom, what was told before says: "is on the list too", "was listed in March"
_TOLD_BEFORE = re.compile(
    r"\b(?:the|that|such) (?:same )?(?:sanctions )?(?:black)?list\b|\bit$|^(?:package|round|notice|action|batch)\b"
    r"|(?P<done>\b(?:delisted|relisted)"
    r"|\b(?:is|are|was|were|been) (?:\w+ )?(?:listed|designated|added|included|removed|dropped))$"
)


@dataclass(slots=True, kw_only=True)
class _Trail:
    """What was said last, whose list was told of last, and who was told last to have listed somebody."""

    last: list[Said] = field(default_factory=list)
    here: list[Said] = field(default_factory=list)
    named: Imposers = field(default_factory=Imposers)
    acted: Imposers = field(default_factory=Imposers)

    def like(self, scene: Scene, stated: Stated) -> Said | None:
        """Give the claim that another says again."""
        said = next(iter((self.here or self.last)[-1:]), None)
        return said if said is not None and takes_up(scene, stated, said.scene, said.stated) else None

    def told_before(self, words: str) -> Imposers:
        """Give whose sanctions words mean that leave it to what was told before."""
        told = _TOLD_BEFORE.search(words)
        if told is None:
            return Imposers()
        return self.acted if told["done"] and not self.here else self.named

    def takes(self, said: Said) -> None:
        """Remember what was said."""
        self.here.append(said)
        if said.imposers.is_told:
            self.named = said.imposers
            self.acted = said.imposers if said.stated.says != "not listed" else self.acted


def find_said(told: Staged) -> Iterator[Said]:
    """Give the places in the order of the sentences; what only may come, or is asked for, is none."""
    text, scenes = told.stage.text, told.remembering
    if not _ITS_LIST.search(text) and not any(map(_stated, _bare(told.scenes))):
        return  # no sentence states anything without what those before it left behind
    trail = _Trail()
    for before, scene, after in zip((None, *scenes), scenes, (*scenes[1:], None), strict=False):
        for span, stated in _apart(scene, _stated(scene, told=True, echoes=bool(trail.last))):
            like = trail.like(scene, stated)
            if stated.is_echo and like is None:
                continue
            imposers = like.imposers if like is not None and stated.is_echo else _imposers(scene, stated, before)
            said = Said(
                span=span,
                stated=stated,
                imposers=imposers if imposers.is_told else trail.told_before(span.of(text)),
                scene=scene,
                before=before.tree.sentence if before else None,
                after=after.tree.sentence if after else None,
                like=like,
            )
            trail.takes(said)
        yield from trail.here
        trail.last, trail.here = trail.here, []


def _apart(scene: Scene, found: list[Stated]) -> list[tuple[Span, Stated]]:
    """Give what is stated in the order of the text; of two in the same words the one that was found first."""
    apart: list[tuple[Span, Stated]] = []
    for stated in found:
        span = scene.tree.span(stated.words)
        if not any(span.overlaps(other) for other, _stated in apart):
            apart.append((span, stated))
    return sorted(apart, key=lambda each: each[0])


def _imposers(scene: Scene, stated: Stated, before: Scene | None) -> Imposers:
    tree = scene.tree
    groups = [[tree.tokens[word].span for word in words if word != stated.bearer] for words in stated.by]
    ahead = before.tree.sentence.span if before else None
    return imposers_of(scene.text, tree.span(stated.words), tree.sentence.span, groups, ahead)


def _is_asked(tree: Tree, stated: Stated) -> bool:
    """Be what a question asks: "Is the bank under EU sanctions?", not "Why is the bank, which is under them, open?"."""
    if tree.tokens[-1].text != "?":
        return False
    first = next((token for token in tree.tokens if token.pos != "PUNCT"), None)
    is_question = first is not None and (first.pos == "AUX" or first.tag in ("WP", "WRB", "WDT", "MD"))
    verbs = {tree.clause(word) for word in stated.words}
    return is_question and not any(tree.dep(verb) == "relcl" for verb in verbs)


def _bare(scenes: Iterable[Scene]) -> Iterator[Scene]:
    """Give scenes without whom the story's descriptions mean."""
    return (replace(scene, described={}) if scene.described else scene for scene in scenes)


def _stated(scene: Scene, *, told: bool = False, echoes: bool = False) -> list[Stated]:
    """Give what a sentence states, in the order of its words; with `told` what goes on from others before it, too."""
    found: list[Stated] = []
    start, end = scene.tree.sentence.span.start, scene.tree.sentence.span.end
    if _SPEAKS.search(scene.text, start, end) or (told and _SPEAKS_ON.search(scene.text, start, end)):
        for rule in (stated_by_noun, stated_by_verb, stated_by_freezing, stated_by_acting, stated_by_branding):
            for word in range(len(scene.tree.tokens)):
                found += rule(scene, word)
    found += [*stated_of_ones(scene, found), *stated_after(scene, found)] if found else []
    found = [with_those_along(scene, stated) for stated in found if not _is_asked(scene.tree, stated)]
    return found + ([*stated_again(scene), *stated_in_echo(scene)] if found or echoes else [])
