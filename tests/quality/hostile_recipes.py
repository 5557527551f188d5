"""How to be hostile: what servers, pages, files and texts can do to a reader. All of it is made here.

Run as a program this is the server that misbehaves: it tells its ports and paths, and ends with its input.
"""

from __future__ import annotations

import asyncio
import gzip
import io
import json
import os
import pickle
import random
import ssl
import struct
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass

HOST = "127.0.0.2"
MB = 2**20

Send = Callable[[bytes], Awaitable[None]]
Behaviour = Callable[[Send], Awaitable[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """One thing to hand to the bot: a path on the hostile server, a file or a text."""

    path: str | None = None
    port: str = "plain"  # or "tls", "stalled"
    file: bytes | None = None
    name: str | None = None
    kind: str | None = None
    text: str | None = None
    question: str | None = None


def head(*lines: str, status: str = "200 OK") -> bytes:
    return "\r\n".join([f"HTTP/1.1 {status}", *lines]).encode("latin-1", "replace") + b"\r\n\r\n"


def whole(body: bytes, *lines: str, kind: str = "text/html", status: str = "200 OK") -> Behaviour:
    """A complete answer."""

    async def behave(send: Send) -> None:
        await send(head(f"Content-Type: {kind}", f"Content-Length: {len(body)}", *lines, status=status))
        for start in range(0, len(body), MB):
            await send(body[start : start + MB])

    return behave


def raw(*pieces: bytes) -> Behaviour:
    async def behave(send: Send) -> None:
        for piece in pieces:
            await send(piece)

    return behave


def endless(piece: bytes, *lines: str, kind: str = "text/html", pause_s: float = 0.0) -> Behaviour:
    """An answer that never ends."""

    async def behave(send: Send) -> None:
        await send(head(f"Content-Type: {kind}", *lines))
        while True:
            await send(piece)
            await asyncio.sleep(pause_s)

    return behave


def drip(data: bytes, pause_s: float = 1.0) -> Behaviour:
    """An answer at a byte a second."""

    async def behave(send: Send) -> None:
        for byte in data:
            await send(bytes((byte,)))
            await asyncio.sleep(pause_s)

    return behave


async def silent(send: Send) -> None:
    await asyncio.sleep(3600)


async def cut(send: Send) -> None:
    await send(head("Content-Type: text/html", "Content-Length: 100000") + ARTICLE[:500])
    raise ConnectionAbortedError


def deflating(coding: str, window: int) -> Behaviour:
    """A page of two gigabytes, compressed as it is sent."""

    async def behave(send: Send) -> None:
        await send(head("Content-Type: text/html", f"Content-Encoding: {coding}"))
        packer = zlib.compressobj(9, zlib.DEFLATED, window)
        await send(packer.compress(ARTICLE))
        for _ in range(2048):
            await send(packer.compress(b" " * MB))
            await asyncio.sleep(0)
        await send(packer.flush())

    return behave


def zstd_bomb() -> bytes:
    """A Zstandard frame (RFC 8878) of 16,384 blocks that repeat one byte 131,072 times: two gigabytes."""
    block = struct.pack("<I", (128 * 1024 << 3) | (1 << 1))[:3] + b"\0"
    return b"\x28\xb5\x2f\xfd\x00\x58" + block * 16_384


# A brotli stream (RFC 7932) that says it is large; a reader that does not offer brotli must not try it.
BROTLI = b"\x8f\xff\xff\xff\xff" + bytes(2000)

SENTENCE = b"The council of the town decided on Tuesday to repair the old bridge over the river. "
ARTICLE = (
    b"<!DOCTYPE html><html><head><title>The bridge</title></head><body><article><h1>The bridge</h1>"
    + b"".join(b"<p>" + SENTENCE * 5 + b"</p>" for _ in range(12))
    + b"</article></body></html>"
)


def html(body: bytes) -> bytes:
    return b"<!DOCTYPE html><html><head><title>T</title></head><body>" + body + b"</body></html>"


def rss(items: bytes, doctype: bytes = b"") -> bytes:
    return b'<?xml version="1.0"?>' + doctype + b'<rss version="2.0"><channel>' + items + b"</channel></rss>"


def laughs() -> bytes:
    entities = b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10))
    return rss(b"<item><title>&a9;</title></item>", b'<!DOCTYPE rss [<!ENTITY a0 "ha">' + entities + b"]>")


