"""A dossier as FollowTheMoney entities, for Aleph, yente, nomenklatura and OpenSanctions tools.

Ids come from the source's digest and the party, list or event: the same dossier gives the same ids again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from nongrata.dossiers import Dossier, ScreenedParty, StoryReport
from nongrata.events import Government
from nongrata.lists.ftm.entity import ISO_DAY, Entity, first_and_last, make_entity, make_id
from nongrata.outputs.regimes import list_title
from nongrata.outputs.story.ftm_sanction import sanction_of
from nongrata.outputs.story.listings import is_web
from nongrata.outputs.story.told import EventLine, event_lines
from nongrata.ownership import Exposure, Step
from nongrata.ownership.exposed import TIE_RULE
from nongrata.parties import Fact, Party, PartyId
from nongrata.screening import Match
from nongrata.values import fold

LEGAL = frozenset({"Person", "Company", "Organization", "PublicBody", "LegalEntity"})
ASSETS = frozenset({"Company", "Vessel", "Airplane", "Vehicle", "Asset"})
_OF_BODIES = {
    "inn": "innCode", "ogrn": "ogrnCode", "okpo": "okpoCode", "lei": "leiCode", "swift": "swiftBic", "uscc": "uscCode",
}  # fmt: skip
_NUMBERS = {  # an identifier's kind: which property has it, by schema
    "Vessel": {"imo": "imoNumber", "mmsi": "mmsi", "callsign": "callSign"},
    "Airplane": {"msn": "serialNumber", "tail_number": "registrationNumber"},
    "Company": {**_OF_BODIES, "imo": "imoNumber", "isin": "isinCode", "bik": "bikCode"},
    "Organization": {**_OF_BODIES, "imo": "imoNumber"},
    "PublicBody": _OF_BODIES,
    "LegalEntity": _OF_BODIES,
    "Person": {"passport": "passportNumber", "inn": "innCode"},
}


def as_ftm(dossier: Dossier) -> Iterator[Entity]:
    """Give the dossier's articles, parties, mentions, sanctions, holdings and events as FollowTheMoney entities."""
    for report in dossier.stories:
        yield from _report(dossier, report)


def _report(dossier: Dossier, report: StoryReport) -> Iterator[Entity]:
    article = make_id(dossier.article.sha256, str(report.story.span.start))
    ids = {screened.party.id: make_id(article, "party", screened.party.id) for screened in report.parties}
    yield _article(dossier, report, article)
    for screened in report.parties:
        yield _party(screened, ids[screened.party.id], article)
        yield from _mentions(screened.party, ids[screened.party.id], article)
        yield from _sanctions(screened, ids[screened.party.id], article)
    yield from _holdings(report, ids, article)
    for line in event_lines(report, dossier.article.text):
        yield from _event(line, report, ids, article)


def _article(dossier: Dossier, report: StoryReport, article: str) -> Entity:
    source, story = dossier.article, report.story
    published = story.published.on
    model = f"Nongrata {dossier.made_by.nongrata}, {dossier.made_by.model}"
    return make_entity(
        article,
        "Article",
        title=[] if story.title is None else [story.title.of(source.text)],
        fileName=[source.uri.rpartition("/")[2] or source.uri],
        sourceUrl=[source.uri] if is_web(source.uri) else [],
        author=story.bylines,
        publisher=[] if story.agency is None else [story.agency],
        publishedAt=[] if published is None else [published.isoformat()],
        language=[] if story.language is None else [story.language],
        mimeType=[source.media_type],
        bodyText=[story.span.of(source.text)],
        processingAgent=[model],
        namesMentioned=[screened.party.name for screened in report.parties],
    )


def _party(screened: ScreenedParty, id_: str, article: str) -> Entity:
    party = screened.party
    schema = _schema(party)
    facts = _facts(party.facts, schema)
    aliases = [mention.text for mention in party.mentions if mention.kind in ("full", "alias", "acronym")]
    facts["alias"] = [name for name in [*aliases, *facts.get("alias", [])] if name != party.name]
    return make_entity(
        id_, schema, name=[party.name], topics=_topics(screened), notes=_notes(screened), proof=[article], **facts
    )


def _schema(party: Party) -> str:
    return party.schema if party.schema in LEGAL | ASSETS else "LegalEntity"


def _facts(facts: Iterable[Fact], schema: str) -> dict[str, list[str]]:
    """Give what the story says of a party under FollowTheMoney's property names; the rest has none."""
    found: dict[str, list[str]] = {}
    for fact in facts:
        kind, _, number = fact.value.partition(":")
        name = {
            "country": "country",
            "alias": "alias",
            "identifier": _NUMBERS.get(schema, {}).get(kind),
            "birth_date": "birthDate" if schema == "Person" and ISO_DAY.fullmatch(fact.value) else None,
            "gender": "gender" if schema == "Person" else None,
            "position": "position" if schema == "Person" else None,
        }.get(fact.kind)
        if name is not None:
            value = number if fact.kind == "identifier" else fact.value
            found.setdefault(name, []).append(f"IMO{value}" if name == "imoNumber" else value)
    return found


