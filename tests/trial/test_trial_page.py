import asyncio
import json
import re
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bot.core.errors import AddressRefusedError, PageForbiddenError
from bot.messages import Messages
from bot.settings import Settings
from bot.sources.extract import extract
from bot.trial.chats import PERSON_ID
from bot.trial.clock import CLOCK_FILE
from bot.trial.guard import is_own
from bot.trial.run import Trial, open_trial
from bot.trial.words import KEYS, page_words
from bot.wiring.reading import open_reading_ports

STATIC = Path(__file__).parents[2] / "bot" / "trial" / "static"
OWN = {"Host": "127.0.0.1:8090"}


@pytest.fixture
async def quiet() -> AsyncIterator[Trial]:
    async with open_trial("127.0.0.1", 0, ["sleep", "600"], {"PATH": "/usr/bin:/bin"}) as running:
        yield running


@pytest.fixture
async def client(quiet) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(quiet.address) as session:
        yield session


@pytest.mark.parametrize(
    ("method", "path", "headers", "own"),
    [
        ("GET", "/", OWN, True),
        ("GET", "/", {"Host": "localhost:8090"}, True),
        ("GET", "/", {"Host": "evil.example:8090"}, False),
        ("GET", "/", {"Host": "127.0.0.1:8091"}, False),
        ("GET", "/", {}, False),
        ("GET", "/", OWN | {"Sec-Fetch-Site": "cross-site"}, True),
        ("GET", "/stand-in/messages", OWN | {"Sec-Fetch-Site": "cross-site"}, False),
        ("GET", "/stand-in/messages", OWN | {"Sec-Fetch-Site": "same-origin"}, True),
        ("GET", "/stand-in/messages", OWN, True),
        ("GET", "/stand-in/messages", OWN | {"Accept": "text/html,*/*;q=0.5"}, False),
        ("GET", "/example", OWN | {"Accept": "text/html,*/*;q=0.5"}, True),
        ("GET", "/stand-in/files/1", OWN | {"Accept": "text/html", "Sec-Fetch-Site": "same-origin"}, True),
        ("POST", "/stand-in/send", OWN, True),
        ("POST", "/stand-in/send", OWN | {"Origin": "http://127.0.0.1:8090"}, True),
        ("POST", "/stand-in/send", OWN | {"Origin": "http://evil.example"}, False),
        ("POST", "/stand-in/send", OWN | {"Origin": "null"}, False),
        ("POST", "/stand-in/send", OWN | {"Sec-Fetch-Site": "same-site"}, False),
    ],
)
def test_only_this_computers_programs_and_the_page_itself_may_ask(method, path, headers, own):
    assert is_own(method, path, headers, 8090) is own


async def test_a_link_in_the_chat_leads_to_the_example_and_to_nothing_inside(quiet, monkeypatch):
    monkeypatch.setenv(CLOCK_FILE, "a file")
    port = int(quiet.address.rpartition(":")[2])
    async with open_reading_ports(Settings(api_url=quiet.address), isolated=False) as ports:
        fetcher = ports.fetcher
        assert b"<html" in (await fetcher.fetch(f"http://127.0.0.1:{port}/example")).body
        with pytest.raises(PageForbiddenError):
            await fetcher.fetch(f"http://127.0.0.1:{port}/stand-in/messages")
        with pytest.raises(AddressRefusedError):  # another program of this computer
            await fetcher.fetch(f"http://127.0.0.1:{port - 1}/")


@pytest.mark.parametrize("path", ["/stand-in/send", "/stand-in/press", "/bot{token}/sendMessage"])
@pytest.mark.parametrize(
    "body",
    [
        "",
        "nonsense",
        "[]",
        "5",
        "[" * 100_000,
        '{"text": "x", "entities": 5, "chat_id": 1000001}',
        '{"text": "x", "entities": [{}], "chat_id": 1000001}',
        '{"text": "x", "entities": ["a"], "user_id": 1e999, "chat_id": "x"}',
        '{"text": {"a": []}, "html": true, "reply_to": [], "message_id": 1e400, "chat_id": {}}',
        '{"message_id": ' + "9" * 5000 + "}",
        b"\xff\xfe{",
    ],
)
async def test_whatever_is_posted_is_answered_and_no_fault_of_the_server(quiet, client, path, body):
    url = path.format(token=quiet.token)
    async with client.post(url, data=body, headers={"Content-Type": "application/json"}) as response:
        assert response.status in {200, 400}


async def test_a_foreign_host_name_is_refused_over_http(client):
    async with client.get("/", headers={"Host": "rebound.example"}) as response:
        assert response.status == 403


async def test_the_page_loads_nothing_from_outside(client):
    async with client.get("/") as response:
        policy = response.headers["Content-Security-Policy"]
        html = await response.text()
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    sources = re.findall(r'(?:src|href)="([^"#]+)"', html)
    for path in (
        *sources,
        "/static/text.js",
        "/static/bubble.js",
        "/static/stand-in.js",
        "/static/example.css",
    ):
        assert path.startswith("/")
        async with client.get(path) as response:
            assert response.status == 200, path


def test_no_script_writes_markup():
    scripts = "".join(path.read_text(encoding="utf-8") for path in STATIC.glob("*.js"))
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function", scripts
    )


