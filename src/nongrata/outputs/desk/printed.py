"""A page of ours as a PDF, printed with the Chromium that is found on this machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from nongrata.values import NongrataError

_SECONDS = 60.0
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
_PRINT = (
    "--headless",
    "--disable-gpu",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # the page asks nothing of anybody: the browser gets no network either
    "--no-pdf-header-footer",
)


def print_page(page: str) -> bytes:
    """Give a page as a PDF. Raises NongrataError where nothing prints it."""
    browser = next((found for name in _BROWSERS if (found := shutil.which(name)) is not None), None)
    if browser is None:
        raise NongrataError("found no Chromium to print with; wanted one on the path, or another format")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        told, printed = Path(folder, "page.html"), Path(folder, "page.pdf")
        told.write_text(page, "utf-8", errors="replace")
        # Chromium refuses to run as root with its sandbox; the page is ours, and escapes all that came in.
        alone = ("--no-sandbox",) if os.geteuid() == 0 else ()
        words = [browser, *_PRINT, *alone, f"--user-data-dir={folder}/profile", f"--print-to-pdf={printed}"]
        try:
            subprocess.run([*words, told.as_uri()], capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603 # no shell
        except subprocess.TimeoutExpired:
            raise NongrataError(f"found no PDF from {browser} within {_SECONDS:g} s; wanted one") from None
        if not printed.exists():
            raise NongrataError(f"found no PDF from {browser}; wanted one: take another format")
        return printed.read_bytes()
