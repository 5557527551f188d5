"""A running trial chat, and Chromium for it over the DevTools protocol: no driver, no further dependency."""

import asyncio
import base64
import contextlib
import itertools
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.trial.run import Trial, open_trial

FAKE_BOT = Path(__file__).with_name("fake_bot.py")
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--headless=new",
    "--remote-debugging-port=0",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-gpu",
    "--disable-sync",
    "--mute-audio",
    "--lang=en-US",
)
KEYS = {"Enter": 13, "Escape": 27, "ArrowUp": 38, "ArrowDown": 40, "Tab": 9}
SHIFT = 8
PAUSE_S = 0.03


class Tab:
    """One page of the browser."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self.complaints: list[str] = []  # exceptions and what the console calls an error
        self._reading = asyncio.create_task(self._read())

    async def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        number = next(self._numbers)
        self._answers[number] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": number, "method": method, "params": parameters})
        return await asyncio.wait_for(self._answers[number], 30)

    async def run(self, expression: str) -> Any:
        """The value of an expression in the page; promises are awaited."""
        asked = {"expression": expression, "awaitPromise": True, "returnByValue": True}
        answer = await self.call("Runtime.evaluate", **asked)
        if "exceptionDetails" in answer:
            raise AssertionError(f"{expression}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    async def until(self, expression: str, timeout_s: float = 10) -> None:
        """Waits until an expression is true."""
        for _ in range(int(timeout_s / PAUSE_S)):
            if await self.run(f"!!({expression})"):
                return
            await asyncio.sleep(PAUSE_S)
        raise AssertionError(f"{expression}: not true in time\n{await self.run('document.body.innerText')}")

    async def open(self, address: str) -> None:
        await self.call("Page.navigate", url=address)
        await self.until("document.hasFocus() && document.querySelectorAll('#commands li').length", 30)

    async def click(self, element: str) -> None:
        """A real click in the middle of what a JavaScript expression gives."""
        await self.run(f"({element}).scrollIntoView({{block: 'center', behavior: 'instant'}})")
        box = await self.run(f"(({element}).getBoundingClientRect()).toJSON()")
        where = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            await self.call("Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, **where)

    async def press(self, key: str, modifiers: int = 0) -> None:
        asked = {"key": key, "code": key, "windowsVirtualKeyCode": KEYS[key], "modifiers": modifiers}
        text = {"text": "\r"} if key == "Enter" else {}
        await self.call("Input.dispatchKeyEvent", type="keyDown", **asked, **text)
        await self.call("Input.dispatchKeyEvent", type="keyUp", **asked)

    async def type(self, text: str) -> None:
        await self.run("document.querySelector('#write').focus()")
        await self.call("Input.insertText", text=text)

    async def send(self, text: str) -> None:
        await self.type(text)
        await self.press("Enter")

    async def resize(self, width: int, height: int, *, scale: float = 1) -> None:
        size = {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": width < 600}
        await self.call("Emulation.setDeviceMetricsOverride", **size)

    async def prefer(self, **features: str) -> None:
        wanted = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        await self.call("Emulation.setEmulatedMedia", features=wanted)

    async def choose_file(self, path: Path) -> None:
        root = await self.call("DOM.getDocument")
        asked = {"nodeId": root["root"]["nodeId"], "selector": "#file"}
        node = await self.call("DOM.querySelector", **asked)
        await self.call("DOM.setFileInputFiles", files=[str(path)], nodeId=node["nodeId"])

    async def screenshot(self, path: Path) -> None:
        picture = await self.call("Page.captureScreenshot", format="png")
        await asyncio.to_thread(path.write_bytes, base64.b64decode(picture["data"]))

    async def close(self) -> None:
        await self._socket.close()
        await self._reading

    async def _read(self) -> None:
        async for message in self._socket:
            told = json.loads(message.data)
            if "id" in told:
                answer = self._answers.pop(told["id"])
                if "error" in told:
                    answer.set_exception(AssertionError(told["error"]))
                else:
                    answer.set_result(told["result"])
            elif told["method"] == "Runtime.exceptionThrown":
                self.complaints.append(json.dumps(told["params"]))
            elif told["method"] == "Log.entryAdded" and told["params"]["entry"]["level"] == "error":
                self.complaints.append(told["params"]["entry"]["text"])


def find_chromium() -> str:
    """The browser's path; skips the test where there is none, or fails it where one was promised."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        reason = "there is no Chromium on this computer (looked for: " + ", ".join(NAMES) + ")"
        if os.environ.get("NUTSHELL_TEST_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@contextlib.contextmanager
def open_chromium(folder: Path) -> Iterator[int]:
    """Runs Chromium with its profile in a folder; gives the port of its DevTools protocol."""
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium's sandbox doesn't work for root
    command = [find_chromium(), *FLAGS, *sandbox, f"--user-data-dir={folder}", "about:blank"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, start_new_session=True, **quiet) as process:
        try:
            yield _debugging_port(folder)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


def _debugging_port(folder: Path) -> int:
    told = folder / "DevToolsActivePort"
    for _ in range(int(30 / PAUSE_S)):
        if told.exists() and (written := told.read_text()):
            return int(written.split()[0])
        time.sleep(PAUSE_S)
    raise AssertionError("Chromium did not start within 30 s")


@contextlib.asynccontextmanager
async def open_tab(port: int) -> AsyncIterator[Tab]:
    """A new tab of the Chromium that listens on a port."""
    async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session:
        async with session.put("/json/new?about:blank") as response:
            target = await response.json()
        tab = Tab(await session.ws_connect(target["webSocketDebuggerUrl"], max_msg_size=0))
        for domain in ("Page", "Runtime", "Log", "DOM"):
            await tab.call(f"{domain}.enable")
        yield tab
        await tab.close()
        async with session.get(f"/json/close/{target['id']}"):
            pass


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """One browser for all tests; each has a tab, and a trial on a port of its own, which is another site."""
    with open_chromium(tmp_path_factory.mktemp("chromium")) as port:
        yield port


@pytest.fixture
async def trial(tmp_path: Path) -> AsyncIterator[Trial]:
    """The trial chat on a free port, with the fake bot behind it."""
    environment = dict(os.environ) | {"FAKE_BOT_OFFSET": str(tmp_path / "offset")}
    async with open_trial("127.0.0.1", 0, [sys.executable, str(FAKE_BOT)], environment) as running:
        yield running


@pytest.fixture
async def tab(chromium: int) -> AsyncIterator[Tab]:
    """A page of Chromium, 1200 by 900, in light colours."""
    async with open_tab(chromium) as opened:
        await opened.call("Page.bringToFront")
        await opened.call("Emulation.setFocusEmulationEnabled", enabled=True)
        await opened.resize(1200, 900)
        await opened.prefer(prefers_color_scheme="light", prefers_reduced_motion="reduce")
        yield opened
