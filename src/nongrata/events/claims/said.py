"""Where a story speaks of sanctions on somebody: each place with what it says and whose sanctions they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nongrata.events.claims.again import stated_again
from nongrata.events.claims.frozen import stated_by_freezing
from nongrata.events.claims.nouns import stated_by_noun
from nongrata.events.claims.regimes import Imposers, imposers_of
from nongrata.events.claims.stated import Says, Stated
from nongrata.events.claims.verbs import stated_by_verb
from nongrata.events.sentence.scene import Scene, Stage, set_scene, stage_of
from nongrata.events.who.described import scenes_of
from nongrata.events.who.memory import remembering
from nongrata.mentions import Reading, Sentence
from nongrata.parties import Cast
from nongrata.values import Span

_SPEAKS = re.compile(
    r"sanction|list|froze|freez|assets|\bbans?\b|designat|SDN|restrict|embargo|OFAC|Treasury|measures|barred|banned|blocked|targeted|spared",
    re.I,
)
_ITS_LIST = re.compile(r"\b(?:its|their) (?:\w+ )?(?:black)?list\b")  # whose, only a sentence before may tell
_TOLD_BEFORE = re.compile(  # by whom, what was told before says: "is on the list too", "was listed in March"
    r"\b(?:the|that|such) (?:same )?(?:sanctions )?(?:black)?list\b|\bit$|\bdelisted$"
    r"|\b(?:is|are|was|were|been) (?:\w+ )?(?:listed|designated|added|included|removed|dropped)$"
)
# What is said of today: "is under", "remains", "has been subject to"; "was sanctioned" may be over since
_DATED = re.compile(r"[^.;]{0,80}?\b(?:(?:in|since) (?:[A-Z]\w+ )?\d{4}|last (?:week|month|year)|\w+ ago)\b")
_OF_LIFTING: Mapping[Says, Says] = {"listed": "lifted", "not listed": "listed", "lifted": "listed"}
_NOW = re.compile(r"(?:(?:that|which|who) )?(?:is|are|both remain|remains?|stays?|(?:has|have) (?:\w+ )?been)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Words that say that somebody is, was or is not under sanctions."""

    span: Span
    stated: Stated
    imposers: Imposers
    scene: Scene
    before: Sentence | None  # the sentences beside it, in which its party may be named
    after: Sentence | None
    like: Said | None = None  # the claim that it says again of another: "London followed suit"

    @property
    def says(self) -> Says:
        """Say it of who is named, and of another what was said before: "Washington lifted them; the EU has not"."""
        is_of_lifting = self.like is not None and self.like.says == "lifted"
        return _OF_LIFTING[self.stated.says] if is_of_lifting else self.stated.says

    @property
    def sentence(self) -> Sentence:
        return self.scene.tree.sentence

    @property
    def is_news(self) -> bool:
        """Be done today, and not told of another day: of those whom the Treasury lists now, the acts tell."""
        tree = self.scene.tree
        verb = max(self.stated.words, key=tree.is_verb)
        bearer = self.stated.bearer
        is_done = bearer is not None and bearer > verb and tree.tokens[verb].tag in ("VBD", "VBZ")
        return is_done and _DATED.match(self.scene.text, self.span.end, self.sentence.span.end) is None

    @property
    def says_now(self) -> bool:
        """Hold today, and not only have been so once."""
        return _NOW.match(self.scene.text, self.span.start) is not None


def find_said(text: str, reading: Reading, cast: Cast) -> Iterator[Said]:
    """Give the places in the order of the sentences; what only may come, or is asked for, is none."""
    stage = stage_of(text, cast, reading)
    if not _ITS_LIST.search(text) and not any(_stated(scene) for scene in _speaking(reading, stage)):
        return
    scenes = [scene for scene, _sayings in remembering(scenes_of(reading, stage))]
    last: list[Said] = []
    named = Imposers()  # whose list was told of last
    for before, scene, after in zip((None, *scenes), scenes, (*scenes[1:], None), strict=False):
        here: list[Said] = []
        for span, stated in _apart(scene, _stated(scene, echoes=bool(last))):
            imposers = _imposers(scene, stated, before)
            if not imposers.is_told and _TOLD_BEFORE.search(span.of(text)):
                imposers = named
            named = imposers if imposers.is_told else named
            said = Said(
                span=span,
                stated=stated,
                imposers=imposers,
                scene=scene,
                before=before.tree.sentence if before else None,
                after=after.tree.sentence if after else None,
                like=(here or last)[-1] if _is_again(stated) and (here or last) else None,
            )
            here.append(said)
        yield from here
        last = here


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
    groups = [[tree.tokens[word].span for word in words] for words in stated.by]
    ahead = before.tree.sentence.span if before else None
    return imposers_of(scene.text, tree.span(stated.words), tree.sentence.span, groups, ahead)


def _speaking(reading: Reading, stage: Stage) -> Iterator[Scene]:
    """Give the sentences that may state something, without what those before them left behind: a quick look."""
    for sentence in reading.sentences:
        if _SPEAKS.search(stage.text, sentence.span.start, sentence.span.end):
            yield set_scene(sentence, stage)


def _stated(scene: Scene, *, echoes: bool = False) -> list[Stated]:
    """Give what a sentence states, in the order of its words."""
    found: list[Stated] = []
    if _SPEAKS.search(scene.text, scene.tree.sentence.span.start, scene.tree.sentence.span.end):
        for rule in (stated_by_noun, stated_by_verb, stated_by_freezing):
            for word in range(len(scene.tree.tokens)):
                found += rule(scene, word)
    return found + (list(stated_again(scene)) if found or echoes else [])


def _is_again(stated: Stated) -> bool:
    return stated.bearer is None and bool(stated.by) and stated.by[0] == stated.words[: len(stated.by[0])] != ()
