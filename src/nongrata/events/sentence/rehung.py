"""Words that the parser hung on the wrong one: objects behind a particle, subjects behind a day, what is rebuffed."""

from __future__ import annotations

from dataclasses import replace

from nongrata.events.sentence.frames import load_verbs
from nongrata.mentions import Token
from nongrata.values.dates import WEEKDAYS

_IN_OR_ON = {
    **dict.fromkeys(("fly", "bring", "ship", "ferry", "smuggle", "truck", "send"), ("in",)),
    "take": ("on", "aboard"),
    "call": ("in",),
}
_SELVES = frozenset({"itself", "himself", "herself", "themselves"})
_INTENDING = frozenset({"threaten", "vow", "promise", "pledge", "plan", "agree", "refuse", "decide", "offer", "vote"})
_PLACING = frozenset({"place", "put"})


def mend_hidden(tokens: list[Token]) -> None:
    if (verb := _hidden_verb(tokens)) is not None:
        _enthrone(tokens, verb)


def mend_rebuffed(tokens: list[Token]) -> None:
    for word in range(1, len(tokens)):
        if _is_rebuffed_as(tokens, word):
            _give_object(tokens, word)


def _hidden_verb(tokens: list[Token]) -> int | None:
    """Give the verb of a sentence that the parser took for one long name: "Switzerland froze accounts of"."""
    for word in range(1, len(tokens)):
        token, before = tokens[word], tokens[word - 1]
        if token.dep not in ("amod", "compound") or token.tag not in ("VBD", "VBZ"):
            continue
        head = tokens[token.head]
        is_root = head.head == token.head and head.pos in ("NOUN", "PROPN") and token.head > word
        first = _first_of_list(tokens, word - 1)
        is_named = first.dep in ("nmod", "compound") and first.head == token.head and before.pos == "PROPN"
        is_subject = any(each.head == word and each.dep == "nsubj" for each in tokens[:word])
        if is_root and (is_named or is_subject):
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
    if not any(token.head == verb and token.dep == "nsubj" for token in tokens):
        first = tokens.index(_first_of_list(tokens, verb - 1))
        tokens[first] = replace(tokens[first], dep="nsubj", head=verb)


def mend_particles(tokens: list[Token]) -> None:
    """Make an object of what stands after a verb's particle: "flew in | mercenaries", "called in | the envoy"."""
    for word in range(1, len(tokens) - 1):
        verb, prep = tokens[word - 1], tokens[word]
        if prep.dep != "prep" or prep.head != word - 1 or prep.lemma not in _IN_OR_ON.get(verb.lemma, ()):
            continue
        for noun, token in enumerate(tokens):
            if token.head == word and token.dep == "pobj" and _is_brought(token, verb.lemma):
                tokens[word] = replace(prep, dep="prt", pos="ADP")
                tokens[noun] = replace(token, dep="dobj", head=word - 1)


def _is_brought(token: Token, verb: str) -> bool:
    """Be what is shipped, or for a call who is summoned."""
    wanted = ("diplomat",) if verb == "call" else ("arms", "goods", "fighters", "troops", "help")
    return any(load_verbs().is_of(token.lemma, name) for name in wanted)


def mend_placed(tokens: list[Token]) -> None:
    """Hang "under sanctions" on the placing: "placed the group and the firms tied to it under sanctions"."""
    for word, token in enumerate(tokens):
        verb = token.head
        while tokens[verb].dep in ("acl", "conj", "dobj") and tokens[verb].lemma not in _PLACING:
            verb = tokens[verb].head
        if token.lemma == "under" and tokens[verb].lemma in _PLACING:
            tokens[word] = replace(token, head=verb)


def mend_charges(tokens: list[Token]) -> None:
    """Hang what somebody is accused of on the accusing: "accused the interim government | of genocide"."""
    for word, token in enumerate(tokens[:-1]):
        thing = tokens[token.head]
        if token.lemma != "of" or token.dep != "prep" or thing.dep != "dobj" or tokens[thing.head].lemma != "accuse":
            continue
        below = [each for each in tokens if each.head == word]
        is_whose = any(each.pos == "PROPN" for each in below) or tokens[word + 1].pos == "DET"  # "a member of the sect"
        if not is_whose and not any(each.lemma == "of" for each in tokens[word + 1 :]):
            tokens[word] = replace(token, head=thing.head)


