"""The chat page and what it asks of the stand-in: /, /static, /example and /stand-in/…"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from aiohttp import web
from aiohttp.multipart import BodyPartReader

from bot.messages import Messages
from bot.trial import people
from bot.trial.asked import number, optional_number, speaker_of, text_of
from bot.trial.chats import PERSON_ID, Chat, Json
from bot.trial.clock import MovableClock
from bot.trial.errors import ApiError, bad_request, refusing_nonsense
from bot.trial.live import Live
from bot.trial.playing import Playing
from bot.trial.supervisor import BotStatus, State, Supervisor
from bot.trial.words import page_words
from bot.trial.world import Event, World

_HERE: Final = Path(__file__).parent
_LANGUAGE_LENGTH: Final = 35  # the longest tag that RFC 5646 asks programs to take

JsonHandler = Callable[[Json], Awaitable[Any]]


@dataclass(slots=True)
class ChatPage:
    """Serves one trial's page."""

    world: World
    clock: MovableClock
    supervisor: Supervisor
    live: Live
    messages: Messages
    notes: list[Json] = field(
        default_factory=list
    )  # what happened to the bot's process, with its place in the private chat

    def routes(self) -> list[web.AbstractRouteDef]:
        playing = Playing(self.world, self.clock, self.live.publish)
        return [
            web.get("/", _file("static/index.html")),
            web.get("/favicon.ico", _file("static/icon.svg")),
            web.static("/static", _HERE / "static"),
            web.get("/example", _file("examples/en.html")),
            web.get("/example/{locale:[a-z]{2}}", self._example),
            web.get("/stand-in/live", self._live),
            web.get("/stand-in/state", self._state),
            web.get("/stand-in/messages", self._messages),
            web.get("/stand-in/words", self._words),
            web.get("/stand-in/files/{file_id}", self._download),
            web.post("/stand-in/send", _answering(self._send)),
            web.post("/stand-in/press", _answering(self._press)),
            web.post("/stand-in/language", _answering(self._speak)),
            web.post("/stand-in/restart", _answering(self._restart)),
            web.post("/stand-in/upload", self._upload),
            *(
                web.post(f"/stand-in/{name}", _answering(handler))
                for name, handler in playing.handlers().items()
            ),
        ]

    def show(self, event: Event) -> None:
        """Passes on what happened in the world."""
        if event["kind"] in {"commands", "language"}:
            event = {"kind": "commands", "commands": self._menus()}
        elif event["kind"] == "chat":
            chats = [self._chat(chat) for chat in self.world.chats.values() if chat.moved_to is None]
            event = {"kind": "chats", "chats": chats, "commands": self._menus()}
        self.live.publish(event)

    def show_bot(self, status: BotStatus) -> None:
        """Tells the page how the bot is, and notes in the chat what a person should know."""
        last = next(reversed(self.world.chats[PERSON_ID].messages), 0)
        note = {"state": status.state, "exit_code": status.exit_code, "after": last}
        died = status.state is State.DOWN
        if died or (status.state is State.READY and status.starts > 1):
            self.notes.append(note | {"time": self.world.seconds(), "number": len(self.notes)})
            self.live.publish({"kind": "note", "note": self.notes[-1]})
        self.live.publish({"kind": "bot", "bot": status.as_json()})

    def snapshot(self) -> Json:
        """All that a page needs to begin."""
        chats = [chat for chat in self.world.chats.values() if chat.moved_to is None]
        return {
            "kind": "snapshot",
            "chats": [self._chat(chat) for chat in chats],
            "messages": {str(chat.chat_id): self.world.pictured(chat.chat_id) for chat in chats},
            "people": list(self.world.people.values()),
            "notes": self.notes,
            "bot": self.supervisor.status.as_json(),
            "me": PERSON_ID,
            "language": self._language(),
            "locales": list(self.messages.locales),
            "commands": self._menus(),
            "clock": {"moved_s": self.clock.moved.total_seconds()},
            "privacy": self.world.privacy,
            "words": page_words(self.messages, self._language()),
        }

    def _chat(self, chat: Chat) -> Json:
        members = [member.as_json(chat.kind) for member in chat.members.values()]
        topics = None
        if chat.topics is not None:
            topics = [
                {"thread_id": topic.thread_id, "name": topic.name, "closed": topic.closed}
                for topic in chat.topics.values()
            ]
        return chat.as_json() | {
            "members": members,
            "topics": topics,
            "general_closed": chat.general_closed,
            "linked": chat.linked_id,
        }

    def _language(self) -> str:
        return str(self.world.people[PERSON_ID]["language_code"])

    def _menus(self) -> Json:
        """For each chat, and in it for each person, the commands that their client shows."""
        return {
            str(chat.chat_id): {
                str(user_id): self.world.menus.of(chat, user_id, str(person["language_code"]))
                for user_id, person in self.world.people.items()
            }
            for chat in self.world.chats.values()
        }

    async def _live(self, request: web.Request) -> web.StreamResponse:
        return await self.live.stream(request, self.snapshot())

    async def _state(self, _request: web.Request) -> web.Response:
        pending = len(self.world.updates)
        return web.json_response(self.supervisor.status.as_json() | {"pending_updates": pending})

    async def _messages(self, request: web.Request) -> web.Response:
        chat_id = request.query.get("chat_id") or request.query.get("user_id")
        return web.json_response(self.world.pictured(number(chat_id, PERSON_ID)))

    async def _words(self, request: web.Request) -> web.Response:
        return web.json_response(page_words(self.messages, request.query.get("language", "")))

    async def _example(self, request: web.Request) -> web.FileResponse:
        path = _HERE / "examples" / f"{request.match_info['locale']}.html"
        if request.match_info["locale"] not in self.messages.locales:
            raise web.HTTPNotFound
        return web.FileResponse(path if path.is_file() else _HERE / "examples" / "en.html")

    async def _download(self, request: web.Request) -> web.Response:
        stored = self.world.files.get(request.match_info["file_id"])
        if stored is None:
            raise web.HTTPNotFound
        # Never shown by the browser itself: a stranger's HTML would run with the page's own rights.
        headers = {"Content-Disposition": "attachment"}
        return web.Response(body=stored.body, headers=headers, content_type="application/octet-stream")

    async def _send(self, asked: Json) -> list[int]:
        name = asked.get("forward_from")
        sent = people.say(
            self.world,
            text_of(asked),
            speaker_of(asked),
            reply_to=optional_number(asked.get("reply_to")),
            forwarded=people.hidden_origin(str(name), self.world.seconds()) if name else None,
        )
        return [message["message_id"] for message in sent]

    async def _press(self, asked: Json) -> str:
        message_id, check = number(asked.get("message_id"), 0), bool(asked.get("check", True))
        data = str(asked.get("data", ""))
        return people.press(self.world, message_id, data, speaker_of(asked), check=check)

    async def _speak(self, asked: Json) -> dict[str, str]:
        language = str(asked.get("language", ""))[:_LANGUAGE_LENGTH]
        people.speak(self.world, number(asked.get("user_id"), PERSON_ID), language)
        return page_words(self.messages, language)

    async def _restart(self, _asked: Json) -> Json:
        await self.supervisor.restart()
        return self.supervisor.status.as_json()

    async def _upload(self, request: web.Request) -> web.Response:
        try:
            with refusing_nonsense():
                return web.json_response(self._store(*await _read_upload(request)))
        except ApiError as error:
            return web.json_response(error.as_json(), status=error.code)

    def _store(self, name: str, mime_type: str, body: bytes, fields: dict[str, str]) -> list[int]:
        message = people.upload(
            self.world,
            (name, mime_type, body),
            speaker_of(fields),
            caption=fields.get("caption", ""),
            reply_to=optional_number(fields.get("reply_to")),
        )
        return [message["message_id"]]


def _file(name: str) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def serve(_request: web.Request) -> web.StreamResponse:
        return web.FileResponse(_HERE / name)

    return serve


def _answering(handler: JsonHandler) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    """A handler for JSON bodies. Nothing but JSON: a foreign page can't post that without asking first."""

    async def answer(request: web.Request) -> web.StreamResponse:
        if request.content_type != "application/json":
            raise web.HTTPUnsupportedMediaType
        try:
            with refusing_nonsense():
                asked = await request.json()
                if not isinstance(asked, dict):
                    raise bad_request("object expected")
                return web.json_response(await handler(asked))
        except ApiError as error:
            return web.json_response(error.as_json(), status=error.code)

    return answer


async def _read_upload(request: web.Request) -> tuple[str, str, bytes, dict[str, str]]:
    if request.content_type != "multipart/form-data":
        raise web.HTTPUnsupportedMediaType
    fields: dict[str, str] = {}
    name, mime_type, body = "file", "application/octet-stream", b""
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            continue
        content = bytes(await part.read())
        if part.filename is None:
            fields[part.name or ""] = content.decode("utf-8", "replace")
        else:
            name, body = part.filename, content
            mime_type = part.headers.get("Content-Type", mime_type)
    return name, mime_type, body, fields