def test_the_page_has_every_word_in_every_language_and_no_other():
    messages = Messages.load()
    used = set()
    for path in STATIC.iterdir():
        used |= set(re.findall(r"trial-[a-z]+(?:-[a-z]+)*", path.read_text(encoding="utf-8")))
    made = {"trial-state", "trial-quote", "trial-note"}  # put together with what follows
    prefixes = ("trial-state-", "trial-note-", "trial-place-", "trial-member-")
    assert {key for key in used if key not in made} <= set(KEYS)
    assert {key for key in KEYS if key not in used and not key.startswith(prefixes)} == set()
    for locale in ("en", "de", "ru"):
        assert all(messages.has(locale, key) for key in KEYS)
        assert page_words(messages, locale)["locale"] == locale


def test_no_sentence_for_people_stands_in_the_page():
    html = (STATIC / "index.html").read_text(encoding="utf-8")
    assert set(re.findall(r">\s*([^<>\s][^<>]*?)\s*<", html)) == {"Nutshell"}


@pytest.mark.parametrize("path", ["/example", "/example/en", "/example/de", "/example/ru", "/example/ar"])
async def test_there_is_an_example_article(client, path):
    async with client.get(path) as response:
        html = await response.text()
    assert response.content_type == "text/html"
    assert 14 <= len(re.findall(r"[.!?][”“»]?(?:\s|<)", "".join(re.findall(r"<p>.*?</p>", html)))) <= 20


@pytest.mark.parametrize("locale", Messages.load().locales)
async def test_the_example_is_in_the_language_of_the_page_and_has_the_title_that_it_promises(client, locale):
    async with client.get(f"/example/{locale}") as response:
        article = extract(await response.text())
    assert article.language == locale
    assert article.title == Messages.load().say(locale, "trial-example-title")
    assert str(article.published) == "2026-03-14"
    assert len(article.sentences) > 15


async def test_an_unknown_example_is_not_found(client):
    async with client.get("/example/xx") as response:
        assert response.status == 404


async def test_the_page_hears_what_happens(quiet, client):
    async with client.get("/stand-in/live") as stream:
        first = json.loads((await stream.content.readline()).removeprefix(b"data: "))
        assert (first["kind"], first["messages"][str(PERSON_ID)], first["language"]) == ("snapshot", [], "en")
        async with client.post("/stand-in/send", json={"text": "hello"}) as response:
            (message_id,) = await response.json()
        heard = []
        while not heard or heard[-1]["kind"] != "message":
            line = await asyncio.wait_for(stream.content.readline(), 5)
            heard += [json.loads(line.removeprefix(b"data: "))] if line.strip() else []
    assert heard[-1]["message"]["message_id"] == message_id


async def test_the_person_chooses_a_language(quiet, client):
    async with client.post("/stand-in/language", json={"language": "de"}) as response:
        assert (await response.json())["trial-send"] == "Senden"
    assert quiet.world.chats[PERSON_ID].person["language_code"] == "de"
    async with client.get("/stand-in/words", params={"language": "ru"}) as response:
        assert (await response.json())["locale"] == "ru"


async def test_a_file_is_uploaded_and_handed_out_as_a_download_only(quiet, client):
    form = aiohttp.FormData({"caption": "for you"})
    form.add_field("file", b"<script>alert(1)</script>", filename="a.html", content_type="text/html")
    async with client.post("/stand-in/upload", data=form) as response:
        assert response.status == 200
    message = quiet.world.pictured(PERSON_ID)[0]
    assert (message["caption"], message["document"]["mime_type"]) == ("for you", "text/html")
    async with client.get(f"/stand-in/files/{message['document']['file_id']}") as response:
        assert response.headers["Content-Disposition"] == "attachment"
        assert response.content_type == "application/octet-stream"
    async with client.get("/stand-in/files/nothing") as response:
        assert response.status == 404


@pytest.mark.parametrize(
    ("path", "asked", "status"),
    [
        ("send", {"json": {"text": " "}}, 400),
        ("send", {"json": {"text": "<b>", "html": True}}, 400),
        ("send", {"json": ["text"]}, 400),
        ("send", {"data": b"{", "headers": {"Content-Type": "application/json"}}, 400),
        ("send", {"data": {"text": "x"}}, 415),
        ("press", {"json": {"message_id": 1, "data": "x"}}, 400),
        ("upload", {"json": {}}, 415),
        ("upload", {"data": aiohttp.FormData({"caption": "no file"}, default_to_multipart=True)}, 400),
        ("send", {"json": {"text": "x", "reply_to": 1}}, 400),
    ],
)
async def test_wrong_requests_are_refused(client, path, asked, status):
    async with client.post(f"/stand-in/{path}", **asked) as response:
        assert response.status == status


async def test_tests_can_speak_for_several_people(client):
    hidden = {
        "text": '<a href="https://e.org">here</a>',
        "html": True,
        "user_id": 7,
        "forward_from": "Gazette",
    }
    async with client.post("/stand-in/send", json=hidden) as response:
        assert response.status == 200
    async with client.get("/stand-in/messages", params={"user_id": 7}) as response:
        (message,) = await response.json()
    assert message["entities"][0]["url"] == "https://e.org"
    assert message["forward_origin"]["sender_user_name"] == "Gazette"
    async with client.get("/stand-in/state") as response:
        assert (await response.json())["pending_updates"] == 1
