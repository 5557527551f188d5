"""Every recipe of the hostile catalogue on a small scale: each ends in one planned reply, and harms nobody.

A recipe is one or more things that a person hands in: a link to a server that misbehaves, a file or a text.
tests/quality/hostile.py runs them at full size through real workers, and measures.
"""

from __future__ import annotations

import asyncio
import gzip
import io
import random
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import Any

import pytest

import bot
from bot.core.errors import BotError
from bot.sources.documents import read_file, read_page, read_text

SENTENCE = "The council of the town decided on Tuesday to repair the old bridge over the river. "
STORY = "".join(f"<p>{SENTENCE * 2}Part {n} of the work begins in spring.</p>" for n in range(6))
SUMMARY = "summary"


def answer(*lines: str, body: bytes | str = b"", status: str = "200 OK") -> bytes:
    data = body if isinstance(body, bytes) else body.encode("utf-8", "surrogatepass")
    return "\r\n".join([f"HTTP/1.1 {status}", *lines]).encode("latin-1") + b"\r\n\r\n" + data


def whole(body: bytes | str, *lines: str, kind: str = "text/html", status: str = "200 OK") -> bytes:
    data = body if isinstance(body, bytes) else body.encode("utf-8", "surrogatepass")
    return answer(f"Content-Type: {kind}", f"Content-Length: {len(data)}", *lines, body=data, status=status)


def html(body: str) -> str:
    return f"<!doctype html><html><head><title>The bridge</title></head><body>{body}</body></html>"


ARTICLE = html(f"<article><h1>The bridge</h1>{STORY}</article>")


def forever(piece: bytes, *lines: str, pause_s: float = 0.0) -> Any:
    """A server that begins with these headers and never ends."""

    async def behave(exchange: Any) -> None:
        await exchange.send(answer(*lines) if lines else b"")
        while True:
            await exchange.send(piece)
            await asyncio.sleep(pause_s)

    return behave


async def silent(exchange: Any) -> None:
    await asyncio.sleep(60)


async def reset(exchange: Any) -> None:
    await exchange.send(whole(ARTICLE)[:500])
    exchange.writer.transport.abort()


def packed(size_mb: int, window: int) -> bytes:
    packer = zlib.compressobj(1, zlib.DEFLATED, window)
    return b"".join(packer.compress(b"<p>x" * 2**18) for _ in range(size_mb)) + packer.flush()


def zstd_bomb() -> bytes:
    """RFC 8878: blocks that repeat one byte 131,072 times."""
    return b"\x28\xb5\x2f\xfd\x00\x58" + (struct.pack("<I", (2**17 << 3) | 2)[:3] + b"\0") * 500


def rss(items: str, doctype: str = "") -> str:
    return (
        f'<?xml version="1.0"?>{doctype}<rss version="2.0"><channel><title>F</title>{items}</channel></rss>'
    )


def laughs() -> str:
    more = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return rss("<item><title>&a9;</title></item>", f'<!DOCTYPE rss [<!ENTITY a0 "ha">{more}]>')


