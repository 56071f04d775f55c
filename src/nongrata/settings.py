"""What is decided from outside, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from nongrata.values import SettingError

STORES = ("sqlite", "postgresql", "postgres")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the environment decides, read once."""

    home: Path  # where lists and store live
    store: str | None = None  # the store's URL; None: one SQLite file in the home folder

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> Settings:
        """Read `NONGRATA_HOME` and `NONGRATA_STORE`.

        Without the first, the home is in the user's data folder (the XDG Base Directory specification).

        >>> Settings.from_env({"NONGRATA_HOME": "/srv/nongrata"}).home.as_posix()
        '/srv/nongrata'
        """
        store = _store_url(environ.get("NONGRATA_STORE"))
        told = environ.get("NONGRATA_HOME")
        if told is not None and not told.strip():
            raise SettingError("NONGRATA_HOME", told, "the path of a folder, or the variable unset")
        if told is not None:
            return cls(home=_home_folder(told), store=store)
        base = Path(environ.get("XDG_DATA_HOME", ""))
        # The specification: a path that is not absolute counts as none.
        data = base if base.is_absolute() else _home_folder(environ.get("HOME") or "~") / ".local" / "share"
        return cls(home=data / "nongrata", store=store)


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
