"""Pages for benches: open texts in the clothes of real pages, in several languages, some naming listed parties.

The texts stay beside the checkout; a page is a text with menus, scripts and boxes around it, as news sites have them.
"""

from __future__ import annotations

import gzip
import html
import json
import random
import tarfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.wikinews import read_wikinews

# A few sentences of our own in other languages; %s is a name, in the script of the language.
OTHER_LANGUAGES: tuple[tuple[str, str, str, str], ...] = (
    (
        "ru",
        "Президент России встретился с %s в Москве. Переговоры продолжались три часа.",
        "Владимиром Путиным",
        "Иваном Сидоркиным",
    ),
    ("ar", "التقى الوزير مع %s في موسكو وقال إن المحادثات كانت مفيدة للجانبين.", "فلاديمير بوتين", "أحمد النجار"),
    ("zh", "外交部长在莫斯科会见了%s，双方讨论了合作问题。", "金正恩", "王小明"),
    ("de", "Der Minister sprach in Moskau mit %s über die Lage der beiden Länder.", "Wladimir Putin", "Jürgen Bäcker"),
    ("fr", "Le ministre a rencontré %s à Moscou pour parler des deux pays.", "Kim Jong-un", "Étienne Moreau"),
    ("es", "El ministro habló con %s en Moscú sobre los acuerdos firmados.", "Nicolás Maduro", "Julio Carpintero"),
)
_MENU = ("Home", "World", "Politics", "Business", "Technology", "Science", "Health", "Sport", "Culture", "Weather")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """An open text."""

    kind: str
    name: str
    body: str


def open_texts(shared: Path) -> Iterator[Text]:
    """Give the open texts: Wikinews, labelled articles and stories, State Department and Treasury releases."""
    data = shared / "data"
    for number, (title, text, _day) in enumerate(read_wikinews(shared)):
        yield Text(kind="wikinews", name=f"wikinews-{number}", body=f"{title}\n\n{text}")
    for line in (data / "gold/articles.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        yield Text(kind="articles", name=row["id"], body=row["text"])
    for path in sorted((data / "gold/stories").glob("*.json")):
        yield Text(kind="stories", name=path.stem, body=json.loads(path.read_text("utf-8"))["text"])
    for kind, where in (
        ("State Department", "news/state_dept_press_releases/items.jsonl.gz"),
        ("Treasury", "news/treasury_press_releases/ofac_to_2024.jsonl.gz"),
    ):
        with gzip.open(data / where, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                row = json.loads(line)
                if 400 < len(row["text"]) < 12_000:
                    yield Text(kind=kind, name=f"{kind}-{number}", body=f"{row['title']}\n\n{row['text']}")


def ordinary_pages(shared: Path) -> Iterator[tuple[str, bytes]]:
    """Give ordinary news as it stands: Wikinews and GUM as text, Zyte's pages as HTML; each with its set's name."""
    for text in open_texts(shared):
        if text.kind == "wikinews" or text.name.startswith("GUM"):
            yield text.kind if text.kind == "wikinews" else "GUM", text.body.encode()
    with tarfile.open(shared / "data/gold/articles_zyte/html.tar") as archive:
        for member in archive.getmembers():
            packed = archive.extractfile(member) if member.isfile() else None
            if packed is not None:
                yield "Zyte", gzip.decompress(packed.read())


def page_of(text: str, chance: random.Random, *, size: int = 60_000) -> bytes:
    """Give a page of about this size around a text: menus, scripts, boxes of other stories."""
    title, _, rest = text.partition("\n")
    paragraphs = "\n".join(
        f'<p class="story-body">{html.escape(line)}</p>' for line in rest.splitlines() if line.strip()
    )
    menu = "".join(f'<li><a href="/{word.lower()}" data-track="nav">{word}</a></li>' for word in _MENU)
    head = (
        f"<title>{html.escape(title)} | The Daily</title><meta charset=utf-8><meta property='og:type' content=article>"
    )
    filler = max(0, size - len(paragraphs))
    script = (
        "<script>" + "var config={'a':[1,2,3],'b':'x'};window.dataLayer.push(config);" * (filler // 120) + "</script>"
    )
    rule = f".c{chance.randrange(99)}{{margin:0;padding:4px}}"
    style = f"<style>{rule * (filler // 80)}</style>"
    others = "".join(f"<div><a href='/s/{n}'>Council talks of bridge number {n}</a></div>" for n in range(12))
    return (
        f"<!DOCTYPE html><html lang=en><head>{head}{style}{script}</head><body><header><ul>{menu}</ul></header><main>"
        f"<article><h1>{html.escape(title)}</h1><time datetime='2024-05-17'>today</time>{paragraphs}</article></main>"
        f"<aside>{others}</aside><footer><ul>{menu}</ul></footer></body></html>"
    ).encode("utf-8", "replace")


def write_archives(folder: Path, pages: Iterable[tuple[str, bytes]], *, each: int = 1_000) -> list[Path]:
    """Write the pages as web archives in the layout of CC-NEWS, so many in each."""
    paths: list[Path] = []
    parts: list[bytes] = []
    for uri, body in pages:
        parts.append(gzip.compress(_record(uri, body), 6))
        if len(parts) == each:
            paths.append(_written(folder, len(paths), parts))
            parts = []
    return [*paths, _written(folder, len(paths), parts)] if parts else paths


def _written(folder: Path, number: int, parts: list[bytes]) -> Path:
    path = folder / f"CC-NEWS-20240517-{number:05d}.warc.gz"
    path.write_bytes(b"".join(parts))
    return path


def _record(uri: str, body: bytes) -> bytes:
    return head_of(uri, len(body)) + body + b"\r\n\r\n"


def head_of(uri: str, length: int) -> bytes:
    """Give what stands before a page of this length in an archive."""
    front = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2024-05-17T10:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(front) + length}\r\n\r\n"
    )
    return head.encode() + front
