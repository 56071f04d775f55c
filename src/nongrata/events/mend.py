"""A sentence with the parser's usual slips mended: lemmas of verbs, and gerunds taken for adjectives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nongrata.events.frames import load_verbs
from nongrata.events.headlines import mend_headline
from nongrata.events.inserted import mend_inserted
from nongrata.events.resumed import mend_resumed
from nongrata.events.trailing import mend_trailing
from nongrata.events.turned import mend_turned
from nongrata.mentions import Sentence, Token

_TO_DEEDS = frozenset({"of", "for", "from", "over"})
_WAYS = frozenset({"to", "into", "from", "through", "via"})
_IN_OR_ON = {
    **dict.fromkeys(("fly", "bring", "ship", "ferry", "smuggle", "truck", "send"), ("in",)),
    "take": ("on", "aboard"),
}
_SELVES = frozenset({"itself", "himself", "herself", "themselves"})
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_PLACING = frozenset({"place", "put"})
_ENDINGS = {
    "VBD": ("d", "ed"),
    "VBN": ("d", "ed"),
    "VBG": ("ing",),
    "VBZ": ("s", "es"),
}


def mended(sentence: Sentence) -> Sentence:
    """Give the sentence with verbs under the lemmas of the verb table, and gerunds as verbs of their own."""
    tokens = list(sentence.tokens)
    for mend in (
        mend_headline,
        _mend_words,
        _mend_gerunds,
        _mend_hidden,
        _mend_rebuffed,
        _mend_particles,
        _mend_placed,
        _mend_subjects,
        mend_resumed,
        mend_inserted,
        mend_trailing,
        mend_turned,
    ):
        mend(tokens)
    return replace(sentence, tokens=tuple(tokens))


def _mend_words(tokens: list[Token]) -> None:
    for word, token in enumerate(tokens):
        if token.dep == "pcomp" and token.pos == "NOUN" and tokens[token.head].pos == "ADP":
            tokens[word] = replace(token, dep="pobj")  # "for whose capture it offered"
        elif token.text.lower() == "crude" and tokens[token.head].pos == "VERB" and token.dep in ("advmod", "acomp"):
            tokens[word] = replace(token, pos="NOUN", tag="NN", dep="dobj")  # "transferred crude to another ship"
        elif _is_name_of_crude(tokens, word):
            tokens[word] = replace(token, dep="compound", head=word + 1)
        elif (lemma := _lemma(token)) is not None:
            tokens[word] = replace(token, lemma=lemma)
        elif token.tag == "JJ" and token.text.endswith("ed") and (aux := _perfect(tokens, word)) is not None:
            _make_perfect(tokens, word, aux)


def _is_name_of_crude(tokens: list[Token], word: int) -> bool:
    """Be what a crude is called, taken for another object of the verb: "loaded Urals crude"."""
    if word + 1 == len(tokens) or tokens[word].dep != "dobj" or tokens[word + 1].text.lower() != "crude":
        return False
    return tokens[word + 1].head in (tokens[word].head, word)


def _mend_gerunds(tokens: list[Token]) -> None:
    for word in range(1, len(tokens)):
        if (above := _gerunds_head(tokens, word)) is not None:
            _free(tokens, word, above)


def _mend_hidden(tokens: list[Token]) -> None:
    if (verb := _hidden_verb(tokens)) is not None:
        _enthrone(tokens, verb)


def _mend_rebuffed(tokens: list[Token]) -> None:
    for word in range(1, len(tokens)):
        if _is_rebuffed_as(tokens, word):
            _give_object(tokens, word)


def _perfect(tokens: list[Token], word: int) -> int | None:
    """Give the "had" right before a participle that the parser took for an adjective: "claims that it had armed"."""
    before = tokens[word - 1] if word else None
    is_have = before is not None and before.head == word and before.dep == "aux" and before.lemma == "have"
    return word - 1 if is_have else None


def _make_perfect(tokens: list[Token], word: int, aux: int) -> None:
    stem = next((stem for stem in _stems(replace(tokens[word], tag="VBN")) if stem in load_verbs().verbs), None)
    if stem is None:
        return
    for other, token in enumerate(tokens):
        if token.head == aux and other != aux:
            tokens[other] = replace(token, head=word)
    tokens[word] = replace(tokens[word], pos="VERB", tag="VBN", lemma=stem)


def _hidden_verb(tokens: list[Token]) -> int | None:
    """Give the verb of a sentence that the parser took for one long name: "Switzerland froze accounts of"."""
    for word in range(1, len(tokens)):
        token, before = tokens[word], tokens[word - 1]
        head = tokens[token.head]
        is_root = head.head == token.head and head.pos in ("NOUN", "PROPN") and token.head > word
        first = _first_of_list(tokens, word - 1)
        is_named = first.dep in ("nmod", "compound") and first.head == token.head and before.pos == "PROPN"
        if is_root and is_named and token.dep in ("amod", "compound") and token.tag in ("VBD", "VBZ"):
            return word
    return None


def _first_of_list(tokens: list[Token], word: int) -> Token:
    """Give the first member of the list of names that a word ends: "Indian Oil, Bharat Petroleum and HPCL"."""
    while tokens[word].dep == "conj":
        word = tokens[word].head
    return tokens[word]


def _enthrone(tokens: list[Token], verb: int) -> None:
    """Make the verb the root, with what stands before it as its subject, and what it stood under as its object."""
    noun = tokens[verb].head
    tokens[verb] = replace(tokens[verb], pos="VERB", dep="ROOT", head=verb)
    tokens[noun] = replace(tokens[noun], dep="dobj", head=verb)
    first = tokens.index(_first_of_list(tokens, verb - 1))
    tokens[first] = replace(tokens[first], dep="nsubj", head=verb)


def _mend_particles(tokens: list[Token]) -> None:
    """Make an object of what stands after a verb's particle: "flew in | mercenaries", "took on | cargo"."""
    for word in range(1, len(tokens) - 1):
        verb, prep = tokens[word - 1], tokens[word]
        if prep.dep != "prep" or prep.head != word - 1 or prep.lemma not in _IN_OR_ON.get(verb.lemma, ()):
            continue
        for noun, token in enumerate(tokens):
            if token.head == word and token.dep == "pobj" and _is_shipped(token):
                tokens[word] = replace(prep, dep="prt", pos="ADP")
                tokens[noun] = replace(token, dep="dobj", head=word - 1)


