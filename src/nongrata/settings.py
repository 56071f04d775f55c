"""What is decided from outside, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from nongrata.values import SettingError

STORES = ("sqlite", "postgresql", "postgres")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the environment decides, read once."""

    home: Path  # where lists and store live
    store: str | None = None  # the store's URL; None: one SQLite file in the home folder
    webhook_secret: str | None = None  # by which alerts are signed
    smtp: str | None = None  # the server by which alerts are mailed: smtp://user:password@host:port

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> Settings:
        """Read `NONGRATA_HOME`, `NONGRATA_STORE`, `NONGRATA_WEBHOOK_SECRET` and `NONGRATA_SMTP`.

        Without the first, the home is in the user's data folder (the XDG Base Directory specification).

        >>> Settings.from_env({"NONGRATA_HOME": "/srv/nongrata"}).home.as_posix()
        '/srv/nongrata'
        """
        outside = {
            "store": _store_url(environ.get("NONGRATA_STORE")),
            "webhook_secret": environ.get("NONGRATA_WEBHOOK_SECRET") or None,
            "smtp": _smtp_url(environ.get("NONGRATA_SMTP")),
        }
        told = environ.get("NONGRATA_HOME")
        if told is not None and not told.strip():
            raise SettingError("NONGRATA_HOME", told, "the path of a folder, or the variable unset")
        if told is not None:
            return cls(home=_home_folder(told), **outside)
        base = Path(environ.get("XDG_DATA_HOME", ""))
        # The specification: a path that is not absolute counts as none.
        data = base if base.is_absolute() else _home_folder(environ.get("HOME") or "~") / ".local" / "share"
        return cls(home=data / "nongrata", **outside)


def _home_folder(path: str) -> Path:
    """Give the path with its ~ written out."""
    try:
        return Path(path).expanduser()
    except RuntimeError:  # "~name" of a user that is none; "~" where the user has no home
        raise SettingError("NONGRATA_HOME", path, "the path of a folder: that user has none") from None


def _store_url(told: str | None) -> str | None:
    """Give the URL of a store that we can open; what may be a password in another one is not shown."""
    scheme = (told or "").partition("://")[0] if told is not None and "://" in told else ""
    if told is None or (scheme in STORES and len(told) > len(scheme) + 3):
        return told
    wanted = "sqlite:///PATH or postgresql://USER@HOST/DATABASE, or the variable unset"
    raise SettingError("NONGRATA_STORE", f"{scheme}://…" if scheme else told, wanted)


def _smtp_url(told: str | None) -> str | None:
    """Give the URL of a mail server; its password is not shown."""
    scheme = (told or "").partition("://")[0]
    if told is None or (scheme in ("smtp", "smtps") and _has_host(told)):
        return told
    wanted = "smtp://HOST:PORT, smtp://USER:PASSWORD@HOST:PORT or smtps://…, or the variable unset"
    raise SettingError("NONGRATA_SMTP", f"{scheme}…", wanted)


def _has_host(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:  # "smtp://[", a port that is no number
        return False
