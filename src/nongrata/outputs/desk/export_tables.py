"""The parties and the events of kept stories as csv, whose cells no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from nongrata.outputs.lists.export import harmless
from nongrata.store.opened import Store
from nongrata.store.record import DossierId, KeptStory, Member

PARTIES = (
    "story", "title", "published", "uri", "party", "name", "schema", "exposure", "same_as", "list", "entity_id",
    "caption", "verdict", "score", "in_force",
)  # fmt: skip
EVENTS = (
    "story", "title", "published", "uri", "event", "happening", "type", "mode", "status", "when", "place", "actors",
    "recipients", "sources", "sentence",
)  # fmt: skip


def parties_csv(store: Store, asked: Sequence[DossierId]) -> Iterator[str]:
    """Give a line for each party and each of its listings."""
    yield _line(PARTIES)
    for story, members in _stories(store, asked):
        for member in members:
            about = (*_about(story), member.id, member.name, member.schema, member.exposure, member.canonical)
            found = store.parties.findings(member.id)
            for each in found:
                force = "" if each.in_force is None else str(each.in_force).lower()
                yield _line(
                    (*about, each.list_id, each.entity_id, each.caption, each.verdict, f"{each.score:.3f}", force)
                )
            if not found:
                yield _line((*about, "", "", "", "", "", ""))


def events_csv(store: Store, asked: Sequence[DossierId]) -> Iterator[str]:
    """Give a line for each telling of an event; what is one event has one `happening`."""
    yield _line(EVENTS)
    for story, members in _stories(store, asked):
        names = {f"party:{member.id}": member.name for member in members}
        for told in store.happenings.of_story(story.id):
            parts = (told.actors, told.recipients, told.sources)
            who = ["; ".join(_named(actor, names) for actor in actors) for actors in parts]
            done = (told.id, told.happening, told.type, told.mode or "", told.status, told.when or "", told.place or "")
            yield _line((*_about(story), *done, *who, told.sentence))


def _stories(store: Store, asked: Sequence[DossierId]) -> Iterator[tuple[KeptStory, tuple[Member, ...]]]:
    for dossier in asked:
        for story in store.stories.of_dossier(dossier):
            yield story, store.parties.of_story(story.id)


def _about(story: KeptStory) -> tuple[str, ...]:
    day = "" if story.published is None else story.published.isoformat()
    return story.id, story.title or "", day, story.uri


def _named(actor: str, names: dict[str, str]) -> str:
    return names.get(actor, actor.partition(":")[2])


def _line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow([harmless(cell) for cell in cells])
    return line.getvalue()
