"""What yente's routes take, as its clients send it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

MOST_QUERIES = 100
_LONGEST = 2_000
Facet = Literal["countries", "topics", "datasets", "schema"]
_FACETS: tuple[Facet, ...] = ("countries", "topics", "datasets")
Text = Annotated[str, Field(max_length=_LONGEST)]
Value = Text | int | float | None
Names = Annotated[list[Annotated[str, Field(max_length=200)]], Field(max_length=100)]


class Example(BaseModel):
    """Whom to look for: a FollowTheMoney entity, with or without an id."""

    model_config = ConfigDict(populate_by_name=True)

    id: Annotated[str, Field(max_length=500)] | None = None
    schema_: Annotated[str, Field(max_length=60, alias="schema", examples=["Person"])]
    properties: Annotated[
        dict[Annotated[str, Field(max_length=60)], Value | Annotated[list[Value], Field(max_length=500)]],
        Field(max_length=200, examples=[{"name": ["Vladimir Putin"], "birthDate": ["1952-10-07"]}]),
    ] = Field(default_factory=dict)


class MatchQuery(BaseModel):
    """Up to 100 entities to look for, by names of the caller's own."""

    queries: Annotated[dict[Annotated[str, Field(max_length=200)], Example], Field(max_length=MOST_QUERIES)]
    weights: dict[str, float] = Field(default_factory=dict, description="read and left out: our weights are our own")
    config: dict[str, object] = Field(default_factory=dict, description="read and left out")


class Filters(BaseModel):
    """Which parties are wanted."""

    include_dataset: Names = Field(default_factory=list, description="only parties on these lists")
    exclude_dataset: Names = Field(default_factory=list, description="no parties that are on these lists alone")
    exclude_schema: Names = Field(default_factory=list)
    topics: Names = Field(default_factory=list)
    changed_since: str | None = Field(default=None, pattern=r"^\d{4}-\d{2}-\d{2}([T ][\d:.+Z-]*)?$", max_length=40)


class MatchParams(Filters):
    """How /match answers."""

    limit: int = Field(default=5, ge=1, le=500)
    threshold: float = Field(default=0.7, ge=0, le=1, description="the score from which on `match` is true")
    cutoff: float | None = Field(
        default=None,
        ge=0,
        le=1,
        description="the score below which nothing is given; default: the threshold, at most .7",
    )
    algorithm: str = Field(default="best", max_length=60)
    exclude_entity_ids: Names = Field(default_factory=list)
    fuzzy: bool = Field(default=False, description="read and left out: names are always compared loosely")


class SearchParams(Filters):
    """What /search looks for."""

    q: str = Field(default="", max_length=_LONGEST)
    schema_: str = Field(default="Thing", alias="schema", max_length=60)
    countries: Names = Field(default_factory=list)
    datasets: Names = Field(default_factory=list)
    filter: Names = Field(default_factory=list, description='a property and its value: "birthDate:1952-10-07"')
    limit: int = Field(default=10, ge=0, le=500)
    offset: int = Field(default=0, ge=0, le=9_499)
    sort: Names = Field(default_factory=list, description='"caption", "schema" or "id", with ":desc" for backwards')
    fuzzy: bool = Field(default=False, description="also names that are like the words")
    simple: bool = Field(default=False, description="read and left out: the words are never a query language")
    facets: list[Facet] = Field(default_factory=lambda: list(_FACETS), max_length=4)
    target: bool | None = None


class PageParams(BaseModel):
    """Which part of what stands beside an entity."""

    limit: int = Field(default=10, ge=0, le=500)
    offset: int = Field(default=0, ge=0, le=9_499)
    sort: Names = Field(default_factory=list, description="read and left out")
