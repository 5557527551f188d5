"""The HTTP API over a real socket: who may ask, what comes back, and what is wrong with what."""

import asyncio
import gzip
import json
import re
from urllib.parse import urljoin

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.errors import ProxyFailedError, WorkCrashedError, WorkerDiedError
from bot.server import bodies
from bot.server.limits import Limits
from bot.server.problems import Problem

TEXT = (
    "The old bridge over the Elde will close on 4 May, the town said on Monday. Engineers found cracks in "
    "two of its five arches. Repairs will cost 2.4 million euros and take eleven months. About 6,000 cars "
    "cross the bridge every day. Buses will be sent over the motorway bridge at Tarn."
)
BODY = f"<h1>Old bridge to close</h1><p>{TEXT}</p><p>{TEXT}</p><p>{TEXT}</p>"
HEAD = "<head><title>Old bridge to close</title></head>"
PAGE = f"<html lang=en>{HEAD}<body><article>{BODY}</article></body></html>"
LINK = "https://marlow.example/bridge"


async def test_a_summary_is_made_of_the_texts_own_sentences(api):
    answer = await api.post("/v1/summaries", {"text": TEXT, "sentences": 2})
    assert answer.status == 200
    sentences = answer.json["sentences"]
    assert len(sentences) == 2
    assert all(TEXT[one["start"] : one["end"]] == one["text"] for one in sentences)
    assert answer.headers["X-RateLimit-Remaining"].isdigit()


async def test_a_link_is_fetched_and_read(api):
    api.web.pages[LINK] = PAGE
    answer = await api.post("/v1/articles", {"url": LINK})
    assert answer.status == 200
    assert (answer.json["title"], answer.json["source"], answer.json["url"]) == (
        "Old bridge to close",
        LINK,
        LINK,
    )
    assert answer.json["paragraphs"]


async def test_a_page_in_hand_is_read_without_fetching(api):
    answer = await api.post("/v1/articles", {"html": PAGE, "url": LINK})
    assert (answer.status, answer.json["url"]) == (200, LINK)


async def test_questions_are_answered_in_their_order_over_all_sources(api):
    questions = ["What will the repairs cost?", "Who is the king of Spain?"]
    answer = await api.post("/v1/answers", {"sources": [{"text": TEXT}], "questions": questions})
    first, second = answer.json["answers"]
    assert (first["question"], first["found"]) == (questions[0], True)
    assert "2.4 million" in first["passages"][0]["text"]
    assert not second["found"]


async def test_what_cannot_be_read_is_told_by_a_code_and_a_sentence(api):
    answer = await api.post("/v1/summaries", {"url": "https://marlow.example/gone"})
    assert (answer.status, answer.json["code"]) == (422, "page_missing")
    assert answer.headers["Content-Type"].startswith("application/problem+json")
    assert answer.json["type"] == "urn:nutshell:problem:page_missing"
    assert answer.json["detail"]


@pytest.mark.parametrize(
    "key", [None, "", "marked-key-of-the-test", "marked-key-of-the-testsx", "ünïcode-key-of-theirs"]
)
async def test_without_a_key_it_is_401_before_the_body_is_looked_at(api, key):
    headers = {} if key is None else {"Authorization": f"Bearer {key}"}
    answer = await api.post("/v1/summaries", "{no json", key=None, headers=headers)
    assert (answer.status, answer.headers["WWW-Authenticate"]) == (401, "Bearer")


async def test_every_key_that_is_set_may_ask(api):
    assert (await api.post("/v1/summaries", {"text": TEXT}, key="another-key-of-theirs")).status == 200


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, "#/"),
        ([], "#/"),
        ({"text": TEXT, "url": LINK}, "#/"),
        ({"text": TEXT, "html": PAGE}, "#/"),
        ({"text": 1}, "#/text"),
        ({"text": TEXT, "sentences": 0}, "#/sentences"),
        ({"text": TEXT, "sentences": "3"}, "#/sentences"),
        ({"text": TEXT, "method": "magic"}, "#/method"),
        ({"text": TEXT, "colour": "blue"}, "#/colour"),
    ],
)
async def test_what_is_wrong_with_a_request_is_pointed_at(api, body, pointer):
    answer = await api.post("/v1/summaries", json.dumps(body))
    assert answer.status == 422
    assert pointer in [wrong["pointer"] for wrong in answer.json["errors"]]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "{no json",
        '{"text": "a"',
        '{"text": "\\ud800"}',
        '{"\\udc00": 1}',
        "[" * 10_000,
    ],
)
async def test_what_is_no_json_is_told_so(api, body):
    answer = await api.post("/v1/summaries", body)
    assert (answer.status, answer.json["code"]) == (400, "not_json")


