"""Who says so within a relative clause: "a firm that Washington says gave the rebels arms, is owned by a driver"."""

from __future__ import annotations

from dataclasses import replace

from nongrata.events.sentence.frames import load_verbs
from nongrata.mentions import Token

_RELATIVE = frozenset({"that", "which", "who"})
_SUBJECTS = ("nsubj", "nsubjpass", "dobj")  # the parser may take the "that" for what is said


def mend_inserted(tokens: list[Token]) -> None:
    """Hang the verb after "that Washington says" on the saying, and give the sentence back its own verb."""
    for says in range(2, len(tokens) - 1):
        relative = _relative_of(tokens, says)
        if relative is None or not _is_finite(tokens[says + 1]):
            continue
        if tokens[says + 1].head != says:
            _part(tokens, relative, says, says + 1)
            return
        tokens[says + 1] = replace(tokens[says + 1], dep="ccomp")
        tokens[relative] = replace(tokens[relative], head=says + 1, dep="nsubj")


def _relative_of(tokens: list[Token], says: int) -> int | None:
    """Give the "that" of a relative clause whose verb only says who says so."""
    kinds = load_verbs().embeddings.get(tokens[says].lemma, ())
    if tokens[says].dep != "relcl" or not kinds or kinds[0] not in ("said", "alleged"):
        return None
    subjects = [word for word in range(says) if tokens[word].head == says and tokens[word].dep in _SUBJECTS]
    is_told = len(subjects) == 2 and tokens[subjects[0]].text.lower() in _RELATIVE
    return subjects[0] if is_told else None


def _is_finite(token: Token) -> bool:
    return token.pos == "VERB" and token.tag in ("VBD", "VBZ", "VBP", "VBN")


def _part(tokens: list[Token], relative: int, says: int, deed: int) -> None:
    own = next((w for w in range(deed + 1, len(tokens)) if tokens[w].head == deed and tokens[w].dep == "conj"), None)
    was_root, above = tokens[deed].head == deed, tokens[deed].head
    tokens[deed] = replace(tokens[deed], head=says, dep="ccomp")
    for word in range(relative):
        if tokens[word].head == deed:
            tokens[word] = replace(tokens[word], head=own if own is not None else word)
            if own is None:
                tokens[word] = replace(tokens[word], dep="ROOT")
    if own is not None:
        tokens[own] = replace(tokens[own], head=own if was_root else above, dep="ROOT" if was_root else "conj")
    tokens[relative] = replace(tokens[relative], head=deed, dep="nsubj")