def _is_shipped(token: Token) -> bool:
    return any(load_verbs().is_of(token.lemma, name) for name in ("arms", "goods", "fighters", "troops", "help"))


def _mend_placed(tokens: list[Token]) -> None:
    """Hang "under sanctions" on the placing: "placed the group and the firms tied to it under sanctions"."""
    for word, token in enumerate(tokens):
        verb = token.head
        while tokens[verb].dep in ("acl", "conj", "dobj") and tokens[verb].lemma not in _PLACING:
            verb = tokens[verb].head
        if token.lemma == "under" and tokens[verb].lemma in _PLACING:
            tokens[word] = replace(token, head=verb)


def _mend_subjects(tokens: list[Token]) -> None:
    """Give a verb its own subject: "On Friday | jihadists struck", "militias had themselves shelled"."""
    for word, token in enumerate(tokens):
        if token.dep == "nsubj" and token.text.lower() in _SELVES:
            tokens[word] = replace(token, dep="npadvmod")
        noun, prep = tokens[token.head], tokens[tokens[token.head].head]
        is_day = token.dep == "compound" and token.text.lower() in _DAYS and token.head == word + 1
        if is_day and noun.dep == "pobj" and prep.dep == "prep" and noun.pos == "NOUN" and noun.head == word - 1:
            verb = prep.head
            if verb > word and not any(each.head == verb and each.dep == "nsubj" for each in tokens):
                tokens[word] = replace(token, dep="pobj", head=word - 1)
                tokens[word + 1] = replace(noun, dep="nsubj", head=verb)


