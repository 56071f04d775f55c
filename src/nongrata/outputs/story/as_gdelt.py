"""Events as a table with GDELT 2.0's column names, for those whose tools read that; status and speakers beside.

One row is one event: where several act together, their names and codes stand in one cell, divided by semicolons, and
make no product of pairs. Goldstein's scale and the tone are left out: we measure neither.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from nongrata.dossiers import Dossier, StoryReport
from nongrata.events import Actor, Event
from nongrata.mentions import Place
from nongrata.outputs.lists.export import harmless
from nongrata.outputs.story.as_plover import Coded, coded, day_of, load_codes, place_of

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    event: Event
    report: StoryReport
    dossier: Dossier

    @property
    def published(self) -> str:
        on = self.report.story.published.on
        return on.isoformat() if on else ""

    @property
    def day(self) -> str:
        return (day_of(self.event.when) or self.published).replace("-", "")

    @property
    def place(self) -> Place | None:
        return place_of(self.event, self.report)

    def all_of(self, actors: Iterable[Actor], tell: Callable[[Coded], str]) -> str:
        told = (tell(coded(actor, self.report)) for actor in actors)
        return "; ".join(dict.fromkeys(word for word in told if word))


def as_gdelt(dossiers: Iterable[Dossier]) -> Iterator[str]:
    """Give the head and a line of CSV for each event, each cell harmless to spreadsheets."""
    yield _row(COLUMNS)
    for dossier in dossiers:
        for report in dossier.stories:
            for event in report.events:
                line = _Line(event=event, report=report, dossier=dossier)
                yield _row(_cell(tell(line)) for tell in COLUMNS.values())


def _row(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()


def _cell(told: str) -> str:
    """Give a cell that no spreadsheet takes for a formula; a number below zero is none.

    >>> _cell("-80.19"), _cell("-cmd")
    ('-80.19', "'-cmd")
    """
    return told if _NUMBER.fullmatch(told) else harmless(told)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


COLUMNS: Mapping[str, Callable[[_Line], str]] = {
    "GLOBALEVENTID": lambda line: f"{line.dossier.article.sha256[:16]}-{line.event.id}",
    "SQLDATE": lambda line: line.day,
    "MonthYear": lambda line: line.day[:6],
    "Year": lambda line: line.day[:4],
    "Actor1Code": lambda line: line.all_of(line.event.actors, lambda actor: actor.code),
    "Actor1Name": lambda line: line.all_of(line.event.actors, lambda actor: actor.text),
    "Actor1CountryCode": lambda line: line.all_of(line.event.actors, lambda actor: actor.country),
    "Actor1Type1Code": lambda line: line.all_of(line.event.actors, lambda actor: actor.sector),
    "Actor2Code": lambda line: line.all_of(line.event.recipients, lambda actor: actor.code),
    "Actor2Name": lambda line: line.all_of(line.event.recipients, lambda actor: actor.text),
    "Actor2CountryCode": lambda line: line.all_of(line.event.recipients, lambda actor: actor.country),
    "Actor2Type1Code": lambda line: line.all_of(line.event.recipients, lambda actor: actor.sector),
    "EventRootCode": lambda line: load_codes().types[line.event.type][0],
    "QuadClass": lambda line: str(load_codes().types[line.event.type][1]),
    "NumMentions": lambda line: str(len(line.event.evidence)),
    "ActionGeo_FullName": lambda line: line.place.name if line.place else "",
    "ActionGeo_CountryCode": lambda line: load_codes().alpha3.get(line.place.country or "", "") if line.place else "",
    "ActionGeo_Lat": lambda line: _number(line.place.lat) if line.place else "",
    "ActionGeo_Long": lambda line: _number(line.place.lon) if line.place else "",
    "DATEADDED": lambda line: line.published.replace("-", ""),
    "SOURCEURL": lambda line: line.dossier.article.uri,
    "PloverEvent": lambda line: line.event.type,
    "PloverMode": lambda line: line.event.mode or "",
    "PloverContexts": lambda line: "; ".join(line.event.contexts),
    "Status": lambda line: line.event.status,
    "SaidBy": lambda line: line.all_of(line.event.sources, lambda actor: actor.text),
    "EventText": lambda line: line.event.evidence[0].of(line.dossier.article.text) if line.event.evidence else "",
}
