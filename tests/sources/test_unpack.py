"""What holds several stories: feeds, letters, mailboxes, web archives, folders; each thing in them on its own."""

from __future__ import annotations

import gzip
import io
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongrata.articles import Article, read_article
from nongrata.sources import Capture, read_sources
from nongrata.sources.kinds import EMAIL, FEED, MAILBOX, WARC, document_type, media_type_of
from nongrata.sources.unpack import each_of
from nongrata.sources.warc import _no_page
from nongrata.values import Skipped

NOW = datetime(2024, 3, 12, 9, 0, tzinfo=UTC)

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour news</title>
<item><title>Ferry &amp;amp; crane sold</title><link>https://news.example/ferry</link>
 <pubDate>Mon, 11 Mar 2024 08:00:00 GMT</pubDate><description>Short.</description>
 <content:encoded><![CDATA[<p>The ferry was sold on Monday.</p><p>Its owner said so.</p>]]></content:encoded></item>
<item><title>Nothing in it</title><link>https://news.example/empty</link></item>
<item><title>Plain</title><description>Cranes stood still on Sunday, the port said.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour</title><entry><title>Pilot leaves</title>
<link rel="self" href="https://news.example/api/1"/><link href="https://news.example/pilot"/>
<updated>2024-03-13T00:00:00Z</updated><published>2024-03-12T10:00:00+01:00</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The pilot left on Tuesday.</p></div></content>
</entry></feed>"""


def held(body: bytes, *, name: str = "") -> list[Capture | Skipped]:
    return list(each_of(Capture(uri="box", body=body, media_type=media_type_of(body, name=name), fetched_at=NOW)))


def captures(found: list[Capture | Skipped]) -> list[Capture]:
    return [each for each in found if isinstance(each, Capture)]


def reasons(found: list[Capture | Skipped]) -> list[str]:
    told = [each.reason for each in found if isinstance(each, Skipped)]
    assert all(reason.startswith("found ") and "wanted" in reason and "\n" not in reason for reason in told)
    return told


def test_a_feeds_entries_have_their_own_titles_days_and_texts() -> None:
    found = held(RSS.encode())

    ferry, plain = captures(found)
    assert (ferry.uri, ferry.title, ferry.published) == (
        "https://news.example/ferry",
        "Ferry & crane sold",
        date(2024, 3, 11),
    )
    assert ferry.body == b"<p>The ferry was sold on Monday.</p><p>Its owner said so.</p>"
    assert (plain.uri, plain.body) == ("box#3", b"<p>Cranes stood still on Sunday, the port said.</p>")
    assert ["without a text" in reason for reason in reasons(found)] == [True]


def test_an_atom_entry_is_dated_by_its_publication() -> None:
    (pilot,) = captures(held(ATOM.encode()))

    assert (pilot.uri, pilot.title, pilot.published) == (
        "https://news.example/pilot",
        "Pilot leaves",
        date(2024, 3, 12),
    )
    assert b"The pilot left on Tuesday." in pilot.body


def test_an_entity_in_a_feed_is_not_resolved() -> None:
    feed = b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><item><title>a</title>'
    found = list(
        each_of(
            Capture(
                uri="f",
                body=feed + b"<description>The pilot &x; left.</description></item></rss>",
                media_type=FEED,
                fetched_at=NOW,
            )
        )
    )

    (entry,) = captures(found)
    assert entry.body == b"<p>The pilot  left.</p>"


def test_signs_that_html_names_and_xml_does_not_know_are_read() -> None:
    body = RSS.replace("stood still on Sunday, the", "stood still on&nbsp;Sunday &mdash; the city&rsquo;s").encode()

    assert "Cranes stood still on\xa0Sunday — the city’s port said.".encode() in captures(held(body))[-1].body


def test_a_feed_with_a_tag_that_is_no_name_is_read_as_far_as_it_goes() -> None:
    assert held(RSS.replace(" xmlns:content", "_ xmlns:content").encode())  # found by fuzzing


@pytest.mark.parametrize("day", ["Tue, 12 Mar 2024 10:0999999999999990:00 +0000", "Tue, 99 Mar 99999 10:00:00"])
def test_a_day_that_is_none_leaves_a_letter_or_an_entry_without_one(day: str) -> None:  # found by fuzzing
    mail = f"From: a@b.example\nSubject: x\nDate: {day}\nMIME-Version: 1.0\n\nThe ferry was sold on Monday.\n"
    feed = RSS.replace("Mon, 11 Mar 2024 08:00:00 GMT", day)

    assert [each.published for each in captures(held(mail.encode()))] == [None]
    assert captures(held(feed.encode()))[0].published is None


def test_a_charset_that_holds_a_nul_is_none() -> None:  # found by fuzzing
    mail = b'From: a@b.example\nSubject: x\nDate: x\nMIME-Version: 1.0\nContent-Type: text/plain; charset="u\0"\n\n'

    (found,) = captures(held(mail + "Die Fähre wurde verkauft.".encode("latin-1")))

    article = read_article(found, published=None)
    assert isinstance(article, Article)
    assert "Fähre" in article.text


def test_letters_in_letters_and_letters_of_thousands_of_parts_are_skipped_at_once() -> None:
    inner = b"From: a@b.example\nSubject: x\nDate: x\nMIME-Version: 1.0\nContent-Type: text/plain\n\nNo."
    for _ in range(300):
        inner = inner.replace(b"text/plain", b"message/rfc822", 1).split(b"\n\n")[0] + b"\n\n" + inner
    parts = b"From: a@b.example\nSubject: x\nDate: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"

    assert reasons(held(inner))
    assert reasons(held(parts + b"--b\n\nNo.\n" * 6_000)) == [
        "found an e-mail of thousands of parts; wanted at most 200"
    ]


def letter(*, html: str | None = "<p>The harbour master left on Monday.</p>") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"] = "Harbour news <news@news.example>", "desk@paper.example"
    message["Subject"], message["Date"] = "The week in the harbour", "Tue, 12 Mar 2024 06:00:00 +0000"
    message["Message-ID"] = "<1@news.example>"
    message.set_content("The harbour master left on Monday.")
    if html is not None:
        message.add_alternative(html, subtype="html")
    return message


def test_a_letter_is_read_in_its_html_once() -> None:
    (found,) = captures(held(letter().as_bytes()))

    assert (found.media_type, found.title, found.published) == (
        "text/html",
        "The week in the harbour",
        date(2024, 3, 12),
    )
    assert found.is_whole
    assert b"harbour master" in found.body


def test_a_letter_in_plain_words_is_read_as_they_are() -> None:
    (found,) = captures(held(letter(html=None).as_bytes()))

    assert (found.media_type, found.body) == ("text/plain", b"The harbour master left on Monday.\n")


def test_attachments_are_read_or_listed_with_their_reason() -> None:
    message = letter()
    message.add_attachment("The statement in full.", filename="statement.txt")
    message.add_attachment(b"\xff\xd8\xff\xe0", maintype="image", subtype="jpeg", filename="crane.jpg")
    message.add_attachment(letter(html=None))

    found = held(message.as_bytes())

    assert [each.uri for each in captures(found)] == ["box", "box#statement.txt", "box#part 5"]
    assert ["a JPEG image" in reason for reason in reasons(found)] == [True]


def test_a_mailbox_gives_each_letter() -> None:
    one = b"From news@news.example Tue Mar 12 06:00:00 2024\n" + letter().as_bytes() + b"\n"

    assert document_type(one) == MAILBOX
    assert [each.uri for each in captures(held(one + one))] == ["box#1", "box#2"]


def test_a_story_that_begins_like_a_letter_is_a_text() -> None:
    story = b"From: the harbour\nSubject: ferries, and what they cost\n\nThe ferry was sold on Monday."

    assert media_type_of(story) == "text/plain"


def test_letters_in_letters_end_somewhere() -> None:
    message = letter()
    for _ in range(6):
        outer = letter()
        outer.add_attachment(message)
        message = outer

    assert any("in another" in reason for reason in reasons(held(message.as_bytes())))


def record(kind: str, uri: str, body: bytes, *, content_type: str = "application/http; msgtype=response") -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2023-09-15T10:00:00Z\r\n"
        f"Content-Type: {content_type}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def answer(body: bytes, *fields: str, status: str = "200 OK") -> bytes:
    return "\r\n".join([f"HTTP/1.1 {status}", *fields, "", ""]).encode() + body


PAGE = b"<html><p>The ferry was sold.</p></html>"


def records() -> Iterator[bytes]:
    yield record("warcinfo", "", b"software: ours", content_type="application/warc-fields")
    yield record("request", "https://news.example/1", b"GET / HTTP/1.1\r\n\r\n")
    yield record("response", "https://news.example/1", answer(PAGE, "Content-Type: text/html; charset=utf-8"))
    packed = answer(gzip.compress(PAGE), "Content-Type: text/html", "Content-Encoding: gzip")
    yield record("response", "https://news.example/2", packed)
    chunks = b"5\r\n" + PAGE[:5] + b"\r\n" + f"{len(PAGE) - 5:x}".encode() + b"\r\n" + PAGE[5:] + b"\r\n0\r\n\r\n"
    yield record(
        "response", "https://news.example/3", answer(chunks, "Content-Type: text/html", "Transfer-Encoding: chunked")
    )
    yield record("response", "https://news.example/gone", answer(b"", status="404 Not Found"))
    yield record("response", "https://news.example/a.gif", answer(b"GIF89a...", "Content-Type: image/gif"))
    yield record("revisit", "https://news.example/1", b"")


def test_an_encoding_that_breaks_off_is_told_in_one_line() -> None:  # found by fuzzing
    (reason,) = reasons(held(record("response", "https://news.example/1", answer(PAGE, "Content-Encoding: br\nx"))))

    assert "packed as br x" in reason


@pytest.mark.parametrize("packed", [False, True])
def test_an_archives_pages_come_from_where_and_when_they_were_taken(tmp_path: Path, *, packed: bool) -> None:
    path = tmp_path / "pages.warc"
    path.write_bytes(b"".join(gzip.compress(each) if packed else each for each in records()))

    found = list(read_sources(str(path), now=NOW, stdin=io.BytesIO(), fetch=None))

    assert [each.uri[-1] for each in captures(found)] == ["1", "2", "3"]
    assert {each.body for each in captures(found)} == {PAGE}
    assert {each.fetched_at for each in captures(found)} == {datetime(2023, 9, 15, 10, tzinfo=UTC)}
    assert captures(found)[0].charset == "utf-8"
    assert [reason.partition(";")[0] for reason in reasons(found)] == [
        "found HTTP 404", "found a GIF image", "found a revisit record"
    ]  # fmt: skip


def test_a_cut_archive_gives_what_came_before_and_says_so() -> None:
    whole = b"".join(records())

    found = held(whole[: whole.index(b"example/2") + 190])

    assert len(captures(found)) == 1
    assert "ends too early" in reasons(found)[-1]


@pytest.mark.parametrize("told", ["9", "0", "-7", "99", "400", "99999999", "9" * 40, "many", ""])
@pytest.mark.parametrize("wrong", [0, 1, 2])
def test_a_record_with_a_wrong_length_is_told_and_it_and_all_others_are_read(told: str, wrong: int) -> None:
    pages = [record("response", f"https://news.example/{number}", answer(PAGE)) for number in range(4)]
    pages[wrong] = re.sub(rb"Content-Length: \d+", f"Content-Length: {told}".encode(), pages[wrong])

    found = held(b"".join(pages))

    assert [each.body for each in captures(found)] == [PAGE] * 4
    assert ["is read to where the next one begins" in reason for reason in reasons(found)] == [True]


@given(st.lists(st.integers(-3, 150), max_size=4), st.binary(max_size=40))
def test_an_archive_of_any_lengths_is_read_to_its_end(lengths: list[int], rest: bytes) -> None:
    page = record("response", "https://a.example", PAGE)
    pages = (re.sub(rb"Content-Length: \d+", f"Content-Length: {told}".encode(), page) for told in lengths)

    assert len(held(b"".join(pages) + rest)) >= len(lengths)


def test_a_bomb_in_an_archive_is_skipped() -> None:
    bomb = answer(gzip.compress(b"a" * 60_000_000), "Content-Type: text/html", "Content-Encoding: gzip")

    assert "packed as gzip, or broken" in reasons(held(record("response", "https://news.example/b", bomb)))[0]


def test_a_folders_files_are_read_by_name_and_hidden_ones_left_alone(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("The ferry left.")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "feed.xml").write_text(ATOM)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x").write_text("no story")
    (tmp_path / "c.gif").write_bytes(b"GIF89a")

    found = list(read_sources(str(tmp_path), now=NOW, stdin=io.BytesIO(), fetch=None))

    assert [Path(each.uri).name for each in captures(found)] == ["pilot", "b.txt"]
    assert "a GIF image" in reasons(found)[0]


@pytest.mark.parametrize("kind", [FEED, EMAIL, MAILBOX, WARC])
@given(noise=st.binary(max_size=200), at=st.integers(0, 400))
def test_whatever_bytes_come_each_thing_is_a_capture_or_a_reason(kind: str, noise: bytes, at: int) -> None:
    whole = {
        FEED: RSS.encode(),
        EMAIL: letter().as_bytes(),
        MAILBOX: b"From a@b.c Tue Mar 12 06:00:00 2024\n" + letter().as_bytes(),
        WARC: b"".join(records()),
    }[kind]
    body = whole[:at] + noise + whole[at:]

    found = list(each_of(Capture(uri="box", body=body, media_type=kind, fetched_at=NOW)))

    assert found
    assert all(isinstance(each, Capture | Skipped) for each in found)
    reasons(found)


def test_a_refused_type_that_is_folded_over_lines_makes_a_reason_of_one() -> None:
    """What an hour of altered bytes found."""
    assert _no_page(b"<x>y", "image/\r\n png") == "found image/ png; wanted a page"
