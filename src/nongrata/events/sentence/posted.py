"""What is done in a post, hung on the platform that carries it: "posted a message on Twitter blaming Iran"."""

from __future__ import annotations

from dataclasses import replace

from nongrata.mentions import Token

_POSTING = frozenset({"post", "repost", "write", "tweet", "publish", "share", "upload", "release", "put"})
_ON = frozenset({"on", "to", "via"})
_VERBS = ("VERB", "AUX")


def mend_posted(tokens: list[Token]) -> None:
    """Hang a participle on the posting, whose author acts in it, and not on the platform named before it."""
    for word, token in enumerate(tokens):
        if token.tag == "VBG" and token.dep == "acl" and (verb := _posting(tokens, word)) is not None:
            tokens[word] = replace(token, dep="advcl", head=verb)


def _posting(tokens: list[Token], word: int) -> int | None:
    """Give the verb of posting on what the participle hangs on, where that is a name: not "on a site run by"."""
    platform = tokens[word].head
    prep = tokens[platform].head
    is_platform = platform == word - 1 and tokens[platform].pos == "PROPN" and tokens[platform].dep == "pobj"
    if not is_platform or tokens[prep].lemma not in _ON:
        return None
    host = tokens[prep].head
    verb = host if tokens[host].pos in _VERBS else tokens[host].head
    return verb if tokens[verb].lemma in _POSTING and tokens[verb].pos in _VERBS and verb < word else None
