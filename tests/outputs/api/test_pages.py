"""The pages without a browser: each is there, forms that are not ours are refused, what came in stays text."""

from __future__ import annotations

import re
from html import unescape

import httpx
import pytest

from tests.outputs.api.locked import Locked
from tests.outputs.api.server import STORY, Server
from tests.outputs.api.test_own import read

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>"


def form_of(page: str, action: str) -> dict[str, str]:
    """Give the hidden fields of the first form that leads there."""
    found = re.search(rf'<form[^>]*action="{action}"[^>]*>(.*?)</form>', page, re.DOTALL)
    assert found is not None, f"no form to {action}"
    fields = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', found[1])
    return {name: unescape(value) for name, value in fields}


@pytest.mark.parametrize(
    "path",
    ["/", "/?state=closed", "/read", "/search", "/search?q=kim", "/screen", "/watch", "/lists", "/audit", "/docs"],
)
def test_each_page_is_there_and_runs_no_script_but_our_own(server: Server, path: str) -> None:
    with server.client() as client:
        answer = client.get(path)

    assert answer.status_code == 200
    assert re.findall(r"<script[^>]*>", answer.text) == ['<script src="/static/desk.js" defer>']
    assert not re.search(r"\son\w+=|javascript:|style=|https?://(?!127)", answer.text.partition("<main")[0])


def test_our_files_are_served_and_no_others(server: Server) -> None:
    with server.client() as client:
        found = {name: client.get(f"/static/{name}").status_code for name in ("desk.css", "desk.js", "land.svg")}

        assert set(found.values()) == {200}
        assert client.get("/static/..%2fpage.py").status_code == 404


def test_a_story_is_pasted_judged_and_stays_judged(server: Server) -> None:
    text = STORY.replace("Kim Jong Un", "Kim Jong-un")
    with server.client() as client:
        told = {**form_of(client.get("/read").text, "/pages/read"), "text": text, "published": "2023-09-13"}
        page = client.post("/pages/read", data=told, follow_redirects=True)
        assert page.url.path.startswith("/stories/")
        said = form_of(page.text, "/pages/judge") | {"verdict": "not same", "because": "a man of that name"}
        name = re.search(r"<h4[^>]*>([^<]*)</h4>", page.text)
        assert name is not None

        nobody = client.post("/pages/judge", data={**said, "party": ""})
        judged = client.post("/pages/judge", data=said, follow_redirects=True)
        again = client.post("/pages/read", data=told, follow_redirects=True)

    assert nobody.status_code == 422
    assert "a man of that name" in judged.text
    assert again.url.path == judged.url.path
    assert f"Not {name[1]}" not in page.text
    assert "What people said" in again.text
    assert "like name ruled out" in again.text or "like names ruled out" in again.text


def test_what_stands_beside_a_pasted_name_counts_and_each_hit_leads_to_its_party(server: Server) -> None:
    with server.client() as client:
        told = {**form_of(client.get("/screen").text, "/pages/screen"), "names": "Ramzan Kadyrov; 1976; RU; ref 9"}
        begun = client.post("/pages/screen", data=told)
        job = client.get(f"/api/v1/jobs/{begun.headers['location'].rpartition('/')[2]}", params={"wait": 60}).json()
        page = client.get(f"/screen/{job['id']}").text
        path = re.search(r'<a href="(/listed/[^"]+)">', page)

        assert "both give the birth" in page
        assert "Screened against the starter list" in page
        assert list(job["result"]["lists"]) == ["starter"]
        assert "left out &#39;other&#39;" in page
        assert path is not None
        assert client.get(path[1]).status_code == 200


def test_a_form_that_is_not_ours_is_refused(server: Server) -> None:
    with server.client() as client:
        answer = client.post("/pages/read", data={"key": "guessed", "text": STORY}, headers={"accept": "text/html"})

    assert answer.status_code == 403
    assert "a form that is not of this page" in answer.text


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({}, "Paste a story’s text"),
        ({"text": "x", "url": "https://example.org"}, "one of the two"),
        ({"url": "ftp://example.org"}, "wanted one that begins with https://"),
        ({"text": "x", "published": "soon"}, "wanted one such as 2023-09-15"),
    ],
)
def test_bad_input_is_said_in_words(server: Server, told: dict[str, str], says: str) -> None:
    with server.client() as client:
        key = form_of(client.get("/read").text, "/pages/read")
        answer = client.post("/pages/read", data={**key, **told})

    assert (answer.status_code, says in answer.text) == (422, True)


