"""The webhook: who may bring updates, what is taken, and when Telegram is asked to come again."""

import asyncio
import json
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.errors import DatabaseError
from bot.server.metrics import PrometheusMeter
from bot.server.serving import Endpoints
from bot.server.webhook import MAX_BODY_BYTES, SECRET_HEADER, Webhook

SECRET = "s3cret_of-the-tests"
UPDATE = {"update_id": 1, "message": {"text": "hello"}}


class FakeReceiver:
    def __init__(self):
        self.taken = []
        self.full = False
        self.error = None

    async def receive(self, raw):
        if self.error:
            raise self.error
        json.dumps(raw)
        self.taken.append(raw)


@pytest.fixture
async def hook(serve):
    webhook, receiver = Webhook(SECRET), FakeReceiver()
    client = await serve(Endpoints(meter=PrometheusMeter(), webhook=webhook, webhook_path="/telegram"))
    client.webhook, client.receiver = webhook, receiver
    webhook.open(receiver)
    return client


async def bring(hook, body, secret=SECRET):
    return await hook.post("/telegram", body, key=None, headers={SECRET_HEADER: secret})


async def test_an_update_with_the_secret_is_taken_and_answered_with_200(hook):
    answer = await bring(hook, UPDATE)
    assert (answer.status, answer.text) == (200, "")
    assert hook.receiver.taken == [UPDATE]


@pytest.mark.parametrize(
    "headers",
    [
        [],
        [(SECRET_HEADER, "")],
        [(SECRET_HEADER, SECRET[:-1])],
        [(SECRET_HEADER, SECRET + "x")],
        [(SECRET_HEADER, SECRET.upper())],
        [(SECRET_HEADER, "ünï¢ode")],
        [(SECRET_HEADER, SECRET), (SECRET_HEADER, SECRET)],
        [(SECRET_HEADER, SECRET), (SECRET_HEADER, "wrong")],
        [("Authorization", f"Bearer {SECRET}")],
    ],
)
async def test_without_exactly_the_secret_it_is_401_and_nothing_is_read(hook, headers):
    async with hook.session.post(hook.address + "/telegram", json=UPDATE, headers=headers) as answer:
        assert answer.status == 401
        assert answer.content_type == "application/problem+json"
    assert hook.receiver.taken == []


@pytest.mark.parametrize("bytes_sent", [b"\xff\xfe\x80", b"\x80" * 300, b"a\x01b", b" ", b"\xc3\x28"])
async def test_bytes_that_are_no_text_are_refused_and_break_nothing(hook, bytes_sent):
    host, port = hook.address.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    head = (
        f"POST /telegram HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nConnection: close\r\n{SECRET_HEADER}: "
    )
    writer.write(head.encode() + bytes_sent + b"\r\n\r\n{}")
    status = int((await reader.readline()).split()[1])
    await reader.read()
    writer.close()
    await writer.wait_closed()
    assert status in {400, 401}
    assert hook.receiver.taken == []


async def test_a_megabyte_is_taken_and_a_byte_more_is_not(hook):
    frame = json.dumps({"update_id": 1, "x": ""})
    whole = json.dumps({"update_id": 1, "x": "y" * (MAX_BODY_BYTES - len(frame))}).encode()
    assert (await bring(hook, BytesIO(whole))).status == 200
    assert (await bring(hook, BytesIO(whole + b" "))).status == 413


async def test_what_has_no_length_is_counted_while_it_comes(hook):
    async def endless():
        for _ in range(40):
            yield b" " * 2**16

    url, headers = hook.address + "/telegram", {SECRET_HEADER: SECRET}
    async with hook.session.post(url, data=endless(), headers=headers) as answer:
        assert answer.status == 413


@pytest.mark.parametrize(
    "body",
    [
        "",
        "{",
        "[]",
        "1",
        "null",
        '{"update_id": "1"}',
        "{}",
        "[" * 100_000,
        '{"update_id": ' + "9" * 5000 + "}",
    ],
)
async def test_what_is_no_update_is_400(hook, body):
    assert (await bring(hook, body)).status == 400


async def test_before_the_bot_is_up_and_while_it_is_full_telegram_is_asked_to_come_again(serve, hook):
    early = await serve(Endpoints(meter=PrometheusMeter(), webhook=Webhook(SECRET), webhook_path="/"))
    answer = await early.post("/", UPDATE, key=None, headers={SECRET_HEADER: SECRET})
    assert (answer.status, int(answer.headers["Retry-After"]) > 0) == (503, True)
    hook.receiver.full = True
    assert (await bring(hook, UPDATE)).status == 503
    hook.receiver.full = False
    assert (await bring(hook, UPDATE)).status == 200


async def test_what_the_disk_does_not_take_comes_again(hook):
    hook.receiver.error = DatabaseError(reason="write")
    answer = await bring(hook, UPDATE)
    assert (answer.status, answer.headers["Retry-After"]) == (503, "10")


async def test_a_fault_of_our_own_is_told_as_that_and_tells_nothing_of_what_was_sent(hook, capsys, caplog):
    hook.receiver.error = KeyError("what somebody wrote")
    answer = await bring(hook, UPDATE)
    assert (answer.status, answer.headers["Content-Type"]) == (500, "application/problem+json; charset=utf-8")
    assert answer.json["code"] == "unexpected"
    logged = capsys.readouterr().out + caplog.text  # where it goes depends on whether logs were set up
    assert "KeyError in test_webhook.py:" in logged
    assert "somebody wrote" not in answer.text + logged


async def test_other_methods_and_paths_are_told_as_such(hook):
    async with hook.session.get(hook.address + "/telegram") as answer:
        assert (answer.status, answer.headers["Allow"]) == (405, "POST")
    assert (await hook.get("/nothing")).status == 404


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=JSON, fields=st.dictionaries(st.sampled_from(["message", "from", "chat", "text"]), JSON))
async def test_whatever_json_comes_it_is_never_our_fault(hook, body, fields):
    assert (await bring(hook, json.dumps(body))).status in {200, 400}
    assert (await bring(hook, json.dumps({"update_id": 5, **fields}))).status == 200