def _topics(screened: ScreenedParty) -> list[str]:
    held = [match for match in screened.matches if match.verdict == "match"]
    if any(match.in_force is not False for match in held):
        return ["sanction"]
    return ["sanction.linked"] if screened.exposure in ("owned", "linked") else []


def _notes(screened: ScreenedParty) -> list[str]:
    """Say in words what is no certain match: another tool must not take it for one."""
    likes = {"possible": "Possibly the same as", "rejected": "Not the same as"}
    return [
        f"{likes[match.verdict]} {match.caption} ({list_title(match.list_id)} {match.entity_id}): "
        + "; ".join(reason.says for reason in match.reasons)
        for match in screened.matches
        if match.verdict in likes
    ]


def _mentions(party: Party, id_: str, article: str) -> Iterator[Entity]:
    schema = _schema(party)
    for name in dict.fromkeys(mention.text for mention in party.mentions if mention.kind != "pronoun"):
        yield make_entity(
            make_id(id_, "mention", name),
            "Mention",
            document=[article],
            resolved=[id_] if schema in LEGAL else [],
            name=[name],
            detectedSchema=[schema],
            contextCountry=[fact.value for fact in party.facts if fact.kind == "country"],
        )


def _sanctions(screened: ScreenedParty, id_: str, article: str) -> Iterator[Entity]:
    for match in screened.matches:
        if match.verdict == "match":
            yield _sanction(match, id_, article)


def _sanction(match: Match, party: str, article: str) -> Entity:
    return sanction_of(
        match,
        party,
        unscId=[match.entity_id] if match.list_id == "un_sc" and len(match.entity_id) <= 16 else [],
        description=[reason.says for reason in match.reasons],
        proof=[article],
    )


def _holdings(report: StoryReport, ids: Mapping[PartyId, str], article: str) -> Iterator[Entity]:
    """Give each step of each path once, and an entity for everybody on it who is no party of the story."""
    known = {fold(each.party.name): (ids[each.party.id], _schema(each.party)) for each in report.parties}
    seen: set[str] = set()
    for screened in report.parties:
        for step, exposure in _steps(screened.ownership):
            for name in (step.owner, step.owned):
                if fold(name) not in known:
                    known[fold(name)] = (make_id(article, "named", fold(name)), "Company")
                    yield make_entity(known[fold(name)][0], "Company", name=[name], proof=[article])
            edge = _edge(step, known, linked=exposure.rule == TIE_RULE, rule=exposure.rule)
            if edge["id"] not in seen:
                seen.add(edge["id"])
                yield edge


def _steps(exposures: Iterable[Exposure]) -> Iterator[tuple[Step, Exposure]]:
    return ((step, exposure) for exposure in exposures for step in exposure.path)


def _edge(step: Step, known: Mapping[str, tuple[str, str]], *, linked: bool, rule: str) -> Entity:
    (owner, owner_schema), (owned, owned_schema) = known[fold(step.owner)], known[fold(step.owned)]
    edge = make_id(owner, owned, "holds", str(step.share))
    told = {"description": [step.source], "summary": [rule]}
    if not linked and owner_schema in LEGAL and owned_schema in ASSETS and owner != owned:
        return make_entity(edge, "Ownership", owner=[owner], asset=[owned], percentage=_percent(step.share), **told)
    return make_entity(edge, "UnknownLink", subject=[owner], object=[owned], role=["owner or link"], **told)


def _percent(share: Fraction | None) -> list[str]:
    return [] if share is None else [f"{float(share) * 100:g}"]


def _event(line: EventLine, report: StoryReport, ids: Mapping[PartyId, str], article: str) -> Iterator[Entity]:
    event = line.event
    id_ = make_id(article, "event", event.id)
    everybody = [*event.actors, *event.recipients]
    schemas = {screened.party.id: _schema(screened.party) for screened in report.parties}
    parties = [actor for actor in everybody if isinstance(actor, str) and actor in ids]
    first, last = first_and_last(event.when)
    yield make_entity(
        id_,
        "Event",
        name=[line.sentence],
        summary=["".join(line.quote)],
        description=[f"{line.status}, {line.speaker}"],
        keywords=[event.type, *filter(None, [event.mode]), event.status, *event.contexts],
        date=[first] if first is not None and first == last else [],
        startDate=[first] if first is not None and first != last else [],
        endDate=[last] if last is not None and first != last else [],
        location=[] if line.where is None else [line.where],
        country=[actor.country for actor in everybody if isinstance(actor, Government)],
        involved=[ids[party] for party in parties if schemas[party] in LEGAL],
        proof=[article],
    )
    for party in dict.fromkeys(parties):
        if schemas[party] not in LEGAL:
            link = make_id(id_, ids[party])
            yield make_entity(link, "UnknownLink", subject=[ids[party]], object=[id_], role=["involved in the event"])