def xxe() -> bytes:
    return rss(
        b"<item><title>&x;</title></item>",
        b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
    )


def dated_items() -> bytes:
    dates = (b"Fri, 31 Dec 9999 23:59:59 GMT", b"Mon, 01 Jan 0000 00:00:00 GMT", b"01-01-99999", b"")
    return rss(b"".join(b"<item><guid>1</guid><pubDate>%s</pubDate></item>" % date for date in dates * 20))


def member_bomb() -> bytes:
    return gzip.compress(b"") * 200_000


def charset_lies() -> dict[str, Behaviour]:
    russian = ("<p>" + "Совет города решил во вторник починить старый мост через реку. " * 8 + "</p>") * 4
    return {
        "/P10/cp1251": whole(html(russian.encode("cp1251")), kind="text/html; charset=utf-8"),
        "/P10/utf-16": whole(html(b"").decode().replace("<body>", "<body>" + russian).encode("utf-16")),
        "/P10/koi8-r": whole(html(russian.encode("koi8-r"))),
        "/P10/nonsense": whole(html(russian.encode()), kind="text/html; charset=x-nonsense"),
        "/P10/utf-7": whole(html(b'<meta charset="utf-7">+ADw-script+AD4-alert(1)+ADw-/script+AD4-')),
    }


def odd_text() -> bytes:
    odd = "A\0 letter \u202eesrever\u202c, a zero\u200bwidth, \ufdd0 and \ufeff marks, e" + "\u0301" * 100_000
    return html(("<p>" + odd + "</p>" + ARTICLE.decode()).encode("utf-8", "surrogatepass"))


def moved(location: str, *lines: str) -> Behaviour:
    return whole(b"", f"Location: {location}", *lines, status="302 Found")


def refresh(target: str) -> Behaviour:
    return whole(html(b'<meta http-equiv="refresh" content="0; url=%s">' % target.encode()))


def noise() -> bytes:
    return random.Random(1).randbytes(5 * MB - 1)  # noqa: S311  # noise, no secret


