"""Our own routes: stories read and kept, names and tables screened, lists, tokens."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import sleep

import httpx
import pytest

from nongrata.outputs.api.labour import labour
from nongrata.outputs.api.work import Works
from nongrata.settings import Settings
from nongrata.store.opened import open_store
from tests.outputs.api.locked import Locked
from tests.outputs.api.server import STORY, Server, serving


def read(client: httpx.Client, text: str = STORY, **more: str) -> str:
    """Read a story; give its id."""
    answer = client.post("/api/v1/read", json={"text": text, "published": "2023-09-13", **more}, params={"wait": 60})
    assert answer.status_code == 200, answer.text
    job = answer.json()
    assert job["state"] == "done", job
    story: str = job["result"]["stories"][0]["story"]
    return story


def test_a_story_is_read_and_kept(server: Server) -> None:
    with server.client() as client:
        story = read(client)
        told = client.get(f"/api/v1/stories/{story}").json()
        dossier = client.get(f"/api/v1/dossiers/{told['story']['dossier']}").json()
        lines = client.get(f"/api/v1/dossiers/{told['story']['dossier']}/ftm").text.splitlines()

    assert {"Kim Jong Un", "Vladimir Putin"} <= {each["name"] for each in told["parties"]}
    assert dossier["schema"] == "nongrata/dossier/1"
    assert dossier["text"] == STORY
    assert "Article" in {json.loads(line)["schema"] for line in lines}


def test_the_same_story_again_changes_nothing(server: Server) -> None:
    with server.client() as client:
        first = read(client)
        again = read(client)
        answers = client.get(f"/api/v1/dossiers/{first.partition('.')[0]}/answers").json()["answers"]

    assert (again, len(answers)) == (first, 1)


def test_stories_and_parties_are_found_by_words(server: Server) -> None:
    with server.client() as client:
        story = read(client)
        found = client.get("/api/v1/stories", params={"words": "aviation plant"}).json()["stories"]
        nothing = client.get("/api/v1/stories", params={"words": "submarine"}).json()["stories"]
        (kim, *_more) = client.get("/api/v1/parties", params={"name": "Kim Jong"}).json()["parties"]
        party = client.get(f"/api/v1/parties/{kim['id']}").json()

    assert story in [each["id"] for each in found]
    assert nothing == []
    assert story in [each["id"] for each in party["stories"]]
    assert any(each["verdict"] == "match" for each in party["findings"])


def test_a_file_is_read_under_its_own_name(server: Server) -> None:
    with server.client() as client:
        told = client.post(
            "/api/v1/files/read",
            files={"file": ("../../etc/visit.txt", STORY.encode(), "text/plain")},
            data={"published": "2023-09-13"},
            params={"wait": 60},
        ).json()
        story = client.get(f"/api/v1/stories/{told['result']['stories'][0]['story']}").json()["story"]

    assert (told["state"], story["uri"]) == ("done", "visit.txt")


def test_parties_are_screened_and_compared(server: Server) -> None:
    leader = {
        "name": "Kim Jong Un",
        "country": "North Korea",
    }  # three syllables that many bear: alone they are possible
    people = [leader, {"name": "Vladimir Putin", "birth_date": "1952-10-07"}, "Anna Orlova", {"no": "name"}]
    with server.client() as client:
        told = client.post("/api/v1/screen", json={"parties": people}).json()
        pair = client.post("/api/v1/compare", json={"left": "Vladimir Putin", "right": "ПУТИН, Владимир"}).json()

    assert [row["verdict"] for row in told["rows"]] == ["match", "match", "no match", "skipped"]
    assert told["rows"][0]["hits"][0]["reasons"] != []
    assert pair["verdict"] == "match"


def test_a_table_is_screened_with_progress_and_formulas_do_no_harm(server: Server) -> None:
    rows = "name,country\nKim Jong Un,kp\n=HYPERLINK(1),xx\nAnna Orlova,ru\n"
    with server.client() as client:
        begun = client.post("/api/v1/files/screen", files={"file": ("clients.csv", rows.encode(), "text/csv")})
        job = begun.json()
        assert begun.status_code in (200, 202)
        for _ in range(300):
            job = client.get(f"/api/v1/jobs/{job['id']}", params={"wait": 5}).json()
            if job["state"] in ("done", "failed"):
                break
            sleep(0.1)
        table = client.get(f"/api/v1/jobs/{job['id']}/answers.csv").text

    assert (job["state"], job["result"]["rows"]) == ("done", 3), job
    assert "Kim Jong Un" in table
    assert ",=HYPERLINK" not in table


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        ("json", b"{"),
        ("ftm", b"{"),
        ("plover", b"{"),
        ("csv", b"story"),
        ("events-csv", b"story"),
        ("graphml", b"<?xml"),
        ("gexf", b"<?xml"),
    ],
)
def test_what_is_kept_is_taken_elsewhere(server: Server, form: str, begins: bytes) -> None:
    with server.client() as client:
        dossier = read(client).partition(".")[0]
        one = client.get(f"/api/v1/dossiers/{dossier}/export/{form}")
        every = client.get(f"/api/v1/export/{form}", params={"since": "2023-09-13", "until": "2023-09-13"})
        none = client.get(f"/api/v1/export/{form}", params={"since": "2030-01-01"})

        assert client.get(f"/api/v1/dossiers/nobody/export/{form}").status_code == 404
    assert one.content.startswith(begins)
    assert f'filename="dossier-{dossier[:12]}.' in one.headers["content-disposition"]
    assert b"Kim Jong Un" in one.content
    assert one.content.splitlines()[-1] in every.content
    assert b"Kim" not in none.content


def test_a_dossier_is_printed_for_the_auditor(server: Server, chromium: str) -> None:
    with server.client() as client:
        told = client.get(f"/api/v1/dossiers/{read(client).partition('.')[0]}/export/pdf")

    assert (told.status_code, told.headers["content-type"]) == (200, "application/pdf")
    assert told.content.startswith(b"%PDF-")


def test_answers_outlast_the_server_and_are_taken_away_after_a_week(tmp_path: Path) -> None:
    with serving(tmp_path) as server, server.client() as client:
        assert "How to begin" in client.get("/").text
        sent = {"file": ("clients.csv", b"name\nKim Jong Un\n", "text/csv")}
        job = client.post("/api/v1/files/screen", files=sent, params={"wait": 60}).json()
        first = client.get(f"/api/v1/jobs/{job['id']}/answers.csv").text
    with serving(tmp_path) as server, server.client() as client:
        assert client.get(f"/api/v1/jobs/{job['id']}/answers.csv").text == first
        assert datetime.fromisoformat(job["answers_until"]) > datetime.now(UTC) + timedelta(days=6)
        assert (tmp_path / "jobs").stat().st_mode & 0o077 == 0

    store = open_store(Settings(home=tmp_path))
    works = Works(jobs=store.jobs, settings=Settings(home=tmp_path), spool=tmp_path / "jobs", entry=labour)
    works.clear_old(now=datetime.now(UTC) + timedelta(days=6))
    assert len(list((tmp_path / "jobs").iterdir())) == 2
    works.clear_old(now=datetime.now(UTC) + timedelta(days=8))
    assert list((tmp_path / "jobs").iterdir()) == []
    store.close()


def test_lists_are_shown(server: Server) -> None:
    with server.client() as client:
        told = client.get("/api/v1/lists").json()

        assert [each["list_id"] for each in told["lists"]] == ["starter"]
        assert client.get("/api/v1/lists/us_ofac_sdn").status_code == 404


def test_a_judgement_rules_until_it_is_taken_back(locked: Locked) -> None:
    text = STORY.replace("Vladimir Putin", "Vladimir V. Putin")
    with locked.server.client(locked.analyst) as client:
        story = read(client, text)
        (putin,) = (p for p in client.get(f"/api/v1/stories/{story}").json()["parties"] if "Putin" in p["name"])
        (entry, *_more) = (each for each in putin["anchors"] if each.startswith("us_ofac_sdn:"))
        told = {"party": putin["id"], "other": entry, "verdict": "not same", "because": "another man"}
        made = client.post("/api/v1/judgements", json=told, params={"wait": 60}).json()
        assert made["job"]["state"] == "done", made

        dossier = client.get(f"/api/v1/dossiers/{story.partition('.')[0]}").json()
        (ruled,) = (p for p in dossier["stories"][0]["parties"] if p["name"] == putin["name"])
        reasons = [each["says"] for match in ruled["matches"] for each in match["reasons"]]

        assert {match["verdict"] for match in ruled["matches"]} == {"rejected"}
        assert any("the analyst" in says and "another man" in says for says in reasons), reasons

        client.delete(f"/api/v1/judgements/{made['judgement']['number']}", params={"wait": 60})
        again = client.get(f"/api/v1/dossiers/{story.partition('.')[0]}").json()
        (free,) = (p for p in again["stories"][0]["parties"] if p["name"] == putin["name"])
        assert free["exposure"] == "listed"
        assert len(client.get(f"/api/v1/dossiers/{story.partition('.')[0]}/answers").json()["answers"]) == 3


@pytest.mark.parametrize(
    ("path", "body", "status", "says"),
    [
        ("/api/v1/read", {"text": "x", "url": "https://example.org"}, 422, "found both or neither"),
        ("/api/v1/read", {"text": "  "}, 422, "found nothing in it"),
        ("/api/v1/read", {"url": "file:///etc/passwd"}, 422, "body.url"),
        ("/api/v1/read", {"text": "x", "published": "yesterday"}, 422, "body.published"),
        ("/api/v1/screen", {"parties": []}, 422, "body.parties"),
        ("/api/v1/compare", {"left": {"a": 1}, "right": "x"}, 400, "left"),
        ("/match/default", {"queries": {}}, 400, "found no queries"),
        ("/match/default", {"queries": {"q": {"schema": "Ghost", "properties": {}}}}, 400, "found 'Ghost'"),
    ],
)
def test_bad_input_is_told_as_a_problem(server: Server, path: str, body: object, status: int, says: str) -> None:
    with server.client() as client:
        answer = client.post(path, json=body)

    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert says in answer.json()["detail"]


def test_roles_bound_what_a_token_may_do(locked: Locked) -> None:
    story = {"text": STORY}
    with locked.server.client(locked.reader) as reader, locked.server.client(locked.analyst) as analyst:
        assert reader.get("/api/v1/stories").status_code == 200
        assert reader.post("/api/v1/read", json=story, params={"wait": 0}).status_code == 403
        assert analyst.post("/api/v1/read", json=story, params={"wait": 0}).status_code in (200, 202)
        assert analyst.get("/api/v1/tokens").status_code == 403
    with locked.server.client() as nobody:
        assert nobody.get("/api/v1/stories").status_code == 401
        assert nobody.get("/healthz").status_code == 200


def test_a_token_is_made_shown_once_and_revoked_at_once(locked: Locked) -> None:
    with locked.server.client(locked.admin) as admin:
        made = admin.post("/api/v1/tokens", json={"name": "a stolen one", "role": "analyst"}).json()
        with locked.server.client(made["secret"]) as thief:
            assert thief.get("/api/v1/stories").status_code == 200
            admin.delete(f"/api/v1/tokens/{made['token']['id']}")
            assert thief.get("/api/v1/stories").status_code == 401
        shown = admin.get("/api/v1/tokens").text
        did = [line["did"] for line in admin.get("/api/v1/audit").json()["lines"]]

    assert made["secret"] not in shown
    assert did[:2] == ["revoked a token", "made a token"]
