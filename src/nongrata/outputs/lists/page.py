"""What changed between versions of lists, as one self-contained page that asks nothing of the network."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from nongrata.lists.diff import ListDiff
from nongrata.outputs.lists.diff import field_words, heading_of, summary_of
from nongrata.outputs.words import one_line


def as_page(diffs: Sequence[ListDiff]) -> str:
    """Give the page. Every text in it is escaped; control characters are made visible."""
    folder = files("nongrata.outputs")
    css = "".join(folder.joinpath(name).read_text("utf-8") for name in ("page.css", "lists_diff.css"))
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["line"] = one_line
    environment.filters["heading"] = heading_of
    environment.filters["field"] = field_words
    environment.filters["summary"] = summary_of
    template = environment.from_string(folder.joinpath("lists_diff.html.j2").read_text("utf-8"))
    css_hash = "sha256-" + b64encode(sha256(css.encode()).digest()).decode()
    return template.render(diffs=diffs, css=Markup(css), css_hash=css_hash)  # noqa: S704 # our own files
