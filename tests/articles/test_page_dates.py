"""When a page's story was published: in each of the shapes in which real pages say so, misleading ones beside them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.articles.page_dates_made import SHAPES, Shape
from nongrata.articles import Article, read_article
from nongrata.articles.pages.stamps import day_of_address
from nongrata.articles.pages.written_days import written_days
from nongrata.sources import Capture

LATER = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_a_day_is_found_in_every_shape_in_which_pages_give_it(shape: Shape) -> None:
    body = shape.page.encode()
    capture = Capture(uri=shape.url, body=body, media_type="text/html", fetched_at=LATER)

    article = read_article(capture, published=None)

    assert isinstance(article, Article)
    assert (article.stories[0].published.on, article.stories[0].published.basis) == (shape.on, "metadata")


def test_a_day_that_is_still_to_come_is_no_day_of_publication() -> None:
    shape = Shape(name="an event", on=date(2026, 5, 1), under="<p>May 1, 2027</p>")
    capture = Capture(uri="page", body=shape.page.encode(), media_type="text/html", fetched_at=LATER)

    article = read_article(capture, published=None)

    assert isinstance(article, Article)
    assert article.stories[0].published.on != date(2027, 5, 1)


@pytest.mark.parametrize("url", ["https://[broken", "page", "https://n.example/2024/13/40/x", "https://n.example/20/x"])
def test_an_address_without_a_day_gives_none(url: str) -> None:
    assert day_of_address(url) is None


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2099, 12, 31)))
def test_a_day_written_in_words_is_read_back(day: date) -> None:
    for form in ("%d %B %Y", "%B %d, %Y", "%d-%b-%Y", "%Y-%m-%d", "%Y/%m/%d", "%A, %d %b %Y, 10:15"):
        assert [each.on for each in written_days(day.strftime(form))] == [day]
