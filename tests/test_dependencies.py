"""What an install brings along: argued for, locked with hashes, and free of the licences that bind what uses them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CHECKOUT = Path(__file__).parent.parent
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
DIRECT = [Requirement(line) for line in PROJECT["project"]["dependencies"]]
DEV = [Requirement(line) for group in ("build", "dev") for line in PROJECT["dependency-groups"][group]]
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-ftm.lock", "requirements-spark.lock")

# "GPL" as a word of its own: the LGPL's and the MPL's terms end at their own files.
STRONG_COPYLEFT = re.compile(r"\bA?GPL|affero|gnu general public", re.IGNORECASE)


def brought_along(names: list[str]) -> Iterator[metadata.Distribution]:
    """Give each installed distribution that these names need on this machine, themselves included."""
    seen: set[str] = set()
    todo = [canonicalize_name(name) for name in names]
    while todo:
        name = todo.pop()
        if name in seen:
            continue
        seen.add(name)
        found = metadata.distribution(name)
        yield found
        needed = (Requirement(line) for line in found.requires or [])
        todo += [
            canonicalize_name(each.name)
            for each in needed
            if each.marker is None or each.marker.evaluate({"extra": ""})
        ]


def licence_of(found: metadata.Distribution) -> str:
    """Give what a distribution says of its licence, the exact expression before looser words."""
    told = found.metadata.get_all
    loose = [*(told("License") or []), *(line for line in told("Classifier") or [] if line.startswith("License ::"))]
    return " ".join(told("License-Expression") or loose)


def is_free_to_use(licence: str) -> bool:
    """True when one of the licences offered is neither the GPL nor the AGPL.

    >>> is_free_to_use("MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later"), is_free_to_use("MIT AND GPL-3.0-only")
    (True, False)
    """
    return any(not STRONG_COPYLEFT.search(choice) for choice in licence.split(" OR "))


def locked(name: str) -> dict[str, list[str]]:
    """Give the versions that a lock file pins, by package; one package may have a version per platform."""
    pins: dict[str, list[str]] = {}
    for package, version in re.findall(r"^([\w.-]+)==(\S+)", (CHECKOUT / name).read_text(encoding="utf-8"), re.M):
        pins.setdefault(canonicalize_name(package), []).append(version)
    return pins


def test_nothing_in_the_default_install_is_under_the_gpl_alone() -> None:
    licences = {found.name: licence_of(found) for found in brought_along(["nongrata"])}

    assert {name for name, licence in licences.items() if not licence} == set(), "no licence told"
    assert {name: licence for name, licence in licences.items() if not is_free_to_use(licence)} == {}


def test_the_default_install_is_what_the_lock_file_names() -> None:
    names = {canonicalize_name(found.name) for found in brought_along(["nongrata"])} - {"nongrata"}

    assert names - set(locked("requirements.lock")) == set()


@pytest.mark.parametrize("wanted", [*DIRECT, *DEV], ids=lambda wanted: wanted.name)
def test_each_requirement_is_locked_at_a_version_it_allows(wanted: Requirement) -> None:
    pins = locked("requirements.lock") | locked("requirements-dev.lock")

    assert all(wanted.specifier.contains(version) for version in pins[canonicalize_name(wanted.name)]), "run make lock"


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_its_hashes_and_no_address(name: str) -> None:
    text = (CHECKOUT / name).read_text(encoding="utf-8")

    assert all("--hash=sha256:" in entry for entry in re.split(r"^(?=[\w.-]+==)", text, flags=re.M)[1:])
    assert re.findall(r"://|--index|--find-links|^ *(?:-e|/|\.)", text, re.M) == []


@pytest.mark.parametrize("name", LOCKS)
def test_the_lock_files_agree_with_each_other(name: str) -> None:
    default = locked("requirements.lock")

    for package, versions in locked(name).items():
        assert default.get(package, versions) == versions


def test_each_direct_dependency_is_argued_for_in_one_line() -> None:
    groups = PROJECT["dependency-groups"].values()
    argued = re.findall(r"^\| `([\w.-]+)`", (CHECKOUT / "docs/why/dependencies.md").read_text(encoding="utf-8"), re.M)
    extras = PROJECT["project"]["optional-dependencies"].values()
    others = [Requirement(line) for group in [*groups, *extras] for line in group]

    assert sorted(argued) == sorted({wanted.name for wanted in [*DIRECT, *others]})


def test_each_direct_dependency_is_used() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (CHECKOUT / "src").rglob("*.py"))

    unused = {wanted.name for wanted in DIRECT if not re.search(rf"\b{wanted.name.replace('-', '_')}\b", source)}
    # Asked for by others: a part of lxml that has moved, by trafilatura's own dependency; uploads, by FastAPI.
    assert unused - {"lxml-html-clean", "python-multipart"} == set()
