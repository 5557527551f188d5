"""Saved mails and pages saved as one file: their text, and not how it is wrapped for the way."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from email.message import EmailMessage

import pytest

from bot.core.errors import BotError, UnreadableFileError
from bot.sources.documents import read_file
from bot.sources.formats.mail import read_mail

TEXT = (
    "The mill of Ardley grinds again after forty years. Two brothers have mended its wheel.\n\n"
    "They paid 70,000 crowns for the oak, and the village gave the stones. Flour is sold on Fridays.\n"
)
TITLE = "A mill grinds again"
PAGE = f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{{}}</article>"


def a_mail(*, html: str | None = None, plain: str | None = TEXT) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Ardley Weekly <weekly@example.org>"
    mail["Subject"] = "Мельница снова мелет"
    mail["Date"] = "Tue, 24 Nov 2026 18:00:00 +0100"
    if plain is not None:
        mail.set_content(plain, cte="base64")
    if html is not None:
        mail.add_alternative(html, subtype="html", cte="quoted-printable")
    return mail


def test_a_mail_is_its_text_with_subject_sender_and_day() -> None:
    article = read_file(bytes(a_mail()), "letter.eml", "message/rfc822")
    assert article.text.startswith("The mill of Ardley grinds again")
    assert "base64" not in article.text
    assert (article.title, article.byline) == ("Мельница снова мелет", "Ardley Weekly")
    assert article.published == date(2026, 11, 24)


def test_of_a_mail_in_two_forms_the_formatted_one_is_read_where_it_is_an_article() -> None:
    paragraphs = "".join(f"<p>{TEXT} It was paragraph {number}.</p>" for number in range(6))
    article = read_file(bytes(a_mail(html=PAGE.format(paragraphs))), "letter.eml", None)
    assert "It was paragraph 5." in article.text
    assert "= " not in article.text
    short = read_file(bytes(a_mail(html="<p>Hi.</p>")), "letter.eml", None)
    assert short.text.startswith("The mill of Ardley")


def test_a_page_saved_as_one_file_is_the_page_with_a_title_of_its_own() -> None:
    saved = EmailMessage()
    saved["From"] = "<Saved by a browser>"
    saved["Subject"] = "Whatever the browser calls it"
    saved.make_related()
    paragraphs = "".join(f"<p>{TEXT} It was paragraph {number}.</p>" for number in range(6))
    saved.add_related(PAGE.format(paragraphs).encode(), "text", "html", cte="quoted-printable")
    saved.add_related(b"\x89PNG", "image", "png")
    article = read_file(bytes(saved), "page.mhtml", "multipart/related")
    assert article.title == TITLE
    assert article.byline is None
    assert "It was paragraph 5." in article.text


def test_an_attached_text_is_not_the_mail() -> None:
    mail = a_mail(plain=None)
    mail.make_mixed()
    mail.add_attachment(TEXT, filename="list.txt")
    with pytest.raises(UnreadableFileError) as caught:
        read_mail(bytes(mail))
    assert caught.value.details["reason"] == "empty"


def test_a_mail_that_is_passed_on_is_not_what_its_sender_wrote() -> None:
    outer = EmailMessage()
    outer["From"], outer["Subject"] = "Ann <ann@example.org>", "Do read this"
    outer.set_content("Here is what I told you about. Read it before Friday.")
    outer.add_attachment(a_mail(html=PAGE.format(f"<p>{TEXT}</p>" * 6)))
    article = read_mail(bytes(outer))
    assert article.text == "Here is what I told you about. Read it before Friday."
    assert article.byline == "Ann"


def test_of_a_mail_that_only_passes_another_one_on_that_one_is_read() -> None:
    outer = EmailMessage()
    outer["From"], outer["Subject"] = "Ann <ann@example.org>", "Do read this"
    outer.add_attachment(a_mail())
    article = read_mail(bytes(outer))
    assert article.text.startswith("The mill of Ardley")
    assert (article.title, article.byline) == ("Мельница снова мелет", "Ardley Weekly")


def test_what_a_head_says_is_one_line_that_a_database_takes() -> None:
    head = (
        b"Subject: =?utf-8?q?A=00_mill=0A_grinds=07?="
        + b" again" * 300
        + b"\nFrom: =?utf-8?q?J=00=C3=B6rg?= <j@e.example>"
    )
    article = read_mail(head + b"\n\nThe mill was sold on Monday. It had stood for long in the town.\n")
    assert article.title is not None
    assert article.title.startswith("A mill grinds again again")
    assert len(article.title) <= 500
    assert "\x00" not in (article.byline or "")


def test_a_mail_may_begin_with_the_mark_of_utf_8() -> None:
    assert read_mail(b"\xef\xbb\xbf" + bytes(a_mail())).text.startswith("The mill of Ardley")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"From: \xff\xfe <@@>\nDate: yesterday\nSubject: =?x?q?=ff?=\n\nThe mill grinds.",
        b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=x\n\nIt.",
        b"Content-Type: multipart/mixed\n\n" + b"--\n" * 500,
        b"Content-Type: multipart/mixed; boundary=b\n\n--b\n" * 2_000,
        b'Content-Type: text/html; charset="\xff"\nContent-Transfer-Encoding: base64\n\n????',
        b"Content-Type: message/rfc822\n\n" * 300 + b"It.",
        b"Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nSXQu",
        b"Date: Tue, 99 Foo 2026 18:00:00 +9999\nFrom: (((\n\nIt grinds. It grinds.",
    ],
)
def test_a_mail_that_is_not_as_it_should_be_is_read_or_refused(body: bytes) -> None:
    with suppress(BotError):
        assert read_mail(body).text


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
def test_a_subject_of_bare_letters_is_read(encoding: str) -> None:
    bare = "Die Mühle in Gößnitz wurde verkauft"
    head = f"Subject: {bare}\nFrom: Jörg <j@e.example>\nContent-Type: text/plain\n\n".encode(encoding)
    article = read_mail(head + b"The mill was sold on Monday. It had stood for long in the town.\n")
    assert (article.title, article.byline) == (bare, "Jörg")


@pytest.mark.parametrize(
    "sender", ["(" * 3_000 + ")" * 3_000, '"' * 100_000, "=?utf-8?q?a?= " * 60_000, "<" * 100_000]
)
def test_a_sender_of_any_length_costs_no_more_than_its_name(sender: str) -> None:
    head = f"Subject: The mill\nFrom: {sender}\nContent-Type: text/plain\n\n".encode()
    article = read_mail(head + b"The mill was sold on Monday. It had stood for long in the town.\n")
    assert article.title == "The mill"
