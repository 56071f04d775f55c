"""Alerts handed on: to a webhook, signed; by e-mail; as a feed. What fails is tried again, later each time."""

from __future__ import annotations

import hashlib
import hmac
import json
import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit
from xml.sax.saxutils import escape, quoteattr

import httpx

from nongrata.dossiers.alerts import Alert
from nongrata.store.files import put_in_place
from nongrata.store.opened import Store

Send = Callable[[Alert], str | None]  # hands an alert on; gives why it could not be

_PAUSE, _LONGEST_PAUSE = timedelta(minutes=1), timedelta(hours=6)
_SECONDS = 15.0
_IN_FEED = 200
_AT_ONCE = 500
MAIL_FROM = "nongrata@localhost"


def deliver(store: Store, channel: str, send: Send, *, now: datetime) -> int:
    """Hand on what a channel has not been told; give how many alerts could not be handed on."""
    failed = 0
    for due in store.alerts.due(channel, now=now, limit=_AT_ONCE):
        error = send(due.alert)
        if error is None:
            store.alerts.delivered(due.alert.id, channel, at=now)
        else:
            failed += 1
            pause = min(_PAUSE * 2 ** min(due.tries, 12), _LONGEST_PAUSE)
            store.alerts.failed(due.alert.id, channel, error=error, again=now + pause)
    return failed


def alert_json(alert: Alert) -> dict[str, object]:
    """Give an alert as JSON."""
    return {
        "schema": "nongrata/alert/1",
        "id": alert.id,
        "rule": alert.rule,
        "story": alert.story,
        "made_at": alert.made_at.isoformat(),
        "says": alert.says,
        "about": dict(alert.about),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """Posts each alert to a URL, signed with a secret: HMAC-SHA256 over the time, a dot and the body."""

    url: str
    secret: str
    clock: Callable[[], datetime]

    def __call__(self, alert: Alert) -> str | None:
        """Post an alert; give why it did not arrive."""
        body = json.dumps(alert_json(alert), ensure_ascii=False).encode("utf-8", "replace")
        stamp = str(int(self.clock().timestamp()))
        headers = {
            "Content-Type": "application/json",
            "Nongrata-Alert": alert.id,
            "Nongrata-Timestamp": stamp,
            "Nongrata-Signature": f"sha256={signature(self.secret, stamp, body)}",
        }
        try:
            answer = httpx.post(
                self.url, content=body, headers=headers, timeout=_SECONDS, follow_redirects=False, trust_env=False
            )
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
            return f"found no answer ({' '.join(str(error).split())[:160]}); wanted a 2xx"
        return None if answer.is_success else f"found HTTP {answer.status_code}; wanted a 2xx"


def signature(secret: str, stamp: str, body: bytes) -> str:
    """Give the signature of a webhook's body.

    >>> signature("secret", "1767225600", b"{}")[:16]
    'fa7eaa06bf97d781'
    """
    return hmac.new(secret.encode(), stamp.encode() + b"." + body, hashlib.sha256).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """Sends each alert as an e-mail through a server: smtp://user:password@host:port, smtps://…"""

    server: str
    to: str
    sender: str = MAIL_FROM

    def __call__(self, alert: Alert) -> str | None:
        """Send an alert; give why it was not taken."""
        at = urlsplit(self.server)
        try:
            with _opened(at) as server:
                if at.username is not None:
                    if at.scheme != "smtps":  # no password goes to whoever answers: the server's name is checked
                        server.starttls(context=ssl.create_default_context())
                    server.login(unquote(at.username), unquote(at.password or ""))
                server.send_message(self._letter(alert))
        except (OSError, smtplib.SMTPException, ValueError) as error:
            return f"found no way to send it ({' '.join(str(error).split())[:160]}); wanted a mail server"
        return None

    def _letter(self, alert: Alert) -> EmailMessage:
        letter = EmailMessage()
        letter["From"], letter["To"] = self.sender, self.to
        letter["Subject"] = " ".join(alert.says.split())[:150]
        letter["Message-ID"] = f"<{alert.id}@nongrata>"
        letter["Date"] = alert.made_at
        about = alert.about
        told = (alert.says, "", str(about.get("title") or ""), str(about.get("uri") or ""), f"rule: {alert.rule}")
        letter.set_content("\n".join(told) + "\n")
        return letter


def _opened(at: SplitResult) -> smtplib.SMTP:
    """Give a line to the mail server, not yet encrypted where it is smtp:."""
    host, port = at.hostname or "localhost", at.port or 0
    if at.scheme == "smtps":
        return smtplib.SMTP_SSL(host, port, timeout=_SECONDS, context=ssl.create_default_context())
    return smtplib.SMTP(host, port, timeout=_SECONDS)


def as_atom(store: Store, *, now: datetime) -> str:
    """Give the newest alerts as an Atom feed (RFC 4287)."""
    entries = "".join(map(_entry, store.alerts.find(limit=_IN_FEED)))
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        "<title>Nongrata: alerts</title>\n<id>urn:nongrata:alerts</id>\n"
        f"<updated>{now.isoformat(timespec='seconds')}</updated>\n<author><name>Nongrata</name></author>\n"
        f"{entries}</feed>\n"
    )


def write_feed(path: Path, store: Store, *, now: datetime) -> None:
    """Write the feed so that whoever reads it finds the old one or the new one whole."""
    put_in_place(path, [as_atom(store, now=now).encode()])


def _entry(alert: Alert) -> str:
    link, about = str(alert.about.get("uri") or ""), alert.about
    href = f"<link href={quoteattr(_plain(link))}/>\n" if link.startswith(("http://", "https://")) else ""
    return (
        f"<entry>\n<id>urn:nongrata:alert:{alert.id}</id>\n<title>{escape(_plain(alert.says))}</title>\n{href}"
        f"<updated>{alert.made_at.isoformat(timespec='seconds')}</updated>\n<category term={quoteattr(alert.rule)}/>\n"
        f"<summary>{escape(_plain(str(about.get('title') or alert.says)))}</summary>\n</entry>\n"
    )


def _plain(text: str) -> str:
    """Give a text without what XML cannot hold."""
    return "".join(each for each in text if each.isprintable() and each not in "\ufffe\uffff")
