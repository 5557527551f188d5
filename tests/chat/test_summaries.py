"""The reply to an article (design, section 6)."""

import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from chatroom import BRIDGE, GARDEN, LINK, START, Person, chatting, page

from bot.core.models import Unread

FLAT = " ".join(BRIDGE.split())


async def test_a_link_is_answered_in_one_message_with_all_that_belongs_to_it(
    linked: Person,
) -> None:
    sent = await linked.sends(LINK)

    assert len(linked.calls("sendMessage")) == 1
    title, byline, *_ = sent.text.splitlines()
    assert title == f'<b><a href="{LINK}">Old bridge to close in May</a></b>'
    assert byline == "Marlow Post · Ida Brandt · Feb 16, 2026 · 1 min read"
    assert sent.labels[:7] == ["Shorter", "Longer", "Read again", "Keywords", "Ask", "Context", "Why"]
    assert sent.labels[7:] == sent.questions
    assert 2 <= len(sent.questions) <= 3


async def test_the_sentences_are_those_of_the_article_in_its_order(linked: Person) -> None:
    sent = await linked.sends(LINK)

    places = [FLAT.index(sentence) for sentence in sent.sentences]
    assert len(places) == 5
    assert places == sorted(places)


async def test_each_sentence_ends_in_a_link_to_its_place_on_the_page(linked: Person) -> None:
    sent = await linked.sends(LINK)

    links = re.findall(r'<a href="([^"]+)">[¹²³⁴⁵]</a>', sent.text)
    assert len(links) == 5
    assert all(unescape(link).startswith(f"{LINK}#:~:text=") for link in links)


async def test_previews_are_off_and_html_is_on_in_all_that_is_sent(linked: Person) -> None:
    sent = await linked.sends(LINK)
    await linked.presses(sent.data("Longer"), sent)

    calls = [*linked.calls("sendMessage"), *linked.calls("editMessageText")]
    assert {call.parse_mode for call in calls} == {"HTML"}
    assert all(call.link_preview_options == {"is_disabled": True} for call in calls)


async def test_a_pasted_article_without_an_address_has_no_links(person: Person) -> None:
    sent = await person.sends(BRIDGE)

    assert "<a " not in sent.text
    assert len(sent.sentences) == 5
    assert sent.labels[:2] == ["Shorter", "Longer"]


async def test_long_summaries_fold_what_does_not_show_at_once(linked: Person) -> None:
    long = " ".join(
        f"Sentence number {n} of this text tells in many words what the {n}th of the councillors said about "
        f"the bridge, the ferry, the school and the market on that long evening in March."
        for n in range(20)
    )
    linked.web.pages[LINK] = page(text=long)

    sent = await linked.sends(f"/summarize 12 {LINK}")

    shown, folded = sent.text.split("<blockquote expandable>")
    assert shown.count("¹") == 1
    assert folded.endswith("</blockquote>")
    assert len(shown) > 500


async def test_half_an_article_says_that_it_is_half(linked: Person) -> None:
    storage = linked.stores.storage
    linked.web.cached_at = START
    await linked.sends(LINK)
    stored = await storage.newest(LINK)
    article = await storage.article(stored.version)
    half = replace(article, text=article.text[:-1], sentences=article.sentences[:-1], partial=True)
    await storage.save_article([LINK], half, "")

    assert "The rest is behind a paywall" in (await linked.sends(LINK)).plain


@pytest.mark.parametrize(
    ("unread", "told"),
    [
        (Unread(pictured=((2, 2),)), "Page 2 is a picture of text, which I can’t read."),
        (Unread(pictured=((2, 4), (9, 9))), "Pages 2–4, 9 are pictures of text, which I can’t read."),
        (Unread(beyond=(151, 900)), "A long file: I read it up to page 150 of 900."),
    ],
)
async def test_a_file_that_was_read_in_part_names_the_pages(
    unread: Unread, told: str, linked: Person
) -> None:
    storage = linked.stores.storage
    linked.web.cached_at = START
    await linked.sends(LINK)
    article = await storage.article((await storage.newest(LINK)).version)
    await storage.save_article([LINK], replace(article, partial=True, unread=unread), "")

    shown = (await linked.sends(LINK)).plain

    assert told in shown
    assert "paywall" not in shown


async def test_short_text_comes_back_as_it_is(person: Person) -> None:
    text = "The library opens at nine. It closes at <six> & stays shut on Sundays."
    sent = await person.sends(text)

    assert sent.plain == text
    assert sent.keyboard == []


async def test_shorter_and_longer_edit_the_message_step_by_step(linked: Person) -> None:
    sent = await linked.sends(LINK)
    longer = (await linked.presses(sent.data("Longer"), sent)).message
    shorter = (await linked.presses(longer.data("Shorter"), longer)).message

    assert longer.message_id == shorter.message_id == sent.message_id
    assert [len(each.sentences) for each in (sent, longer, shorter)] == [5, 8, 5]
    assert shorter.text == sent.text
    assert len(linked.calls("sendMessage")) == 1


