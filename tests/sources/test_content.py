"""Telling what bytes are."""

import io
import zipfile

import pytest

from bot.sources.content import Content, sniff


def zipped(*names: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name in names:
            archive.writestr(name, "application/epub+zip" if name == "mimetype" else "x" * 5000)
    return data.getvalue()


@pytest.mark.parametrize(
    ("body", "content"),
    [
        (b"<!DOCTYPE html><html>", Content.HTML),
        (b"\xef\xbb\xbf\n\n<HTML lang=en>", Content.HTML),
        (b"<!-- long comment " + b"x" * 500 + b"--><body>", Content.HTML),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', Content.HTML),
        (b"<p>A fragment", Content.HTML),
        ("<html><p>Hello".encode("utf-16"), Content.HTML),
        ("<html><p>Hello".encode("utf-16-le"), Content.HTML),
        (b'<?xml version="1.0"?><rss version="2.0">', Content.FEED),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', Content.FEED),
        (b"Just some words.", Content.TEXT),
        ("Просто слова".encode("cp1251"), Content.TEXT),
        (b"BMW builds cars.", Content.TEXT),
        (b"MZ is the name of a motorcycle.", Content.TEXT),
        (b"", Content.TEXT),
        (b"%PDF-1.4", Content.PDF),
        (zipped("[Content_Types].xml", "word/document.xml"), Content.DOCX),
        (zipped("mimetype", "OEBPS/content.opf"), Content.EPUB),
        (zipped("a.txt"), Content.ARCHIVE),
        (b"\x1f\x8b\x08\x00" + b"I\x92$" * 2_000, Content.ARCHIVE),  # gzip of something that repeats itself
        (b"\x89PNG\r\n\x1a\n\x00\x00", Content.IMAGE),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", Content.IMAGE),
        (b"\x00\x00\x00\x1cftypavif", Content.IMAGE),
        (b"\x00\x00\x00\x1cftypmp42", Content.VIDEO),
        (b"\x1aE\xdf\xa3\x00", Content.VIDEO),
        (b"OggS\x00\x02", Content.AUDIO),
        (b"\xff\xfb\x90\x00", Content.AUDIO),
        (b"\x1f\x8b\x08\x00", Content.ARCHIVE),
        (b"\x7fELF\x02\x01", Content.BINARY),
        (bytes(range(256)), Content.BINARY),
    ],
)
def test_bytes_are_told_by_what_they_are(body, content):
    assert sniff(body) is content


@pytest.mark.parametrize("declared", ["text/html", "application/xhtml+xml"])
def test_a_text_that_is_declared_as_html_is_html(declared):
    assert sniff(b"Just some words.", declared) is Content.HTML


def test_a_declaration_does_not_make_a_picture_a_page():
    assert sniff(b"\x89PNG\r\n\x1a\n", "text/html") is Content.IMAGE