async def test_of_a_request_with_very_many_faults_none_is_pointed_at(api):
    answer = await api.post("/v1/summaries", json.dumps({str(number): 0 for number in range(1_000)}))
    assert (answer.status, answer.json["errors"]) == (422, [])


async def test_a_body_may_begin_with_a_byte_order_mark(api):
    assert (await api.post("/v1/summaries", "\ufeff" + json.dumps({"text": TEXT}))).status == 200


async def test_a_large_body_makes_no_objects_of_what_it_should_not_hold(api, monkeypatch):
    """Those held the event loop for seconds."""

    def load(*_, **__):
        raise AssertionError("loaded")

    monkeypatch.setattr(bodies.json, "loads", load)
    answer = await api.post("/v1/answers", '{"sources": [' + "0," * 10_000 + "0]}")
    assert answer.status == 422


async def test_events_tell_the_stages_and_then_the_result(api):
    api.web.pages[LINK] = PAGE
    answer = await api.post("/v1/summaries", {"url": LINK}, headers={"Accept": "text/event-stream"})
    events = [
        dict(line.split(": ", 1) for line in part.split("\n")) for part in answer.text.strip().split("\n\n")
    ]
    stages = [json.loads(event["data"])["stage"] for event in events if event["event"] == "progress"]
    assert stages == ["fetching", "reading", "summarizing"]
    assert json.loads(events[-1]["data"])["sentences"]
    assert events[-1]["event"] == "result"


async def test_events_end_with_the_problem_where_there_is_one(api):
    answer = await api.post("/v1/articles", {"url": LINK}, headers={"Accept": "text/event-stream"})
    last = answer.text.strip().split("\n\n")[-1]
    assert last.startswith("event: problem\n")
    assert json.loads(last.partition("data: ")[2])["code"] == "page_missing"


async def test_events_end_with_a_problem_where_the_fault_is_our_own(api):
    api.web.pages[LINK] = None  # a fault of this fake
    answer = await api.post("/v1/articles", {"url": LINK}, headers={"Accept": "text/event-stream"})
    last = answer.text.strip().split("\n\n")[-1]
    assert json.loads(last.partition("data: ")[2])["code"] == "unexpected"


async def test_the_document_describes_every_path_and_resolves(api):
    document = (await api.get("/v1/openapi.json")).json
    assert document["openapi"].startswith("3.1")
    assert set(document["paths"]) == {"/v1/articles", "/v1/summaries", "/v1/answers", "/v1/digests"}
    known = document["components"]["schemas"]
    for reference in json.dumps(document).split('"$ref": "')[1:]:
        assert reference.partition('"')[0].rpartition("/")[2] in known


async def test_the_page_to_try_it_loads_nothing_from_elsewhere(api):
    page = await api.get("/v1/")
    assert "://" not in page.text
    linked = re.findall(r'(?:href|src)="([^"]+)"', page.text)
    assert set(linked) == {"try.js", "try.css", "openapi.json"}
    for link in linked:
        assert (await api.get(f"/v1/{link}")).status == 200
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]


@pytest.mark.parametrize("before", ["http://bot.example", "http://bot.example/behind/a/proxy"])
@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("/v1", "/v1/"),
        ("/v1?from=a%20link", "/v1/?from=a%20link"),
        ("/healthz/", "/healthz"),
        ("/healthz/?verbose", "/healthz?verbose"),
        ("/v1/openapi.json/", "/v1/openapi.json"),
    ],
)
async def test_a_slash_too_many_or_too_few_leads_to_what_was_meant_with_its_query(api, before, path, meant):
    answer = await api.get(path, allow_redirects=False)
    assert (answer.status, urljoin(before + path, answer.headers["Location"])) == (308, before + meant)


async def test_a_redirect_is_counted_as_a_redirect(api):
    await api.get("/healthz/")
    assert 'status="308"' in (await api.get("/metrics")).text


@pytest.mark.parametrize(
    ("prefix", "server"),
    [
        (None, "/"),
        ("/nutshell", "/nutshell"),
        ("/tools/nutshell/", "/tools/nutshell"),
        ("https://elsewhere.example", "/"),
        ("//elsewhere.example", "/"),
    ],
)
async def test_the_document_names_the_server_behind_a_proxys_prefix(api, prefix, server):
    headers = {} if prefix is None else {"X-Forwarded-Prefix": prefix}
    document = (await api.get("/v1/openapi.json", headers=headers)).json
    assert document["servers"] == [{"url": server}]


async def test_a_request_behind_a_slash_too_many_is_answered_with_its_body(api):
    assert (await api.post("/v1/summaries/", {"text": TEXT})).status == 200