def _is_rebuffed_as(tokens: list[Token], word: int) -> bool:
    """Be what is rebuffed, taken for what it is rebuffed as: "dismissed as baseless accusations by Warsaw that"."""
    token, prep = tokens[word], tokens[tokens[word].head]
    if token.dep != "pobj" or prep.lemma != "as" or not load_verbs().is_of(token.lemma, "accusation"):
        return False
    is_called = any(tokens[other].head == word for other in range(token.head + 1, word))
    is_told = any(other.head == word and other.dep in ("acl", "ccomp", "relcl") for other in tokens[word + 1 :])
    has_object = any(other.head == prep.head and other.dep == "dobj" for other in tokens)
    return is_called and is_told and not has_object and load_verbs().is_of(tokens[prep.head].lemma, "rebuffing")


def _give_object(tokens: list[Token], word: int) -> None:
    """Hang the accusation on the verb, and what stands between on the "as"."""
    prep = tokens[word].head
    for other in range(prep + 1, word):
        if tokens[other].head == word:
            tokens[other] = replace(tokens[other], head=prep, dep="pobj" if tokens[other].pos != "PUNCT" else "punct")
    tokens[word] = replace(tokens[word], head=tokens[prep].head, dep="dobj")


def _lemma(token: Token) -> str | None:
    """Give the lemma of a verb that the lemmatizer cut too short: "fined" is of "fine", not of "fin"."""
    known = load_verbs()
    if token.tag not in _ENDINGS or token.lemma in known.verbs or token.lemma in known.embeddings:
        return None
    return next((stem for stem in _stems(token) if stem in known.verbs or stem in known.embeddings), None)


def _stems(token: Token) -> Iterator[str]:
    text = token.text.lower()
    for ending in _ENDINGS[token.tag]:
        if text.endswith(ending):
            stem = text.removesuffix(ending)
            yield from (stem, f"{stem}e")
            if len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]
            if stem.endswith("i"):
                yield f"{stem[:-1]}y"


def _gerunds_head(tokens: list[Token], word: int) -> int | None:
    """Give the verb that a gerund taken for an adjective belongs under: "denied striking civilian buildings".

    It stands right after the verb, or after the preposition of one: "accused Minsk of shipping shells".
    """
    token, before, noun = tokens[word], tokens[word - 1], tokens[tokens[word].head]
    if token.dep not in ("amod", "compound") or not token.text.endswith("ing") or _gerund(token) is None:
        return None
    known = load_verbs().embeddings
    if before.pos == "VERB" and noun.dep == "dobj" and noun.head == word - 1:
        return word - 1 if before.lemma in known else None
    if before.dep != "prep" or noun.dep != "pobj" or noun.head != word - 1 or before.lemma not in _TO_DEEDS:
        return None
    above = before.head if tokens[before.head].pos == "VERB" else tokens[before.head].head
    return above if tokens[above].pos == "VERB" and tokens[above].lemma in known else None


def _gerund(token: Token) -> str | None:
    """Give the verb of the table that a word in -ing is of."""
    stems = _stems(replace(token, tag="VBG"))
    return next((stem for stem in (token.lemma, *stems) if stem in load_verbs().verbs), None)


def _free(tokens: list[Token], word: int, above: int) -> None:
    """Hang the gerund on its verb or preposition, and on the gerund its noun and what is said of where it went."""
    noun, stem = tokens[word].head, _gerund(tokens[word]) or tokens[word].lemma
    dep = "xcomp" if above == word - 1 else "pcomp"
    tokens[word] = replace(tokens[word], lemma=stem, pos="VERB", tag="VBG", dep=dep, head=word - 1)
    tokens[noun] = replace(tokens[noun], dep="dobj", head=word)
    for other in range(noun + 1, len(tokens)):
        token = tokens[other]
        if token.head == above and token.dep in ("prep", "dative") and token.lemma in _WAYS:
            tokens[other] = replace(token, head=word)