async def test_longer_goes_when_nothing_is_left_to_add_and_shorter_at_one_sentence(linked: Person) -> None:
    sent = await linked.sends(LINK)
    message = sent
    while "Longer" in message.labels:
        message = (await linked.presses(message.data("Longer"), sent)).message
    assert len(message.plain) > len(FLAT)
    while "Shorter" in message.labels:
        message = (await linked.presses(message.data("Shorter"), sent)).message
    assert len(message.sentences) == 1


async def test_keywords_take_the_place_of_the_summary_and_lead_back_to_it(linked: Person) -> None:
    sent = await linked.sends(LINK)
    words = (await linked.presses(sent.data("Keywords"), sent)).message
    back = (await linked.presses(words.data("Back to the summary"), words)).message

    assert words.message_id == sent.message_id
    assert "• Mayor Greta Lindqvist" in words.plain
    assert back.text == sent.text
    assert back.keyboard == sent.keyboard


async def test_context_shows_the_sentences_bold_amid_their_text_and_leads_back(linked: Person) -> None:
    sent = await linked.sends(f"/summarize 1 {LINK}")
    context = (await linked.presses(sent.data("Context"), sent)).message
    back = (await linked.presses(context.data("Back to the summary"), context)).message

    assert [unescape(bold) for bold in re.findall(r"<b>([^<]+)</b>", context.text)] == sent.sentences
    around = context.plain.split("\n\n", 1)[1]
    assert len(around) > len(sent.sentences[0])
    assert " ".join(around.split()) in FLAT
    assert back.text == sent.text


async def test_why_explains_each_sentence_in_a_line_of_figures_and_leads_back(linked: Person) -> None:
    sent = await linked.sends(f"/summarize 2 {LINK}")
    why = (await linked.presses(sent.data("Why"), sent)).message
    back = (await linked.presses(why.data("Back to the summary"), why)).message

    lines = re.findall(r"^Sentence \d+ of \d+\. .+ \d+ % of .+\.$", why.plain, re.MULTILINE)
    assert len(lines) == 2
    assert all(sentence[:40] in unescape(why.text) for sentence in sent.sentences)
    assert back.text == sent.text


async def test_ask_says_how_and_puts_the_article_at_hand(linked: Person) -> None:
    first = await linked.sends(LINK)
    await linked.sends(GARDEN)
    told = (await linked.presses(first.data("Ask"), first)).told

    assert told is not None
    assert "Old bridge to close in May" in told
    assert "1784" in (await linked.sends("When was the bridge built?")).text


async def test_a_suggested_question_is_answered_in_a_new_message_that_opens_with_it(linked: Person) -> None:
    sent = await linked.sends(LINK)
    for question in sent.questions:
        answer = (await linked.presses(sent.data(question), sent)).message
        assert answer.message_id != sent.message_id
        assert answer.plain.splitlines()[0] == question
        assert "doesn’t say" not in answer.text


async def test_the_same_link_again_gives_the_same_summary_of_the_same_text(linked: Person) -> None:
    first = await linked.sends(LINK)
    second = await linked.sends(LINK + "?utm_source=newsletter")

    assert first.text == second.text
    shelf = await linked.sends("/articles")
    assert len(shelf.labels) == 1


async def test_buttons_work_after_a_restart(tmp_path: Any) -> None:
    url = f"sqlite:///{tmp_path / 'kept.sqlite3'}"
    async with chatting(url) as before:
        before.web.pages[LINK] = page()
        sent = await before.sends(LINK)
    async with chatting(url) as after:
        after.updates = 50
        after.telegram.last_id = 300
        longer = (await after.presses(sent.data("Longer"), sent)).message
        assert len(longer.sentences) == 8
        answer = (await after.presses(sent.data(sent.questions[0]), sent)).message
        assert answer.plain.startswith(sent.questions[0])


async def test_a_summary_in_bullets_is_set_in_bullets(linked: Person) -> None:
    settings = await linked.sends("/settings")
    await linked.presses(settings.data("Bullets"), settings)
    await linked.presses(settings.data("Short"), settings)

    sent = await linked.sends(LINK)
    assert sent.plain.count("\n• ") == 3


async def test_words_do_what_the_command_or_the_button_does(linked: Person) -> None:
    await linked.sends(LINK)
    assert len((await linked.sends("Shorter please!")).sentences) == 3
    assert len((await linked.sends("more")).sentences) == 5
    linked.language = "de"
    assert len((await linked.sends("Länger")).sentences) == 8
    assert len((await linked.sends("TL;DR")).sentences) == 5
    assert "/summarize – " in (await linked.sends("Hilfe")).plain


async def test_words_that_wish_for_a_summary_say_what_to_send_where_nothing_was_read(person: Person) -> None:
    assert "https://" in (await person.sends("summarize")).plain
    assert "link" in (await person.sends("longer")).plain


async def test_what_a_button_shows_fits_into_the_message_that_is_there(linked: Person) -> None:
    faces = "".join(f"<p>The {'👨‍👩‍👧‍👦' * 150} of house {n} came to Marlow.</p>" for n in range(9))
    linked.web.pages[LINK] = f"<title>Faces</title><article><h1>Faces</h1>{faces}</article>"
    sent = await linked.sends(LINK)
    for label in ("Context", "Why", "Keywords"):
        shown = (await linked.presses(sent.data(label), sent)).message
        assert len(shown.plain.encode("utf-16-le")) // 2 <= 4096
