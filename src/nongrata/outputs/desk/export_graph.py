"""Who stands in which stories, who is listed where, who acts on whom: a graph for Gephi, yEd, Cytoscape, networkx."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from nongrata.store.opened import Store
from nongrata.store.record import DossierId, KeptStory

_LONGEST = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A party across stories, a story, an entry of a list, or a government."""

    id: str
    kind: str
    label: str
    exposure: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """That one is named in, listed as, or acts on another."""

    source: str
    target: str
    kind: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """Nodes, each once, and edges between them."""

    nodes: Mapping[str, Node]
    edges: Sequence[Edge]


def graph_of(store: Store, asked: Sequence[DossierId]) -> Graph:
    """Give the graph of these dossiers; a party across stories is one node."""
    nodes: dict[str, Node] = {}
    edges: dict[Edge, None] = {}
    for dossier in asked:
        for story in store.stories.of_dossier(dossier):
            _add_story(store, story, nodes, edges)
    return Graph(nodes=nodes, edges=tuple(edges))


def _add_story(store: Store, story: KeptStory, nodes: dict[str, Node], edges: dict[Edge, None]) -> None:
    nodes[story.id] = Node(id=story.id, kind="story", label=story.title or story.uri)
    party_of: dict[str, str] = {}
    for member in store.parties.of_story(story.id):
        party_of[f"party:{member.id}"] = member.canonical
        nodes.setdefault(
            member.canonical, Node(id=member.canonical, kind=member.schema, label=member.name, exposure=member.exposure)
        )
        edges[Edge(source=member.canonical, target=story.id, kind="named in")] = None
        for found in store.parties.findings(member.id):
            if found.verdict != "rejected":
                entry = f"{found.list_id}:{found.entity_id}"
                nodes.setdefault(entry, Node(id=entry, kind="listing", label=found.caption, exposure="listed"))
                edges[Edge(source=member.canonical, target=entry, kind=found.verdict)] = None
    for told in store.happenings.of_story(story.id):
        for actor in told.actors:
            for recipient in told.recipients:
                ends = [_end(each, party_of, nodes) for each in (actor, recipient)]
                edges[Edge(source=ends[0], target=ends[1], kind=told.type, label=told.status)] = None


def _end(actor: str, party_of: Mapping[str, str], nodes: dict[str, Node]) -> str:
    if actor in party_of:
        return party_of[actor]
    kind, _colon, label = actor.partition(":")
    nodes.setdefault(actor, Node(id=actor, kind="government" if kind == "country" else "unnamed", label=label))
    return actor


def as_graphml(graph: Graph) -> Iterator[str]:
    """Give the graph as GraphML (graphml.graphdrawing.org)."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for where, name in (("node", "kind"), ("node", "label"), ("node", "exposure"), ("edge", "type"), ("edge", "says")):
        yield f'<key id="{name}" for="{where}" attr.name="{name}" attr.type="string"/>\n'
    yield '<graph id="nongrata" edgedefault="directed">\n'
    for node in graph.nodes.values():
        told = {"kind": node.kind, "label": node.label, "exposure": node.exposure}
        yield f"<node id={_attr(node.id)}>{_data(told)}</node>\n"
    for edge in graph.edges:
        told = {"type": edge.kind, "says": edge.label}
        yield f"<edge source={_attr(edge.source)} target={_attr(edge.target)}>{_data(told)}</edge>\n"
    yield "</graph>\n</graphml>\n"


def as_gexf(graph: Graph) -> Iterator[str]:
    """Give the graph as GEXF 1.3 (gexf.net)."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    yield '<graph defaultedgetype="directed">\n<attributes class="node"><attribute id="0" title="kind" type="string"/>'
    yield '<attribute id="1" title="exposure" type="string"/></attributes>\n<nodes>\n'
    for node in graph.nodes.values():
        values = f'<attvalue for="0" value={_attr(node.kind)}/><attvalue for="1" value={_attr(node.exposure)}/>'
        yield f"<node id={_attr(node.id)} label={_attr(node.label)}><attvalues>{values}</attvalues></node>\n"
    yield "</nodes>\n<edges>\n"
    for number, edge in enumerate(graph.edges):
        ends = f"source={_attr(edge.source)} target={_attr(edge.target)}"
        yield f'<edge id="{number}" {ends} label={_attr(edge.kind)}/>\n'
    yield "</edges>\n</graph>\n</gexf>\n"


def _data(told: Mapping[str, str]) -> str:
    return "".join(f'<data key="{name}">{escape(_plain(value))}</data>' for name, value in told.items() if value)


def _attr(text: str) -> str:
    return quoteattr(_plain(text))


def _plain(text: str) -> str:
    """Give a text without what XML cannot hold."""
    return "".join(each for each in text[:_LONGEST] if each.isprintable() and each not in "\ufffe\uffff")
