"""Lists in XML, record by record: no entities, no network, bounded memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from lxml import etree

from nongrata.lists.files import chunks_of
from nongrata.values import ListError

Element: TypeAlias = etree._Element

MAX_ELEMENTS = 20_000  # in one record; the largest of the United Nations' has about 200
MAX_ALL = 2_000_000  # in the whole file; the United Nations' has 60,000
MAX_DEPTH = 32
MAX_TEXT_IN = 1_000  # characters of a field that are read; a name has 100 at most


@dataclass(slots=True)
class Opening:
    """What the root element says, its name and one attribute; filled in while the records are read."""

    attribute: str  # the name of the one that is asked for
    root: str = ""
    value: str = ""


def records_of(
    path: Path, tags: tuple[str, ...], opening: Opening, *, below: int = 2, most: int = MAX_ALL
) -> Iterator[Element]:
    """Give the elements of these local names so many steps below the root, each valid until the next is asked for.

    Raises ListError where the XML is not well formed, ends early, brings its own document type (entity bombs), or
    nests or grows beyond what a list does.
    """
    parser = etree.XMLPullParser(
        events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    counter = _Counter(path=path, opening=opening, at=below + 1, most=most)
    try:
        for chunk in chunks_of(path):
            parser.feed(chunk)
            for event, element in parser.read_events():
                if counter.ends_record(event, element) and local_name(element) in tags:
                    yield element
                counter.clear(event, element)
        parser.close()
    except etree.XMLSyntaxError as error:
        line = error.lineno or 0
        found = f"XML that breaks off or is damaged ({' '.join(str(error.msg).split())[:120]})"
        raise ListError(f"{path}:{line}", found, "the whole file; fetch it again") from None


def local_name(element: Element) -> str:
    """Give the name of an element without its namespace, which publishers change from year to year."""
    return str(element.tag).rpartition("}")[2]


def children_of(element: Element | None, name: str) -> Iterator[Element]:
    """Give the children of this local name, in whatever namespace; none where there is no element."""
    return iter(()) if element is None else element.iterchildren(f"{{*}}{name}")


def child_of(element: Element | None, name: str) -> Element | None:
    """Give the first child of this local name, or None."""
    return next(children_of(element, name), None)


def text_in(element: Element | None, *path: str, limit: int = MAX_TEXT_IN) -> str:
    """Give the text of the first child (of the first child …) along these local names, or ""."""
    for name in path:
        element = child_of(element, name)
    return "" if element is None else (element.text or "")[:limit].strip()


@dataclass(slots=True)
class _Counter:
    """Where in the tree the parser is, and how much the record there has grown."""

    path: Path
    opening: Opening
    at: int  # the depth at which records stand; the root's is 1
    most: int  # elements in the whole file
    depth: int = 0
    elements: int = 0
    all: int = 0

    def ends_record(self, event: str, element: Element) -> bool:
        """Count, refuse what no list has, and say whether an element at the records' depth ends here."""
        if event == "end":
            return self.depth == self.at
        if self.depth == 0:
            self._open(element)
        self.depth += 1
        self.elements = 0 if self.depth <= self.at else self.elements + 1
        self.all += 1
        if self.depth > MAX_DEPTH or self.elements > MAX_ELEMENTS or self.all > self.most:
            found = f"elements {self.depth} deep, {self.elements} in one record, {self.all} so far"
            raise ListError(f"{self.path}:{element.sourceline}", found, "the XML of a list")
        return False

    def _open(self, element: Element) -> None:
        if element.getroottree().docinfo.internalDTD is not None:
            raise ListError(str(self.path), "XML with a document type of its own", "XML without <!DOCTYPE>")
        self.opening.root = local_name(element)
        # Not all attributes: lxml needs a time with the square of their number to list them.
        self.opening.value = str(element.get(self.opening.attribute, ""))

    def clear(self, event: str, element: Element) -> None:
        """Free what has been read, so that the tree never grows beyond one record."""
        if event != "end":
            return
        if self.depth <= self.at:
            element.clear()
            parent = element.getparent()
            while parent is not None and element.getprevious() is not None:
                del parent[0]
        self.depth -= 1