def zipped(**members: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in members.items():
            archive.writestr(name.replace("__", "/"), body)
    return data.getvalue()


def circular_pdf() -> bytes:
    """Two nested streams of zeros, a form that holds itself, and a table of objects that goes in a circle."""
    stream = zlib.compress(zlib.compress(bytes(2**20), 9), 9)
    return (
        b"%%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</X 4 0 R>>>>>>endobj\n"
        b"4 0 obj<</Type/XObject/Subtype/Form/Resources<</XObject<</X 4 0 R>>>>"
        b"/Filter[/FlateDecode/FlateDecode]/Length %d>>stream\n%s\nendstream endobj\n"
        b"trailer<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%%%EOF" % (len(stream), stream)
    )


@dataclass(frozen=True, kw_only=True)
class Probe:
    """One thing to hand in, and the codes of the replies that are planned for it."""

    ends: str  # with blanks between, if there is more than one
    route: Any = None
    file: tuple[bytes, str] | None = None
    text: str | None = None
    question: str | None = None


def link(route: Any, ends: str) -> Probe:
    return Probe(route=route, ends=ends)


def page(body: str, ends: str, kind: str = "text/html") -> Probe:
    return link(whole(body, kind=kind), ends)


def feed(body: str, ends: str) -> Probe:
    return page(body, ends, "application/rss+xml")


def text(body: str, ends: str = SUMMARY, question: str | None = None) -> Probe:
    return Probe(text=body, ends=ends, question=question)


FAILS, EMPTY = "server_failed", "no_article/empty"
RUSSIAN = "<p>" + "Совет города решил во вторник починить старый мост через реку. " * 8 + "</p>"
ODD = "A\0 letter \u202eesrever\u202c, a zero\u200bwidth, \ufdd0 and \ufeff marks, e" + "\u0301" * 10_000
PROSE = " ".join(
    f"The town {n} met at the bridge {n * 7} to talk about the river {n * 3}." for n in range(300)
)

NOISE = random.Random(1).randbytes(100_000)  # noqa: S311 - noise, no secret

RECIPES: dict[str, list[Probe]] = {
    "T01": [link(whole(packed(20, 31), "Content-Encoding: gzip"), "page_too_large")],
    "T02": [link(whole(b"\x8f\xff\xff\xff\xff" + bytes(500), "Content-Encoding: br"), f"{FAILS} not_a_page")],
    "T03": [link(whole(zstd_bomb(), "Content-Encoding: zstd"), f"{FAILS} not_a_page page_too_large")],
    "T04": [link(whole(gzip.compress(b"") * 20_000, "Content-Encoding: gzip"), FAILS)],
    "T05": [
        link(whole(gzip.compress(packed(20, 31)), "Content-Encoding: gzip, gzip"), f"{FAILS} not_a_page")
    ],
    "T06": [
        link(forever(b"8000\r\n" + b"<p>x" * 2**13 + b"\r\n", "Transfer-Encoding: chunked"), "page_too_large")
    ],
    "T07": [link(forever(b"1\r\na\r\n" * 100, "Transfer-Encoding: chunked"), FAILS)],
    "T08": [link(answer("Transfer-Encoding: chunked", body=b"5;" + b"x" * 100_000 + b"\r\nhello"), FAILS)],
    "T09": [link(forever(b"a", "Content-Length: 100000", pause_s=0.02), "fetch_timeout")],
    "T10": [link(forever(b"H", pause_s=0.02), f"fetch_timeout {FAILS}")],
    "T11": [link(silent, "fetch_timeout")],
    "T12": [link(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 2**20, FAILS)],
    "T13": [link(answer(*["X-A: b"] * 10_000, body="hello"), FAILS)],
    "T14": [link(whole(ARTICLE, *[f"Set-Cookie: c{n}={'x' * 4000}" for n in range(100)]), SUMMARY)],
    "T15": [link(answer("Content-Length: 1000000", body=ARTICLE), FAILS)],
    "T16": [link(answer("Content-Length: 3", body=b"abc" + whole(ARTICLE)), f"{EMPTY} {SUMMARY}")],
    "T17": [link(answer("Content-Length: -1", body=ARTICLE), FAILS)],
    "T18": [link(answer("Content-Length: 5", "Content-Length: 50", body=ARTICLE), FAILS)],
    "T19": [link(answer("Content-Length: 5", "Transfer-Encoding: chunked", body=ARTICLE), FAILS)],
    "T20": [link(answer("Transfer-Encoding: xchunked", body=ARTICLE), f"{FAILS} {SUMMARY}")],
    "T21": [link(forever(b"HTTP/1.1 100 Continue\r\n\r\n", pause_s=0.01), f"fetch_timeout {FAILS}")],
    "T22": [link(b"hello, I speak HTTP/0.9", FAILS)],
    "T23": [
        link(answer("Content-Length: 5", body="hello", status="999 No\0thing"), f"{FAILS} page_forbidden")
    ],
    "T24": [link(b"HTTP/1.1 200 OK\rX: y\r\nContent-Length: 5\r\n\r\nhello", FAILS)],
    "T25": [link(answer("X: a\0b", "Content-Length: 5", body="hello"), FAILS)],
    "T26": [link(whole("this is not compressed", "Content-Encoding: gzip"), FAILS)],
    "T27": [link(reset, FAILS)],
    "T28": [link(forever(b"data: x\n\n", "Content-Type: text/event-stream", pause_s=0.1), "not_a_page")],
    "T29": [link(forever(b"--x\r\n", "Content-Type: multipart/x-mixed-replace", pause_s=0.1), "not_a_page")],
    "T30": [link(b"ICY 200 OK\r\nContent-Type: audio/mpeg\r\n\r\n" + bytes(500), f"{FAILS} not_a_page")],
    "T31": [
        page(ARTICLE, SUMMARY, "image/png"),
        page(ARTICLE, SUMMARY, "text/html; " + "x" * 10_000),
        link(answer(f"Content-Length: {len(ARTICLE.encode())}", body=ARTICLE), SUMMARY),
        link(whole(b"%PDF-1.7\n" + bytes(range(256)) * 40), "unreadable_file"),
        link(whole(b"PK\x03\x04" + bytes(10_000)), "not_a_page"),
        link(whole(b"\x7fELF" + bytes(10_000)), "not_a_page"),
    ],
    "T33": [link(whole('<meta http-equiv="refresh" content="0; url=/T33.0/b">'), f"{EMPTY} page_missing")],
    "T35": [
        link(whole("" if status in {204, 304} else ARTICLE, status=f"{status} So"), ends)
        for status, ends in {
            403: "page_forbidden",
            451: "page_forbidden",
            429: "server_busy",
            503: FAILS,
            204: FAILS,
            206: FAILS,
            304: FAILS,
        }.items()
    ]
    + [link(whole(ARTICLE, "Retry-After: 999999999", status="503 So"), "server_busy")],
    "P01": [page("<div>" * 120_000, "too_complex")],
    "P02": [page(html("<p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">hello</p>"), EMPTY)],
    "P03": [page(html("a<br>" * 120_000), "too_complex")],
    "P04": [page(html("<a href=/x>y</a> " * 120_000), "too_complex")],
    "P05": [page(html("<p>Ab cd.</p>" * 16_000), "too_complex")],
    "P06": [page(html("<table>" + "<tr><td>a<td>b" * 40_000 + "</table>"), "too_complex")],
    "P07": [page(html('<a href="' + "x" * 6 * 2**20 + '">y</a>'), "page_too_large")],
    "P08": [page("<p>" + "word " * 2**21, "page_too_large")],
    "P09": [
        page("<" * 100_000, EMPTY),
        page("<!--" * 50_000, EMPTY),
        page(html("&lt;" * 10_000), EMPTY),
        page(html("&#xD800;&#0;&#1114112;" * 3_000), EMPTY),
    ],
    "P10": [
        link(whole(html(RUSSIAN * 4).encode("cp1251"), kind="text/html; charset=utf-8"), SUMMARY),
        link(whole(html(RUSSIAN * 4).encode("utf-16")), SUMMARY),
        link(whole(html(RUSSIAN * 4).encode("koi8-r")), SUMMARY),
        page(html(RUSSIAN * 4), SUMMARY, "text/html; charset=x-nonsense"),
        page(html('<meta charset="utf-7">+ADw-script+AD4-alert(1)+ADw-/script+AD4-'), EMPTY),
    ],
    "P11": [
        link(whole(NOISE), "not_a_page"),
        link(whole(b"%PDF-1.7\n" + NOISE), "unreadable_file"),
    ],
    "P12": [page(html(f"<p>{ODD}</p>{STORY}"), SUMMARY)],
    "F01": [feed(laughs(), EMPTY)],
    "F02": [
        feed(
            rss(
                "<item><title>&x;</title></item>", '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
            ),
            EMPTY,
        )
    ],
    "F03": [
        feed(rss("<item><title>a</title></item>" * 60_000), "too_complex"),
        feed(rss("<item><description><![CDATA[" + "<b>" * 50_000 + "]]></description></item>"), EMPTY),
        feed(rss("<item><description><![CDATA[" + '<a href="' * 50_000 + "]]></description></item>"), EMPTY),
        feed(rss("<item><title>" + "&lt;" * 10_000 + "</title></item>"), EMPTY),
    ],
    "F04": [
        feed(
            rss("<item><guid>1</guid><pubDate>Mon, 01 Jan 0000 00:00:00 GMT</pubDate></item>" * 20),
            f"{EMPTY} {SUMMARY}",
        )
    ],
    "D01": [Probe(file=(circular_pdf(), "a.pdf"), ends="unreadable_file")],
    "D02": [
        Probe(
            file=(
                zipped(
                    **{
                        "[Content_Types].xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
                        "..__..__outside.txt": b"x",
                        "word__document.xml": b" " * 60 * 2**20,
                    }
                ),
                "a.docx",
            ),
            ends="unreadable_file file_too_large",
        )
    ],
    "N01": [text("A. " * 20_000), text("... " * 20_000, "empty_text")],
    "N02": [text("(" * 100_000, "empty_text"), text('"' * 100_000, "empty_text"), text(PROSE)],
    "N03": [text("a." * 4_000)],
    "N04": [
        Probe(file=(b"\x80\x04\x95\x0e" + bytes(200), "english.pickle"), ends="unsupported_file"),
        Probe(
            file=(zipped(**{"..__..__nltk_data__punkt.pickle": b"x"}), "punkt.zip"), ends="unsupported_file"
        ),
    ],
    "Q01": [
        text(PROSE, "answer", "bridge " * 585),
        text(PROSE, "answer", "?" * 10_000),
        text(PROSE, "answer", "(.*)+$[ NEAR/0 \"town* OR title:x -- '; DROP TABLE texts; %s {0} \\"),
    ],
    "S01": [text(PROSE)],
    "S02": [
        text("One sentence only, about a bridge."),
        text("The of and to a in. It is as. " * 20),
        text("The bridge is old. " * 200),
        text("1 2 3 4. 5 6 7 8. " * 100),
    ],
    "H01": [
        page(html("<p>" + "1" * 20_000 + "</p>"), f"{SUMMARY} {EMPTY}"),
        page(html("<p>" + "2026-01-31 " * 2_000 + "</p>"), f"{SUMMARY} {EMPTY}"),
        page(html("<p>" + "31 January " * 2_000 + "</p>"), f"{SUMMARY} {EMPTY}"),
        page(html("<p>" + " " * 50_000 + "x</p>"), EMPTY),
    ],
}
# Told by tests of their own here: a link to somewhere else than the small web, and a way that never ends.
ELSEWHERE = {"T32", "T34"}
CATALOGUE = {
    *(f"T{n:02}" for n in range(1, 36)),
    *(f"P{n:02}" for n in range(1, 13)),
    *(f"F{n:02}" for n in range(1, 5)),
    *("D01", "D02", "N01", "N02", "N03", "N04", "Q01", "S01", "S02", "H01"),
}


def test_every_recipe_of_the_catalogue_is_here():
    assert set(RECIPES) | ELSEWHERE == CATALOGUE
    assert len(CATALOGUE) == 61


async def reply(fetcher: Any, probe: Probe, url: str) -> str:
    """What a person would be answered from: the code of an error, a summary or an answer."""
    try:
        if probe.text is not None:
            article = read_text(probe.text)
        elif probe.file is not None:
            article = read_file(probe.file[0], probe.file[1], None)
        else:
            fetched = await fetcher.fetch(url)
            article = read_page(fetched.body, fetched.url, fetched.charset, fetched.content_type)
        if probe.question is not None:
            bot.ask(article, probe.question)
            return "answer"
        assert bot.summarize(article).sentences
    except BotError as error:
        reason = error.details.get("reason") if error.code == "no_article" else None
        return f"{error.code}/{reason}" if reason else error.code
    return SUMMARY


@pytest.mark.parametrize("recipe", sorted(RECIPES))
async def test_a_hostile_recipe_ends_in_a_planned_reply_and_harms_nobody(recipe, web, opened):
    probes = {f"/{recipe}.{number}": probe for number, probe in enumerate(RECIPES[recipe])}
    web.routes |= {path: probe.route for path, probe in probes.items() if probe.route is not None}
    web.routes["/innocent"] = whole(ARTICLE)
    async with opened(deadline_s=0.4 if recipe in {"T09", "T10", "T11", "T21"} else 20) as fetcher:
        for path, probe in probes.items():
            ending = await reply(fetcher, probe, web.url(path))
            assert ending in probe.ends.split(), (path, ending)
            asked = len(web.requests)
            assert asked <= 2 * len(probes) + 2  # nobody is asked again and again
            if probe.route is not None and ending in {FAILS, "fetch_timeout", "page_too_large"}:
                assert await reply(fetcher, probe, web.url(path)) == ending  # and nothing of it was kept
                assert len(web.requests) == asked
        fetcher._deadline_s = 20  # the short one is for servers that are silent on purpose
        assert await reply(fetcher, Probe(route=b"", ends=SUMMARY), web.url("/innocent")) == SUMMARY


async def test_t32_a_certificate_that_proves_nothing_is_refused(fetcher, tls_site):
    assert await reply(fetcher, Probe(ends=""), tls_site) == "certificate_refused"


async def test_t32_a_handshake_that_never_ends_is_left(web, opened):
    web.routes = {}
    async with opened(deadline_s=0.4) as fetcher:  # the small web waits for a request in the open
        assert await reply(fetcher, Probe(ends=""), web.url().replace("http:", "https:")) == "fetch_timeout"


async def test_t34_a_wall_that_wants_a_cookie_ends_where_it_goes_round(web, fetcher):
    for here, there in (("/", "/consent?next=/"), ("/consent?next=/", "/")):
        web.routes[here] = answer(
            f"Location: {there}", "Set-Cookie: asked=yes", "Content-Length: 0", status="302 Found"
        )
    assert await reply(fetcher, Probe(ends=""), web.url()) == "too_many_redirects"
    assert len(web.requests) <= 6
    assert not any("cookie" in request.headers for request in web.requests)
