"""An answer as FollowTheMoney entities: who was asked about, and a Sanction for each listing that is his."""

from __future__ import annotations

from collections.abc import Iterator

from nongrata.lists.ftm.entity import Entity, make_entity, make_id
from nongrata.outputs.regimes import list_title
from nongrata.outputs.screen.answer import Answer, says_of
from nongrata.outputs.screen.exposed import exposure_lines
from nongrata.outputs.story.ftm_sanction import sanction_of
from nongrata.rows import Row

_OF_PEOPLE = ("birthDate", "birthPlace", "gender", "nationality", "passportNumber", "position")
_LONGEST = 380


def entities_of(answer: Answer) -> Iterator[Entity]:
    """Give the party of a row and its sanctions; one that may be listed is told in its notes. A bad row gives none."""
    row = answer.row
    if not isinstance(row, Row):
        return
    id_ = row.id or make_id("row", str(row.number), *row.names)
    yield _party(row, answer, id_)
    for found in answer.listed:
        if found.hit.verdict == "match":
            for match in found.matches:
                yield sanction_of(match, id_, description=[says_of(reason) for reason in match.reasons])


def _party(row: Row, answer: Answer, id_: str) -> Entity:
    schema = row.schema or "LegalEntity"
    if schema == "LegalEntity" and any(name in row.properties for name in _OF_PEOPLE):
        schema = "Person"
    matches = [match for found in answer.listed for match in found.matches if found.hit.verdict == "match"]
    notes = [
        f"{'Possibly' if found.hit.verdict == 'possible' else 'Not'} the same as {found.caption} "
        f"({', '.join(f'{list_title(match.list_id)} {match.entity_id}' for match in found.matches)}): "
        + "; ".join(says_of(reason) for reason in found.hit.reasons)
        for found in answer.listed
        if found.hit.verdict != "match"
    ]
    names = [name[:_LONGEST] for name in row.names]
    told = {name: values for name, values in row.properties.items() if name not in ("notes", "topics")}
    topics = [
        *row.properties.get("topics", ()),
        *(["sanction"] if any(m.in_force is not False for m in matches) else []),
        *(["sanction.linked"] if answer.exposure in ("owned", "linked") else []),
    ]
    kept = [*row.properties.get("notes", ()), *notes, *exposure_lines(answer.ownership)]
    return make_entity(id_, schema, name=names[:1], alias=names[1:], topics=topics, notes=kept, **told)
