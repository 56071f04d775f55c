"""An e-mail or a mailbox as captures: the message itself, and each attachment that holds a story."""

from __future__ import annotations

import email.policy
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from email.message import EmailMessage, Message
from email.parser import BytesParser
from itertools import islice

from nongrata.sources.kinds import CONTAINERS, binary_kind, media_type_of
from nongrata.sources.record import Capture
from nongrata.values import Skipped
from nongrata.values.moments import day_of_header

_MOST_PARTS = 200  # of one message
_MOST_MESSAGES = 2_000  # of one mailbox
_DEEPEST = 10
_LONGEST_SUBJECT = 300
_BODIES = ("text/html", "text/plain")  # the better one first: it has the paragraphs whole
# What the standard library raises on heads and parts that are damaged.
_DAMAGE = (
    ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, UnicodeError, ValueError,
)  # fmt: skip
_MOST_BOUNDARIES = 5_000  # lines that may part a message: reading each part takes its time
_BOUNDARY = re.compile(rb"^--\S", re.M)


def read_mail(capture: Capture) -> Iterator[Capture | Skipped]:
    """Give a message's text, in HTML where it has it, then what is attached: to be read, or skipped with its reason."""
    boundaries = sum(1 for _ in islice(_BOUNDARY.finditer(capture.body), _MOST_BOUNDARIES + 1))
    if boundaries > _MOST_BOUNDARIES:
        yield _skipped(capture.uri, f"found an e-mail of thousands of parts; wanted at most {_MOST_PARTS}")
        return
    try:
        message = BytesParser(policy=email.policy.default).parsebytes(capture.body)
        parts = list(_leaves(message, depth=0))
    except _DAMAGE as error:
        yield _skipped(capture.uri, f"found a damaged e-mail ({_line(error)}); wanted one that opens: save its text")
        return
    if len(parts) > _MOST_PARTS:
        yield _skipped(capture.uri, f"found an e-mail of {len(parts):,} parts; wanted at most {_MOST_PARTS}")
        return
    body = _body(parts)
    if body is None:
        yield _skipped(capture.uri, "found an e-mail without a text; wanted one with a text: see its attachments")
    else:
        try:
            letter = _as_capture(capture, body, uri=capture.uri)
        except _DAMAGE as error:
            yield _skipped(
                capture.uri, f"found a damaged e-mail ({_line(error)}); wanted one that opens: save its text"
            )
            return
        yield replace(letter, title=_subject(message), published=_mailed_on(message), is_whole=True)
    for number, part in enumerate(parts, start=1):
        if part is not body and not _is_other_form(part, body):
            yield _attached(capture, part, number)


def read_mailbox(capture: Capture) -> Iterator[Capture | Skipped]:
    """Give what the messages of a mailbox hold, each in its turn."""
    for number, message in enumerate(_messages(capture.body), start=1):
        if number > _MOST_MESSAGES:
            yield _skipped(capture.uri, f"found more than {_MOST_MESSAGES:,} messages; wanted fewer: cut the mailbox")
            return
        yield from read_mail(replace(capture, uri=f"{capture.uri}#{number}", body=message))


def _mailed_on(message: EmailMessage) -> date | None:
    """Give the day that a message's Date says, or None."""
    try:
        return day_of_header(str(message["date"]))
    except _DAMAGE:
        return None


def _subject(message: EmailMessage) -> str | None:
    try:
        return " ".join(str(message["subject"] or "").split())[:_LONGEST_SUBJECT] or None
    except _DAMAGE:
        return None


def _messages(body: bytes) -> Iterator[bytes]:
    """Give the messages: each begins with a line "From …" after an empty line."""
    lines = body.splitlines(keepends=True)
    start = 0
    for number, line in enumerate(lines):
        begins = line.startswith(b"From ") and number > 0 and not lines[number - 1].strip()
        if begins:
            yield b"".join(lines[start + 1 : number])
            start = number
    yield b"".join(lines[start + 1 :])


def _leaves(part: Message, *, depth: int) -> Iterator[EmailMessage]:
    """Give the parts that have no parts; a message that is attached is one of them."""
    if part.is_multipart() and depth < _DEEPEST and part.get_content_type() != "message/rfc822":
        for each in part.iter_parts() if isinstance(part, EmailMessage) else ():
            yield from _leaves(each, depth=depth + 1)
    elif isinstance(part, EmailMessage):
        yield part


def _body(parts: list[EmailMessage]) -> EmailMessage | None:
    inline = [part for part in parts if part.get_content_disposition() != "attachment" and not part.get_filename()]
    kinds = (next((part for part in inline if part.get_content_type() == kind), None) for kind in _BODIES)
    return next((part for part in kinds if part is not None), None)


def _is_other_form(part: EmailMessage, body: EmailMessage | None) -> bool:
    """Be the same text in plain, or a picture of it."""
    is_inline = part.get_content_disposition() != "attachment" and not part.get_filename()
    return body is not None and is_inline and part.get_content_type() in _BODIES


def _attached(capture: Capture, part: EmailMessage, number: int) -> Capture | Skipped:
    """Give an attachment as a capture, or why it is not to be read."""
    try:
        name = " ".join((part.get_filename() or "").split())[:120]
        uri = f"{capture.uri}#{name or f'part {number}'}"
        found = _as_capture(capture, part, uri=uri)
    except _DAMAGE as error:
        return _skipped(
            f"{capture.uri}#part {number}", f"found a damaged attachment ({_line(error)}); wanted a whole one"
        )
    kind = (
        None
        if found.media_type in CONTAINERS or found.media_type.startswith("application/")
        else binary_kind(found.body)
    )
    if kind is not None:
        return _skipped(uri, f"found {kind} attached; wanted a text, page, PDF or Word document")
    return found if found.body.strip() else _skipped(uri, "found an empty attachment; wanted one with a text")


def _as_capture(capture: Capture, part: EmailMessage, *, uri: str) -> Capture:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        body = inner[0].as_bytes() if isinstance(inner, list) and inner and isinstance(inner[0], Message) else b""
    else:
        payload = part.get_payload(decode=True)
        body = payload if isinstance(payload, bytes) else b""
    told = media_type_of(body, name=part.get_filename() or "")
    if told == "text/plain" and part.get_content_type() == "text/html":
        told = "text/html"
    charset = part.get_content_charset()
    return replace(capture, uri=uri, body=body, media_type=told, charset=charset)


def _line(error: BaseException) -> str:
    return " ".join(str(error).split())[:100] or type(error).__name__


def _skipped(item: str, reason: str) -> Skipped:
    return Skipped(stage="sources", item=item, reason=reason)