def mend_inverted(tokens: list[Token]) -> None:
    """Give a passive told the wrong way round its subject: "Also sanctioned on Tuesday were | four tankers"."""
    for word, token in enumerate(tokens):
        verb = token.head
        if token.dep != "auxpass" or token.head >= word or tokens[verb].tag != "VBN":
            continue
        if any(each.head == verb and each.dep == "nsubjpass" for each in tokens):
            continue
        for noun in range(word + 1, len(tokens)):
            if tokens[noun].head in (word, verb) and tokens[noun].dep in ("attr", "nsubj", "dobj"):
                tokens[noun] = replace(tokens[noun], dep="nsubjpass", head=verb)
                break


def mend_intents(tokens: list[Token]) -> None:
    """Hang what somebody means to do on the meaning: "threatened in a speech | to resume attacks"."""
    for word, token in enumerate(tokens):
        means = token.dep == "advcl" and tokens[token.head].lemma in _INTENDING and token.head < word
        if not means or not any(each.head == word and each.dep == "aux" and each.lemma == "to" for each in tokens):
            continue
        if not any(each.head == token.head and each.dep in ("xcomp", "dobj", "ccomp") for each in tokens):
            tokens[word] = replace(token, dep="xcomp")


def mend_subjects(tokens: list[Token]) -> None:
    """Give a verb its own subject: "On Friday | jihadists struck", "militias had themselves shelled"."""
    for word, token in enumerate(tokens):
        if token.dep in ("nsubj", "nsubjpass") and token.text.lower() in _SELVES:
            tokens[word] = replace(token, dep="npadvmod")
        elif token.dep in ("nsubj", "nsubjpass") and tokens[token.head].dep in ("aux", "auxpass"):
            tokens[word] = replace(token, head=tokens[token.head].head)  # "Tehran has | armed"
        if word and _is_day_before(tokens, word):
            noun, verb = tokens[token.head], tokens[word - 1].head
            has_subject = any(each.head == verb and each.dep == "nsubj" for each in tokens)
            if noun.dep == "pobj" and (verb < word or has_subject):
                continue
            tokens[word] = replace(token, dep="pobj", head=word - 1)
            if noun.dep == "pobj":
                tokens[token.head] = replace(noun, dep="nsubj", head=verb)


def mend_units(tokens: list[Token]) -> None:
    """Set apart what a list of names is told to be from the list: "the plant and the yard, | both units of Rostec"."""
    for word, token in enumerate(tokens[:-1]):
        is_told = token.dep == "conj" and token.tag == "NNS" and tokens[word + 1].text == "of"
        if not is_told or tokens[token.head].pos != "PROPN":
            continue
        first = next((at for at in range(word - 1, -1, -1) if tokens[at].head != word), -1)
        if first > 0 and tokens[first].text == ",":
            tokens[word] = replace(token, dep="appos")


def mend_owners(tokens: list[Token]) -> None:
    """Make an owner of what the parser took for the first of two nouns: "fired by Yemen's | Iran-aligned Houthis"."""
    for word in range(len(tokens) - 2):
        token = tokens[word]
        if token.dep != "pobj" or tokens[word + 1].dep != "case":
            continue
        for noun in range(word + 2, len(tokens)):
            if tokens[noun].head == token.head and tokens[noun].dep == "pobj":
                tokens[word] = replace(token, dep="poss", head=noun)
                break


def _is_day_before(tokens: list[Token], word: int) -> bool:
    """Be a day that belongs to the preposition before it, not to the noun behind: "On Monday | army officials"."""
    token, prep, noun = tokens[word], tokens[word - 1], tokens[tokens[word].head]
    if token.dep != "compound" or token.text.lower() not in WEEKDAYS or prep.dep != "prep" or noun.pos != "NOUN":
        return False
    between = tokens[word + 1 : token.head]
    is_first = token.head > word and all(
        each.head == token.head and each.dep in ("compound", "amod") for each in between
    )
    return is_first and (noun.dep == "nsubj" or (noun.dep == "pobj" and noun.head == word - 1))


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
