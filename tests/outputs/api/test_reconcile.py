"""OpenRefine's questions: the reconciliation API 0.2."""

from __future__ import annotations

import json

from tests.outputs.api.locked import Locked
from tests.outputs.api.server import Server


def test_the_manifest_leads_to_our_own_addresses(server: Server) -> None:
    with server.client() as client:
        told = client.get("/reconcile/default").json()

        assert told["versions"] == ["0.2"]
        for each in told["suggest"].values():
            assert client.get(each["service_url"] + each["service_path"], params={"prefix": "p"}).status_code == 200
        assert told["view"]["url"] == f"{server.url}/listed/{{{{id}}}}"


def test_rows_are_looked_for_in_a_batch(server: Server) -> None:
    rows = {
        "q0": {"query": "Kim Jong Un", "type": "Person", "properties": [{"pid": "Person:nationality", "v": "kp"}]},
        "q1": {"query": "Quiet Garden Tools", "type": ["Company"], "limit": 3},
        "q2": {"query": "Vladimir Putin", "properties": [{"pid": "birthDate", "v": {"id": "x", "name": "1952-10-07"}}]},
    }
    with server.client() as client:
        answer = client.post("/reconcile/default", data={"queries": json.dumps(rows)})

    told = answer.json()
    assert (answer.headers["x-batch-size"], list(told)) == ("3", ["q0", "q1", "q2"])
    (kim, *_others) = told["q0"]["result"]
    assert (kim["match"], kim["type"][0]["id"]) == (True, "Person")
    assert told["q1"]["result"] == []
    assert told["q2"]["result"][0]["score"] > 0.9


def test_columns_are_filled(server: Server) -> None:
    with server.client() as client:
        rows = {"q": {"query": "Vladimir Putin"}}
        id_ = client.post("/reconcile/default", data={"queries": json.dumps(rows)}).json()["q"]["result"][0]["id"]
        wanted = {"ids": [id_, "nobody"], "properties": [{"id": "birthDate"}, {"id": "name", "settings": {"limit": 1}}]}

        told = client.post("/reconcile/default", data={"extend": json.dumps(wanted)}).json()

    assert told["meta"] == [{"id": "birthDate", "name": "Birth date"}, {"id": "name", "name": "Name"}]
    assert told["rows"][id_]["birthDate"] == [{"str": "1952-10-07"}]
    assert len(told["rows"][id_]["name"]) == 1
    assert told["rows"]["nobody"] == {}


def test_suggestions_begin_as_asked(server: Server) -> None:
    with server.client() as client:
        names = client.get("/reconcile/default/suggest/entity", params={"prefix": "Kim Jong Un"}).json()["result"]
        kinds = client.get("/reconcile/default/suggest/type", params={"prefix": "ves"}).json()["result"]
        columns = client.get("/reconcile/default/suggest/property", params={"prefix": "birth"}).json()["result"]
        filled = client.get("/reconcile/default/extend/property", params={"type": "Vessel"}).json()["properties"]

    assert any("KIM" in each["name"].upper() for each in names)
    assert [each["id"] for each in kinds] == ["Vessel"]
    assert {"Person:birthDate", "Person:birthPlace"} <= {each["id"] for each in columns}
    assert {"imoNumber", "flag"} <= {each["id"] for each in filled}


def test_openrefine_may_give_its_token_in_the_address(locked: Locked) -> None:
    with locked.server.client() as client:
        assert client.get("/reconcile/default").status_code == 401
        told = client.get("/reconcile/default", params={"api_key": locked.reader}).json()
        assert told["suggest"]["type"]["service_path"] == f"/suggest/type?api_key={locked.reader}"
        assert client.get("/api/v1/lists", params={"api_key": locked.reader}).status_code == 401


def test_what_is_no_json_is_refused_in_words(server: Server) -> None:
    with server.client() as client:
        answers = [
            client.post("/reconcile/default", data={"queries": "{oops"}),
            client.post("/reconcile/default", data={"extend": '{"ids": 3}'}),
            client.post("/reconcile/default"),
        ]

    assert [each.status_code for each in answers] == [400, 400, 400]
    assert {each.headers["content-type"] for each in answers} == {"application/problem+json"}
