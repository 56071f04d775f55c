"""Pages made for the bench of publication dates: the shapes in which real ones give them, and mislead.

page_dates_made.toml has what each gives where; the story's own text speaks of other days in all of them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

TITLE = "Tanker leaves Varna without papers"
TEXT = (
    "The harbour master of Varna said on Monday that the tanker had left without its papers and that two of her "
    "officers, both of them known to the police of the port since 4 May 2019, had not been on board when she sailed.",
    "A court is to hear the case on 17 September 2024, the ministry said in a letter of January 9, 2024 that the "
    "owner of the ship, a company that was founded on 03/02/2011, has made public together with its own answer to it.",
    "Nobody was hurt. The ship’s insurer, whose contract ended on 31 December 2023, would not say whether it had been "
    "told of the change of flag, which the register in Majuro dated to the spring of 2022 when it was asked by phone.",
)
# What misleads in all of them: other stories' days, a reader's, the years of a copyright.
_RELATED = """<aside class="related"><h3>More news</h3>
<article><h4>Port of Burgas closed by storm</h4><time datetime="2024-02-28">28 February 2024</time></article>
<article><h4>Grain ship freed</h4><time datetime="2024-03-20">20 March 2024</time></article></aside>"""
_COMMENTS = """<section class="comments"><h3>Comments</h3><div class="comment"><time datetime="2024-03-15T08:00:00Z">
March 15, 2024 at 8:00 am</time><p>I saw her leave on that night and nobody stopped her at all.</p></div></section>"""
_FOOT = "<footer><p>© 2010–2026 Example News. All rights reserved.</p></footer>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What a made page gives where."""

    name: str
    on: date
    head: str = ""
    before: str = ""  # above the title
    under: str = ""
    after: str = ""  # under the story
    url: str = "https://news.example/world/tanker-leaves-varna"
    lang: str = "en"

    @property
    def page(self) -> str:
        """Give the page."""
        story = "".join(f"<p>{each}</p>" for each in TEXT)
        head = f"<meta charset=utf-8><title>{TITLE} | Example News</title>{self.head}"
        top = f"<header><a href='/'>Example News</a>{self.before}</header>"
        main = f"<article><h1>{TITLE}</h1>{self.under}{story}</article>{self.after}{_RELATED}{_COMMENTS}"
        body = f"{top}<main>{main}</main>{_FOOT}"
        return f"<!DOCTYPE html><html lang='{self.lang}'><head>{head}</head><body>{body}</body></html>"


def _shapes() -> Iterator[Shape]:
    for row in tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["shape"]:
        told = {key: value.replace("{title}", TITLE) for key, value in row.items() if key != "on"}
        yield Shape(on=row["on"], **told)


SHAPES: tuple[Shape, ...] = tuple(_shapes())


def made_pages() -> Iterator[tuple[Shape, bytes]]:
    """Give the made pages."""
    for shape in SHAPES:
        yield shape, shape.page.encode()
