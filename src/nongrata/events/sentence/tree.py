"""A sentence as a tree: who governs whom, which words make a phrase, which clause a word belongs to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from nongrata.mentions import Sentence, Token
from nongrata.values import Span

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
TAKES_OVER = frozenset({"xcomp", "conj", "advcl", "acl", "acomp", "oprd"})
_TOOLS = ("use", "deploy", "employ", "need", "spend")  # "used the drones to bomb": the user bombs
_CALLS = ("call", "appeal", "prevail")
_REJECTS = ("reject", "deny", "dismiss", "refute", "dispute", "face", "admit")
_NOUNS = ("NOUN", "PROPN", "PRON", "NUM")  # "the bank and two of its managers, A and B"
_WIDE = frozenset({"relcl", "acl", "advcl", "appos", "conj", "cc", "punct", "preconj", "ccomp", "parataxis"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A sentence with the children of each word. A word is named by its place in the sentence."""

    sentence: Sentence
    tokens: tuple[Token, ...]  # the sentence's, in their order; asked for a thousand times each
    children: tuple[tuple[int, ...], ...]

    def lemma(self, word: int) -> str:
        """Give a word as a dictionary has it."""
        return self.tokens[word].lemma

    def dep(self, word: int) -> str:
        """Give how a word hangs on the one above it."""
        return self.tokens[word].dep

    def head(self, word: int) -> int:
        """Give the word above; the root is above itself."""
        return self.tokens[word].head

    def kids(self, word: int, *deps: str) -> tuple[int, ...]:
        """Give the words that hang on this one by one of these relations, in the order of the text."""
        children, tokens = self.children[word], self.tokens
        return tuple([kid for kid in children if tokens[kid].dep in deps]) if children else ()

    def kid(self, word: int, *deps: str) -> int | None:
        """Give the first of them."""
        tokens = self.tokens
        for kid in self.children[word]:
            if tokens[kid].dep in deps:
                return kid
        return None

    def subtree(self, word: int, *, without: frozenset[str] = frozenset()) -> tuple[int, ...]:
        """Give the word and all below it, leaving out what hangs on it by one of these relations."""
        found, waiting = [word], [kid for kid in self.children[word] if self.tokens[kid].dep not in without]
        while waiting:
            found.append(waiting.pop())
            waiting.extend(self.children[found[-1]])
        return tuple(sorted(found))

    def phrase(self, word: int) -> tuple[int, ...]:
        """Give a noun with its own words: no relative clauses, appositions or further members of a list."""
        beyond = {other for prep in self.kids(word, "prep") if self.kids(prep, "pcomp") for other in self.subtree(prep)}
        within = [other for other in self.subtree(word, without=_WIDE) if other not in beyond]
        return tuple(other for other in within if other == word or self.tokens[other].pos != "PUNCT")

    def span(self, words: tuple[int, ...]) -> Span:
        """Give the stretch of text from the first to the last of these words."""
        return Span(
            min(self.tokens[word].span.start for word in words), max(self.tokens[word].span.end for word in words)
        )

    def listed(self, word: int) -> tuple[int, ...]:
        """Give all members of a list of nouns, the first of which is this one."""
        found = [word]
        for member in found:
            found.extend(kid for kid in self.kids(member, "conj") if self.tokens[kid].pos in _NOUNS)
            found.extend(kid for kid in self.kids(member, "appos") if self._is_next_of_list(member, kid))
            found.extend(kid for aside in self.kids(member, "appos") for kid in self._behind(aside))
        return tuple(found)

    def _behind(self, aside: int) -> tuple[int, ...]:
        """Give what goes on with the list behind a closed apposition: "the Army, a militia, and its leader"."""
        closing = [kid for kid in self.kids(aside, "cc") if self.tokens[kid - 1].text == ","]
        members = self.kids(aside, "conj") if closing and self.tokens[aside].pos == "NOUN" else ()
        return tuple(kid for kid in members if self.tokens[kid].pos == "PROPN" or self.kids(kid, "poss", "det"))

    def _is_next_of_list(self, word: int, other: int) -> bool:
        """Be the second name of a list of three, which the parser takes for what the first is: "X Ltd, Y Ltd and Z"."""
        names = all(self.tokens[member].pos == "PROPN" for member in (word, other, *self.kids(other, "conj")))
        return names and bool(self.kids(other, "conj")) and bool(self.kids(other, "cc")) and not self.kids(word, "cc")

    def up(self, word: int) -> tuple[int, ...]:
        """Give the words above this one, the nearest first."""
        found: list[int] = []
        while self.head(word) != word and len(found) < len(self.tokens):
            word = self.head(word)
            found.append(word)
        return tuple(found)

    def is_verb(self, word: int) -> bool:
        """Be a verb, or an auxiliary that stands for one."""
        return self.tokens[word].pos in ("VERB", "AUX")

    def clause(self, word: int) -> int:
        """Give the verb of the clause that the word stands in; the word itself if it is that verb."""
        return next((other for other in (word, *self.up(word)) if self.is_verb(other)), word)

    def is_apart(self, word: int) -> bool:
        """Be a sentence of its own before a semicolon, which the parser takes for what is said after it."""
        head = self.head(word)
        return self.dep(word) == "ccomp" and head > word and any(each.text == ";" for each in self.tokens[word:head])

    def is_passive(self, verb: int) -> bool:
        """Be passive, or a participle that says what was done to a noun ("a tanker blacklisted by …")."""
        if self.kids(verb, "auxpass", "nsubjpass"):
            return True
        if self.dep(verb) == "conj" and self.is_verb(self.head(verb)) and not self.kids(verb, "dobj", "nsubj"):
            return self.tokens[verb].tag == "VBN" and not self.kids(verb, "aux") and self.is_passive(self.head(verb))
        if self.kids(verb, "mark", "nsubj"):
            return False  # "claims that it had sent": perfect, not passive
        return self.tokens[verb].tag == "VBN" and (
            self.dep(verb) in ("acl", "amod", "acomp")
            or (self.dep(verb) in ("advcl", "pcomp") and not self.kids(verb, "dobj"))
        )

    def subject(self, verb: int) -> int | None:
        """Give the grammatical subject, taken over from the clause above where the verb has none of its own."""
        for _ in self.tokens:
            if own := self.kids(verb, *SUBJECTS):
                # a dateline before the sentence is taken for a first subject: the nearest one counts
                return max((word for word in own if word < verb), default=own[0])
            above = self._clause_above(verb)
            if above is None or (self.dep(verb) in ("acl", "amod") and not self.is_verb(above)):
                return above
            if (turned_on := self._turned_on(verb, above)) is not None:
                return turned_on
            verb = above
        return None

    def _clause_above(self, verb: int) -> int | None:
        """Give the verb from which one without a subject takes it over, or the noun that a participle hangs on."""
        dep, head = self.dep(verb), self.head(verb)
        if dep == "pcomp":
            return self.clause(head)
        if dep in ("acl", "amod") and not self.is_verb(head):
            return head
        return head if dep in TAKES_OVER and head != verb else None

    def _turned_on(self, verb: int, above: int) -> int | None:
        """Give whom the verb above turns on, who then acts: "accused Pyongyang of providing", "urged Seoul to join"."""
        if self.dep(verb) == "pcomp":
            return self._accused(self.head(verb), above)
        if self.lemma(above) in _CALLS and (called := self._called_on(verb, above)) is not None:
            return called
        if self.dep(verb) == "xcomp" and not self.is_passive(above) and self.lemma(above) not in _TOOLS:
            return self.kid(above, "dobj")
        return None

    def _called_on(self, verb: int, above: int) -> int | None:
        """Give who is asked by a verb with a preposition: "called on Beijing to stop", "appealed to Seoul to act"."""
        if not any(self.lemma(kid) == "to" for kid in self.kids(verb, "aux")):
            return None
        preps = [prep for prep in self.kids(above, "prep") if prep < verb and self.lemma(prep) in ("on", "upon", "to")]
        return next((noun for prep in preps for noun in self.kids(prep, "pobj")), None)

    def _accused(self, prep: int, verb: int) -> int | None:
        """Give whom a verb turns on, who then is the one that did it: "accused Pyongyang of providing arms"."""
        if self.lemma(prep) not in ("of", "for", "from", "into", "over", "against", "with"):
            return None
        if self.head(prep) != verb and self.lemma(verb) in _REJECTS:
            return None  # "Iran rejects the charge of arming them": Iran would be the one
        if self.tokens[self.head(prep)].pos == "ADJ" and (found := self.kid(self.head(prep), *SUBJECTS)) is not None:
            return found  # "a jury found two brokers guilty of smuggling"
        if self.lemma(self.head(prep)) == "responsibility":
            return None  # who claims it for sinking a ship sank it
        return self.kid(verb, "nsubjpass" if self.is_passive(verb) else "dobj")


def kids_of(tokens: Sequence[Token], word: int, *deps: str) -> list[int]:
    """Give the words that hang on this one, by one of these relations or by any, before there is a tree to ask."""
    found = [kid for kid, token in enumerate(tokens) if token.head == word != kid]
    return [kid for kid in found if tokens[kid].dep in deps] if deps else found


def words_at(tokens: Sequence[Token], span: Span) -> list[int]:
    """Give the words that have a character in common with a stretch of text."""
    first = bisect_right(tokens, span.start, key=lambda token: token.span.end)
    return list(range(first, bisect_left(tokens, span.end, lo=first, key=lambda token: token.span.start)))


def tree_of(sentence: Sentence) -> Tree:
    """Give a sentence as a tree."""
    children: list[list[int]] = [[] for _ in sentence.tokens]
    for index, token in enumerate(sentence.tokens):
        if token.head != index:
            children[token.head].append(index)
    return Tree(sentence=sentence, tokens=sentence.tokens, children=tuple(map(tuple, children)))