@pytest.mark.parametrize(
    "path", ["/", "/docs", "/v1/summary", "/v1/summary/", "//elsewhere.example/", "/healthz//"]
)
async def test_where_nothing_is_it_is_told_what_there_is(api, path):
    answer = await api.get(path)
    assert (answer.status, answer.json["code"]) == (404, "not_found")
    assert "/v1/openapi.json" in answer.json["detail"]


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", "/v1/summaries", "POST"),
        ("DELETE", "/v1/", "GET, HEAD"),
        ("POST", "/healthz", "GET, HEAD"),
        ("PROPFIND", "/v1/answers", "POST"),
    ],
)
async def test_a_method_that_is_not_understood_is_told_which_are(api, method, path, allowed):
    async with api.session.request(method, api.address + path) as answer:
        told = await answer.json(content_type="application/problem+json")
        assert (answer.status, answer.headers["Allow"]) == (405, allowed)
    assert (told["code"], told["status"]) == ("method_not_allowed", 405)


def test_a_key_that_asks_too_often_is_told_when_to_come_again():
    time = [0.0]
    limits = Limits(per_minute=3, now=lambda: time[0])
    assert [limits.take(0) for _ in range(3)] == [2, 1, 0]
    with pytest.raises(Problem) as refused:
        limits.take(0)
    assert (refused.value.status, refused.value.headers["Retry-After"]) == (429, "20")
    assert limits.take(1) == 2
    time[0] = 20.0
    assert limits.take(0) == 0


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
FIELDS = st.dictionaries(
    st.sampled_from(
        ["url", "text", "html", "language", "sentences", "about", "sources", "questions", "limit"]
    ),
    JSON | st.sampled_from(["xx", LINK, "A bridge opened.", 1]) | st.just([{"text": "A bridge opened."}]),
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.sampled_from(["articles", "summaries", "answers"]), body=FIELDS | JSON)
async def test_whatever_json_comes_the_api_has_an_answer(api, path, body):
    answer = await api.post(f"/v1/{path}", json.dumps(body))
    assert answer.status in {200, 422}


async def test_who_goes_away_leaves_no_work_behind(api, monkeypatch):
    begun, ended = asyncio.Event(), asyncio.Event()

    async def slow(url, *, fresh=False):
        begun.set()
        try:
            await asyncio.sleep(60)
        finally:
            ended.set()

    monkeypatch.setattr(api.web, "fetch", slow)
    asking = asyncio.create_task(api.post("/v1/summaries", {"url": LINK}))
    await begun.wait()
    asking.cancel()
    await asyncio.wait([asking])
    async with asyncio.timeout(10):
        await ended.wait()


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (ProxyFailedError(url=LINK), 503),
        (WorkerDiedError(), 503),
        (WorkCrashedError(), 422),  # it would again
    ],
)
async def test_what_the_bot_cannot_do_now_is_no_fault_of_the_request(api, monkeypatch, error, status):
    async def failing(url, *, fresh=False):
        raise error

    monkeypatch.setattr(api.web, "fetch", failing)
    answer = await api.post("/v1/summaries", {"url": LINK})
    assert (answer.status, answer.json["code"]) == (status, error.code)
    assert ("Retry-After" in answer.headers) == (status == 503)


async def test_large_bodies_are_let_in_a_few_at_a_time_and_small_ones_wait_for_none_of_them(api):
    host, _, port = api.address.removeprefix("http://").partition(":")
    head = f"POST /v1/summaries HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {api.key}\r\n"
    slow = []  # they say that a large body comes, and send nothing of it
    for _ in range(bodies.LARGE_AT_ONCE):
        reader, writer = await asyncio.open_connection(host, int(port))
        writer.write(f"{head}Content-Length: 1000000\r\nExpect: 100-continue\r\n\r\n".encode())
        assert b"100" in await reader.readline()  # it has reached the server
        slow.append(writer)
    waiting = asyncio.create_task(api.post("/v1/summaries", "{" * 1_000_000))
    for _ in range(3):
        assert (await api.post("/v1/summaries", {"text": TEXT})).status == 200
    assert not waiting.done()
    for writer in slow:
        writer.close()
    assert (await asyncio.wait_for(waiting, 30)).status == 400


async def test_who_sends_a_body_in_pieces_or_compressed_gets_an_answer_like_others(api):
    written = json.dumps({"text": TEXT}).encode()

    async def pieces():
        yield written[:99]
        yield written[99:]

    headers = {"Authorization": f"Bearer {api.key}", "Content-Type": "application/json"}
    async with api.session.post(api.address + "/v1/summaries", data=pieces(), headers=headers) as answer:
        assert answer.status == 200
    headers["Content-Encoding"] = "gzip"
    url = api.address + "/v1/summaries"
    async with api.session.post(url, data=gzip.compress(written), headers=headers) as answer:
        assert answer.status == 200