def routes() -> dict[str, Behaviour]:
    """What the server does at each path; the first four characters name the recipe."""
    return {
        "/T01": deflating("gzip", 31),
        "/T02": whole(BROTLI, "Content-Encoding: br"),
        "/T03": whole(zstd_bomb(), "Content-Encoding: zstd"),
        "/T04": whole(member_bomb(), "Content-Encoding: gzip"),
        "/T05": whole(gzip.compress(gzip.compress(bytes(64 * MB))), "Content-Encoding: gzip, gzip"),
        "/T06": endless(b"10000\r\n" + b"<p>x" * 2**14 + b"\r\n", "Transfer-Encoding: chunked"),
        "/T07": endless(b"1\r\na\r\n" * 100, "Transfer-Encoding: chunked"),
        "/T08": raw(head("Transfer-Encoding: chunked"), b"5;" + b"x" * MB + b"\r\nhello\r\n0\r\n\r\n"),
        "/T09": drip(head("Content-Type: text/html", "Content-Length: 100000") + b"a" * 100_000),
        "/T10": drip(head("Content-Type: text/html", "X-Long: " + "x" * 10_000)),
        "/T11": silent,
        "/T12": raw(b"HTTP/1.1 200 OK\r\nX: ", *[b"x" * MB] * 100, b"\r\n\r\n"),
        "/T13": raw(b"HTTP/1.1 200 OK\r\n", *[b"X-A: b\r\n" * 10_000] * 100, b"\r\n"),
        "/T14": whole(ARTICLE, *[f"Set-Cookie: c{n}={'x' * 4000}" for n in range(100)]),
        "/T15": raw(head("Content-Type: text/html", "Content-Length: 1000000"), b"hello"),
        "/T16": raw(head("Content-Length: 3"), b"abc" + head("Content-Length: 8") + b"smuggled"),
        "/T17": raw(head("Content-Length: -1"), b"hello"),
        "/T18": raw(head("Content-Length: 5", "Content-Length: 50"), b"hello"),
        "/T19": raw(head("Content-Length: 5", "Transfer-Encoding: chunked"), b"5\r\nhello\r\n0\r\n\r\n"),
        "/T20": raw(head("Transfer-Encoding: xchunked"), b"hello"),
        "/T21": endless(b"HTTP/1.1 100 Continue\r\n\r\n", pause_s=0.001),
        "/T22": raw(b"hello, I speak HTTP/0.9"),
        "/T23": raw(b"HTTP/1.1 999 No\0thing\r\nContent-Length: 5\r\n\r\nhello"),
        "/T24": raw(b"HTTP/1.1 200 OK\rX: y\r\nContent-Length: 5\r\n\r\nhello"),
        "/T25": raw(b"HTTP/1.1 200 OK\r\nX: a\0b\r\nContent-Length: 5\r\n\r\nhello"),
        "/T26": whole(b"this is not compressed" * 50, "Content-Encoding: gzip"),
        "/T27": cut,
        "/T28": endless(b"data: tick\n\n", kind="text/event-stream", pause_s=0.5),
        "/T29": endless(
            b"--x\r\n\r\npicture\r\n", kind="multipart/x-mixed-replace; boundary=x", pause_s=0.01
        ),
        "/T30": raw(b"ICY 200 OK\r\nContent-Type: audio/mpeg\r\n\r\n" + bytes(1000)),
        "/T31/png": whole(ARTICLE, kind="image/png"),
        "/T31/pdf": whole(b"%PDF-1.7\n" + bytes(range(256)) * 40),
        "/T31/zip": whole(b"PK\x03\x04" + bytes(10_000)),
        "/T31/elf": whole(b"\x7fELF" + bytes(10_000)),
        "/T31/none": raw(head(f"Content-Length: {len(ARTICLE)}"), ARTICLE),
        "/T31/long": whole(ARTICLE, kind="text/html; " + "x" * 100_000),
        "/T32": whole(ARTICLE),
        "/T33": refresh("/T33/b"),
        "/T33/b": refresh("/T33"),
        "/T34": moved("/T34/consent?next=/T34", "Set-Cookie: consent=asked"),
        "/T34/consent?next=/T34": moved("/T34"),
        **{
            f"/T35/{status}": whole(
                b"" if status in {204, 304} else ARTICLE, "Retry-After: 999999999", status=f"{status} So"
            )
            for status in (403, 429, 503, 451, 204, 206, 304)
        },
        "/P01": whole(b"<div>" * 1_000_000),
        "/P02/1e5": whole(html(b"<p " + b" ".join(b"a%d=1" % n for n in range(100_000)) + b">hello</p>")),
        "/P02/4e5": whole(html(b"<p " + b" ".join(b"a%d=1" % n for n in range(400_000)) + b">hello</p>")),
        "/P03/1e5": whole(html(b"a<br>" * 100_000)),
        "/P03/5e5": whole(html(b"a<br>" * 500_000)),
        "/P04": whole(html(b"<a href=/x>y</a> " * 200_000)),
        "/P05": whole(html(b"<p>Ab cd.</p>" * 50_000)),
        "/P06": whole(html(b"<table>" + b"<tr><td>a<td>b" * 50_000 + b"</table>")),
        "/P07": whole(html(b'<a href="' + b"x" * (50 * MB) + b'">y</a>')),
        "/P08/20": whole(b"<p>" + b"word " * (4 * MB)),
        "/P08/200": endless(b"word " * 2**14),
        "/P09/lt": whole(b"<" * 2_000_000),
        "/P09/comments": whole(b"<!--" * 500_000),
        "/P09/entities": whole(html(b"&lt;" * 1_000_000)),
        "/P09/numbers": whole(html(b"&#xD800;&#0;&#1114112;" * 200_000)),
        **charset_lies(),
        "/P11/random": whole(noise()),
        "/P11/pdf": whole(b"%PDF-1.7\n" + noise()),
        "/P12": whole(odd_text()),
        "/F01": whole(laughs(), kind="application/rss+xml"),
        "/F02": whole(xxe(), kind="application/rss+xml"),
        "/F03/items": whole(rss(b"<item><title>a</title></item>" * 100_000), kind="application/rss+xml"),
        "/F03/deep": whole(
            rss(b"<item><description><![CDATA[" + b"<b>" * 100_000 + b"]]></description></item>"),
            kind="application/rss+xml",
        ),
        "/F03/links": whole(
            rss(b"<item><description><![CDATA[" + b'<a href="' * 300_000 + b"]]></description></item>"),
            kind="application/rss+xml",
        ),
        "/F03/entities": whole(
            rss(b"<item><title>" + b"&lt;" * 1_000_000 + b"</title></item>"), kind="application/rss+xml"
        ),
        "/F04": whole(dated_items(), kind="application/rss+xml"),
        "/H01/digits": whole(html(b"<p>" + b"1" * 1_000_000 + b"</p>")),
        "/H01/dates": whole(html(b"<p>" + b"2026-01-31 " * 200_000 + b"</p>")),
        "/H01/months": whole(html(b"<p>" + b"31 January " * 200_000 + b"</p>")),
        "/H01/blanks": whole(html(b"<p>" + b" " * 1_000_000 + b"x</p>")),
    }


