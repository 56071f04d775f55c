"""The manual says what the command can do, and its links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nongrata.outputs.cli import main

CHECKOUT = Path(__file__).parent.parent
MANUAL = CHECKOUT / "docs" / "reference" / "command.md"
PAGES = sorted(path for path in CHECKOUT.glob("*.md")) + sorted((CHECKOUT / "docs").rglob("*.md"))
LISTS = ("sync", "add", "show", "diff", "export", "joins", "judge", "verify", "prune")
COMMANDS: tuple[list[str], ...] = (
    [],
    ["read"],
    ["screen"],
    ["corpus"],
    ["demo"],
    ["serve"],
    ["tokens"],
    *(["tokens", verb] for verb in ("add", "list", "revoke")),
    ["watch"],
    ["export"],
    ["judge"],
    *(["judge", verb] for verb in ("say", "show", "back", "bulk", "export", "import")),
    ["audit"],
    *(["audit", verb] for verb in ("show", "verify")),
    ["own"],
    ["compare"],
    ["lists"],
    *(["lists", verb] for verb in LISTS),
)


def help_of(command: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """Give what `nongrata COMMAND --help` prints."""
    with pytest.raises(SystemExit) as left:
        main([*command, "--help"])
    assert left.value.code == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command) or "nongrata")
def test_every_command_and_option_is_in_the_manual(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    shown = help_of(command, capsys)
    manual = MANUAL.read_text(encoding="utf-8")

    options = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", shown))
    assert {option for option in options if option not in manual} <= {"--help"}
    subcommands = re.findall(r"^    ([a-z]+) ", shown, re.MULTILINE)
    assert [name for name in subcommands if f"`nongrata {' '.join([*command, name])}" not in manual] in ([], ["lists"])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_our_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))

    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_library_does_what_its_page_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (CHECKOUT / "docs" / "how" / "library.md").read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)  # where the example's home is made

    for example in re.findall(r"```python\n(.*?)```", page, re.DOTALL):
        exec(example, {})

    said = capsys.readouterr().out
    assert "Vladimir Putin match us_ofac_sdn 35096" in said
    assert "listed_acts Vladimir Putin" in said
    assert "[True]\n3 lines in the audit log" in said
    assert "Vladimir Putin looked up again 1" in said


def test_the_python_examples_of_the_readme_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    examples = re.findall(r"```python\n(.*?)```", (CHECKOUT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    monkeypatch.setenv("NONGRATA_HOME", str(tmp_path))  # no lists but the starter list

    for example in examples:
        exec(example, {})

    said = capsys.readouterr().out
    assert "Kim Jong Un listed ['" in said
    assert "PUTIN, Vladimir Vladimirovich 1.0 ['" in said