def test_what_came_in_stays_text(server: Server) -> None:
    text = f"MOSCOW, Sept 13 (Reuters) - Vladimir Putin {SCRIPT} met Kim Jong Un.\n\nPutin said {SCRIPT}.\n"
    with server.client() as client:
        story = read(client, text, uri=SCRIPT)
        pages = [
            client.get(f"/stories/{story}").text,
            client.get("/").text,
            client.get("/search", params={"q": SCRIPT}).text,
        ]
        for party in client.get(f"/api/v1/stories/{story}").json()["parties"]:
            pages.append(client.get(f"/parties/{party['id']}").text)
        told = {"party": party["id"], "other": "us_ofac_sdn:35096", "verdict": "unsure", "because": SCRIPT}
        client.post("/api/v1/judgements", json=told, params={"wait": 60})
        pages += [client.get("/audit").text, client.get(f"/stories/{story}").text]

    for page in pages:
        assert "<script>alert" not in page
        assert "<img src=x" not in page


def test_a_problem_is_a_page_to_who_looks_at_pages(server: Server) -> None:
    with server.client() as client:
        page = client.get("/stories/nothing", headers={"accept": "text/html"})
        nowhere = client.get("/nowhere", headers={"accept": "text/html"})
        told = client.get("/stories/nothing")

    assert "there is no such address here" in nowhere.text
    assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert told.headers["content-type"] == "application/problem+json"


def signed_in(client: httpx.Client, token: str, to: str = "/audit") -> httpx.Response:
    """Sign in with a token."""
    return client.post("/sign-in", data={"token": token, "to": to})


def test_signing_in_gives_a_cookie_that_ends_with_its_token(locked: Locked) -> None:
    with locked.server.client(locked.admin) as admin, locked.server.client() as reader:
        assert reader.get("/audit").headers["location"] == "/sign-in?to=/audit"
        made = admin.post("/api/v1/tokens", json={"name": "for a while"}).json()
        answer = signed_in(reader, made["secret"])
        assert answer.headers["location"] == "/audit"
        assert "HttpOnly" in answer.headers["set-cookie"]
        assert "SameSite=strict" in answer.headers["set-cookie"]
        assert reader.get("/audit").status_code == 200
        assert "/pages/judge" not in reader.get("/read").text

        admin.delete(f"/api/v1/tokens/{made['token']['id']}")
        assert reader.get("/audit").status_code == 303


def test_signing_in_leads_nowhere_else(locked: Locked) -> None:
    with locked.server.client() as client:
        for to in ("https://evil.example", "//evil.example", "/\\evil.example"):
            assert signed_in(client, locked.reader, to).headers["location"] == "/"


def test_a_reader_may_not_send_what_an_analyst_may(locked: Locked) -> None:
    with locked.server.client() as reader, locked.server.client() as analyst:
        signed_in(analyst, locked.analyst)
        signed_in(reader, locked.reader)
        key = form_of(analyst.get("/read").text, "/pages/read")["key"]
        own = form_of(reader.get("/audit").text, "/pages/sign-out")["key"]

        assert key != own
        assert reader.post("/pages/read", data={"key": own, "text": STORY}).status_code == 403
        assert reader.post("/pages/read", data={"key": key, "text": STORY}).status_code == 403
        assert reader.post("/pages/tokens", data={"key": own, "name": "me"}).status_code == 403


def test_a_cookie_that_was_tampered_with_opens_nothing(locked: Locked) -> None:
    with locked.server.client() as client:
        cookie = signed_in(client, locked.reader).cookies["nongrata"]
    for wrong in (cookie[:-1] + ("0" if cookie[-1] != "0" else "1"), "x", "a.b.c.d", f"{cookie}.x"):
        with httpx.Client(base_url=locked.server.url, cookies={"nongrata": wrong}) as client:
            assert client.get("/audit").status_code == 303