def pdf_bomb() -> bytes:
    """A page whose content is two nested streams of zeros, and a list of objects that goes in a circle."""
    stream = zlib.compress(zlib.compress(bytes(100 * MB), 9), 9)
    return (
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</X 4 0 R>>>>>>endobj\n"
        b"4 0 obj<</Type/XObject/Subtype/Form/Resources<</XObject<</X 4 0 R>>>>"
        b"/Filter[/FlateDecode/FlateDecode]/Length "
        + str(len(stream)).encode()
        + b">>stream\n"
        + stream
        + b"\nendstream endobj\ntrailer<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF"
    )


def docx_bomb() -> bytes:
    """A document whose text unfolds to half a gigabyte, with a name that climbs out of its folder."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("[Content_Types].xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
        archive.writestr("../../outside.txt", b"x")
        with archive.open("word/document.xml", "w", force_zip64=True) as text:
            for _ in range(512):
                text.write(b" " * MB)
    return data.getvalue()


def climbing_zip() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("../../../nltk_data/tokenizers/punkt.pickle", pickle.dumps([1]))
    return data.getvalue()


def sentences(count: int) -> str:
    words = ("town", "council", "bridge", "river", "winter", "market", "school", "engineer", "letter", "road")
    pick = random.Random(1)  # noqa: S311  # prose, no secret
    return " ".join(
        "The " + " ".join(pick.choice(words) + str(pick.randrange(99)) for _ in range(13)) + "."
        for _ in range(count)
    )


def page(*paths: str, port: str = "plain") -> list[Probe]:
    return [Probe(path=path, port=port) for path in paths]


def text(*texts: str, question: str | None = None) -> list[Probe]:
    return [Probe(text=one, question=question) for one in texts]


def file(body: bytes, name: str, kind: str | None = None) -> Probe:
    return Probe(file=body, name=name, kind=kind)


def _pages_of(number: str, paths: list[str]) -> list[Probe]:
    return page(*(path for path in paths if path == f"/{number}" or path.startswith(f"/{number}/")))


STORY = sentences(60)


def recipes(paths: list[str]) -> dict[str, list[Probe]]:
    """The probes of every recipe, by its number in the catalogue. `paths`: what the server has."""
    found = {number: _pages_of(number, paths) for number in sorted({path[1:4] for path in paths})}
    found["T32"] = [Probe(path="/T32", port="tls"), Probe(path="/T32", port="stalled")]
    found["T33"], found["T34"] = page("/T33"), page("/T34")
    return found | {
        "D01": [file(pdf_bomb(), "a.pdf", "application/pdf")],
        "D02": [file(docx_bomb(), "a.docx")],
        "N01": text("A. " * 300_000, "... " * 225_000),
        "N02": text("(" * 1_000_000, '"' * 1_000_000, STORY * 60),
        "N03": text("a." * 4000),
        "N04": [file(pickle.dumps({"abbrev": ["a"]}), "english.pickle"), file(climbing_zip(), "punkt.zip")],
        "Q01": [
            *text(STORY, question="bridge " * 585),
            *text(STORY, question="?" * 10_000),
            *text(STORY, question="(.*)+$[ NEAR/0 \"town* OR title:x -- '; DROP TABLE texts; %s {0} \\"),
        ],
        "S01": text(sentences(300), sentences(3_000), sentences(20_000)),
        "S02": text(
            "One sentence only, about a bridge.",
            "The of and to a in. It is as. " * 20,
            "The bridge is old. " * 200,
            "1 2 3 4. 5 6 7 8. " * 100,
        ),
    }


# A key that protects nothing and a certificate that nobody has signed, made for this program.
SELF_SIGNED = """\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgFQUfvx+7ug89moJY
0augsTKdk5x9Sw0KtF1y422TBmGhRANCAASV3xmc3MgKq9tD5nQgxFJZiBDcYEIH
yiS0Oh+mO+8akSQMjhJdKac7DCf1TysGrdOL1JJ+WqkumIyvKY388UmH
-----END PRIVATE KEY-----
-----BEGIN CERTIFICATE-----
MIIBdDCCARugAwIBAgIUOMEvRx7VcamX43oYVHBEjZW/Z+MwCgYIKoZIzj0EAwIw
DzENMAsGA1UEAwwEdGVzdDAgFw0yNjExMjQxNjAwMDBaGA8yMTI2MTAzMTE2MDAw
MFowDzENMAsGA1UEAwwEdGVzdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABJXf
GZzcyAqr20PmdCDEUlmIENxgQgfKJLQ6H6Y77xqRJAyOEl0ppzsMJ/VPKwat04vU
kn5aqS6YjK8pjfzxSYejUzBRMB0GA1UdDgQWBBRgTgll5AB0k/0Y+RB0yqSZTR8U
oTAfBgNVHSMEGDAWgBRgTgll5AB0k/0Y+RB0yqSZTR8UoTAPBgNVHRMBAf8EBTAD
AQH/MAoGCCqGSM49BAMCA0cAMEQCID/I1x8oZhkq9tcFo3BoeCnkaG9xHECjR4DJ
sWx5foPQAiAzV1JaChTv9ILjTrzdhvNrWymeHRT47GKmwYi1S7vWaQ==
-----END CERTIFICATE-----
"""


def serving(known: dict[str, Behaviour]) -> Callable[..., Awaitable[None]]:
    """What the server does with a connection."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async def send(data: bytes) -> None:
            writer.write(data)
            await writer.drain()

        with suppress(ConnectionError, asyncio.IncompleteReadError):
            request = await reader.readuntil(b"\r\n\r\n")
            path = request.split(b" ", 2)[1].decode()
            try:
                await known.get(path, whole(b"nothing here", status="404 Not Found"))(send)
            except ConnectionAbortedError:
                writer.transport.abort()
        writer.close()

    return serve


async def stall(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(3600)


def certified() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.NamedTemporaryFile("w", suffix=".pem") as pem:
        pem.write(SELF_SIGNED)
        pem.flush()
        context.load_cert_chain(pem.name)
    return context


async def main() -> None:
    """Serve until standard input ends; tells the ports and the paths first."""
    known = routes()
    servers = {
        "plain": await asyncio.start_server(serving(known), HOST, 0),
        "tls": await asyncio.start_server(serving(known), HOST, 0, ssl=certified()),
        "stalled": await asyncio.start_server(stall, HOST, 0),
    }
    ports = {name: server.sockets[0].getsockname()[1] for name, server in servers.items()}
    print(json.dumps({"ports": ports, "paths": list(known)}), flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    os._exit(0)  # connections that never end would keep us


if __name__ == "__main__":
    asyncio.run(main())
