"""What every test may count on: no setting of the machine it runs on reaches it."""

import os
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

Pages = Mapping[str, tuple[str, str]]  # by path: content type and text

# nltk imports these wherever they are installed, for parts of it that nothing here uses: 5 s of every run.
for _name in ("sklearn", "scipy", "matplotlib"):
    sys.modules.setdefault(_name, None)  # type: ignore[arg-type]  # an import of it fails, and nltk goes without

# The bot is started some dozens of times: the first start keeps its bytecode for the others, which saves half
# a second each time.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith("NUTSHELL_") and not name.startswith("NUTSHELL_TEST_"):
            monkeypatch.delenv(name)


@pytest.fixture(autouse=True)
def _prepared_tables(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Gives new SQLite databases their tables quickly, where a test opens any and is not about that."""
    migrating = sys.modules.get("bot.storage.migrating")
    if migrating is None or request.path.name in {"test_migrations.py", "test_opening.py"}:
        return
    if not _prepared:
        from prepared_tables import PreparedTables  # noqa: PLC0415 (it loads SQLAlchemy)

        _prepared.append(PreparedTables(migrating._upgrade))
    monkeypatch.setattr(migrating, "_upgrade", _prepared[0])


_prepared: list[Callable[..., None]] = []  # one for all tests of a process


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Pages], str]]:
    """Serves pages on loopback, where links may lead in this test; returns how their addresses begin."""
    monkeypatch.setenv("NUTSHELL_ALLOW_NETWORKS", "127.0.0.0/8")
    with ExitStack() as stack:
        yield lambda pages: stack.enter_context(_served(pages))


@contextmanager
def _served(pages: Pages) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            kind, text = pages.get(self.path, ("text/plain", ""))
            body = text.encode()
            self.send_response(200 if self.path in pages else 404)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Keep the test's output clean."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="session")
def server() -> Iterator[Any]:
    """The server of NUTSHELL_TEST_POSTGRES: who asks for these tests (-m postgres) must name one."""
    from postgres_server import Server  # noqa: PLC0415 (it loads the database's library)

    opened = Server(os.environ["NUTSHELL_TEST_POSTGRES"])
    yield opened
    opened.close()


@pytest.fixture
def postgres(server: Any) -> Iterator[str]:
    """The address of a PostgreSQL database with all tables, for one test alone."""
    address = server.new_database()
    yield address
    server.drop(address)
