"""The lists as yente's datasets: each by its id, and all of them together."""

from __future__ import annotations

from nongrata.outputs.api.listed import Json
from nongrata.outputs.api.problems import Refusal
from nongrata.outputs.regimes import list_title
from nongrata.screening import ListIndex

ALL = {"default": "All lists", "sanctions": "All lists", "all": "All lists"}


def wanted_lists(dataset: str, index: ListIndex) -> frozenset[str] | None:
    """Give the lists that a dataset's name stands for; None for all. Raises Refusal for a name that is none."""
    if dataset in ALL:
        return None
    if dataset in index.spoken_of:
        return frozenset((dataset,))
    known = ", ".join(sorted({*ALL, *index.spoken_of}))
    raise Refusal(404, f"found the dataset {dataset[:60]!r}; wanted one of {known}"[:500])


def catalogue(index: ListIndex) -> Json:
    """Give the catalogue of the lists in use."""
    names = sorted(index.spoken_of)
    versions = {version.list_id: version for version in index.versions}
    newest = max((version.version for version in index.versions), default="undated")
    everything: Json = {
        "name": "default",
        "title": ALL["default"],
        "summary": "Every list in use, each party once.",
        "load": True,
        "version": newest,
        "index_version": newest,
        "index_current": True,
        "entity_count": len(index.parties),
        "children": names,
    }
    also = {**everything, "name": "sanctions", "load": False}
    return {
        "datasets": [everything, also, *(_dataset(name, versions.get(name)) for name in names)],
        "current": ["default"],
        "outdated": [],
        "index_stale": False,
    }


def _dataset(name: str, version: object) -> Json:
    told = getattr(version, "version", None)
    return {
        "name": name,
        "title": getattr(version, "title", None) or list_title(name),
        "summary": None if version is not None else "Only what the starter list of the package says of it.",
        "load": False,
        "version": told or "starter",
        "index_version": told or "starter",
        "index_current": True,
        "entity_count": getattr(version, "entities", None),
        "children": [],
    }
