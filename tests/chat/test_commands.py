"""Every command, with right words, wrong words and none."""

from datetime import time
from typing import Any

import pytest
from chatroom import GARDEN, LINK, Person, at_work, chatting, page

from bot.chat.queueing.runs import End
from bot.chat.requests import Request, parse_request, times_of_day
from bot.chat.telegram.menus import MENU, publish_commands
from bot.messages import Messages


@pytest.mark.parametrize("text", ["/start", "/start ref_123-x", "/start@nutshell_bot"])
async def test_start_greets_whatever_a_link_put_behind_it(person: Person, text: str) -> None:
    assert (await person.sends(text)).plain.startswith("Hello! Send me a link")


async def test_help_names_every_command(person: Person) -> None:
    sent = await person.sends("/help")
    assert all(f"/{name} – " in sent.plain for name in MENU)


async def test_help_in_arabic_begins_its_lines_with_the_commands_at_the_right(person: Person) -> None:
    person.language = "ar"
    sent = await person.sends("/help")
    # Isolates: of such a line the words behind the command tell which way it runs.
    assert all(f"\n\u2068/{name}\u2069 – " in sent.plain for name in MENU)


@pytest.mark.parametrize(
    "text", ["/nonsense", "/nonsense with words", "/ask", "/check", "/search", "/summarize", "/tldr blah"]
)
async def test_unknown_commands_and_wrong_words_say_what_to_write(person: Person, text: str) -> None:
    sent = await person.sends(text)
    assert "/" in sent.plain
    assert "Something" not in sent.plain


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("/summarise 3", "/summarize"),
        ("/sumary", "/summarize"),
        ("/TL;DR", "/tldr"),
        ("/langauge@nutshell_bot de", "/language"),
    ],
)
async def test_a_slip_in_a_command_is_told_what_it_may_mean(person: Person, text: str, meant: str) -> None:
    assert f"Did you mean {meant}?" in (await person.sends(text)).plain


@pytest.mark.parametrize("text", ["/allow 5", "/stats", "/nonsense", "/???"])
async def test_what_is_like_no_command_is_no_slip(person: Person, text: str) -> None:
    assert "Did you mean" not in (await person.sends(text)).plain


async def test_the_command_that_may_be_meant_can_be_tapped_in_arabic_too(person: Person) -> None:
    person.language = "ar"
    assert "\u2068/summarize\u2069" in (await person.sends("/summarise")).plain


@pytest.mark.parametrize("text", ["What can you do?", "¿Qué puedes hacer?", "что ты умеешь"])
async def test_who_asks_what_it_can_do_gets_the_help(person: Person, text: str) -> None:
    assert "/summarize – " in (await person.sends(text)).plain


@pytest.mark.parametrize("text", ["/ask who?", "/check That is so.", "/keywords", "/tldr 3"])
async def test_commands_before_any_article_say_what_to_send(person: Person, text: str) -> None:
    sent = await person.sends(text)
    assert "link" in sent.plain or "https://" in sent.plain


async def test_tldr_sizes_and_aims_a_summary(linked: Person) -> None:
    sent = await linked.sends(f"/tldr {LINK} about ferry")
    assert "About: ferry" in sent.plain
    assert "The ferry at Low Quay" in sent.plain
    assert len((await linked.sends("/tldr 3")).sentences) == 3
    assert len((await linked.sends(f"/summarize 2 {LINK}")).sentences) == 2
    assert "About: rents" in (await linked.sends("/summarize 2 about rents")).plain


async def test_the_keywords_are_the_whole_articles_whatever_the_summary_was_about(linked: Person) -> None:
    sent = await linked.sends(f"/tldr {LINK} about ferry")
    pressed = await linked.presses(sent.data("Keywords"), sent)
    assert "About: ferry" not in pressed.message.plain


async def test_a_topic_in_a_case_that_another_word_asked_for_stands_in_quotes(linked: Person) -> None:
    linked.language = "ru"
    assert "Тема: «ferry»" in (await linked.sends(f"/tldr {LINK} о ferry")).plain


@pytest.mark.parametrize("written", ["marlow.example/bridge", "https://marlow.example/bridge"])
async def test_a_link_is_no_part_of_the_words_beside_it(linked: Person, written: str) -> None:
    address = {"type": "url", "offset": 6, "length": len(written)}
    assert "About: ferry" in (await linked.sends(f"/tldr {written} about ferry", entities=[address])).plain


async def test_a_summary_about_what_is_not_there_says_so(linked: Person) -> None:
    sent = await linked.sends(f"/tldr {LINK} about penguins")
    assert "Nothing here is about “penguins”" in sent.plain
    assert len(sent.sentences) == 5


async def test_tldr_under_a_message_reads_that_message(linked: Person) -> None:
    message = {"message_id": 900, "date": 1, "chat": {"id": 7, "type": "private"}, "text": LINK}
    sent = await linked.sends("/tldr", reply_to_message=message)
    assert "Old bridge" in sent.plain


async def test_tldr_with_a_text_reads_the_text(person: Person) -> None:
    assert len((await person.sends(f"/summarize {GARDEN}")).sentences) == 5


async def test_tldr_in_a_group_reads_the_link_and_answers_the_message(linked: Person) -> None:
    linked.chat = {"id": -5, "type": "supergroup", "title": "Readers"}
    sent = await linked.sends(f"/tldr {LINK}")
    assert "Old bridge" in sent.plain
    assert linked.calls("sendMessage")[-1].reply_parameters["message_id"] == 1
    linked.user_id = 8
    longer = (await linked.presses(sent.data("Longer"), sent)).message
    assert len(longer.sentences) == 8


async def test_people_who_talk_in_a_group_are_left_alone(linked: Person) -> None:
    linked.chat = {"id": -5, "type": "supergroup", "title": "Readers"}
    for text in (LINK, "Who won?", "/nonsense"):
        with pytest.raises(IndexError):
            await linked.sends(text)
    assert linked.answers() == []


async def test_keywords_of_the_article_at_hand(linked: Person) -> None:
    await linked.sends(LINK)
    assert "Keywords" in (await linked.sends("/keywords")).plain


async def test_articles_are_listed_latest_first_and_turned_by_buttons(person: Person) -> None:
    for number in range(10):
        link = f"https://marlow.example/{number}"
        person.web.pages[link] = page(f"Story {number}")
        person.web.pages[link] = page(f"Story {number}", GARDEN.replace("300", str(number)))
        await person.sends(link)
    first = await person.sends("/articles")
    assert [line.split(" · ")[0] for line in first.plain.splitlines()[2:]] == [
        f"{place}. Story {10 - place}" for place in range(1, 9)
    ]
    second = (await person.presses(first.data("Older"), first)).message
    assert second.message_id == first.message_id
    assert second.labels == ["9", "10", "Newer"]
    assert (await person.presses(second.data("Newer"), second)).message.text == first.text
    assert "Story 0" in (await person.presses(second.data("10"), second)).message.plain


async def test_a_text_without_a_title_is_listed_by_how_it_begins(person: Person) -> None:
    await person.sends(GARDEN)
    assert "1. The botanical garden in Norwick" in (await person.sends("/articles")).plain


async def test_an_empty_list_says_how_to_begin(person: Person) -> None:
    assert (await person.sends("/articles")).plain.startswith("Nothing yet.")


async def test_settings_are_chosen_by_buttons_and_marked(linked: Person) -> None:
    settings = await linked.sends("/settings")
    assert {"✓ Medium", "✓ Paragraphs", "✓ Same as Telegram"} <= set(settings.labels)

    changed = (await linked.presses(settings.data("Long"), settings)).message
    assert "✓ Long" in changed.labels
    assert len((await linked.sends(LINK)).sentences) == 8
    german = (await linked.presses(changed.data("Deutsch"), changed)).message
    assert german.plain.startswith("Einstellungen")
    assert (await linked.sends("/articles")).plain.startswith("Bisher gelesen")
    own = (await linked.presses(german.data("Wie in Telegram"), german)).message
    assert own.plain.startswith("Settings")


async def test_forget_asks_once_and_then_erases_everything(linked: Person) -> None:
    sent = await linked.sends(LINK)
    asked = await linked.sends("/forget")
    kept = (await linked.presses(asked.data("Keep it"), asked)).message
    assert kept.plain == "Nothing was erased."
    assert len((await linked.sends("/articles")).labels) == 1

    asked = await linked.sends("/forget")
    done = (await linked.presses(asked.data("Erase everything"), asked)).message
    assert "the article you had read" in done.plain
    assert done.keyboard == []
    assert (await linked.sends("/articles")).plain.startswith("Nothing yet.")
    assert (await linked.presses(sent.data("Longer"), sent)).told.startswith("I no longer have")
    assert "nothing to look in" in (await linked.sends("Who won?")).plain


async def test_nobody_can_erase_for_somebody_else(linked: Person) -> None:
    await linked.sends(LINK)
    pressed = await linked.presses("f:8:1")
    assert pressed.told == "This button is for the person who asked."
    assert pressed.messages == []


async def test_privacy_tells_what_is_kept_and_how_it_is_erased(person: Person) -> None:
    assert "/forget" in (await person.sends("/privacy")).plain


async def test_cancel_ends_what_is_running_for_this_person(person: Person) -> None:
    assert (await person.sends("/cancel")).plain.startswith("There is nothing to stop")
    async with at_work(person, update_id=99) as job:
        assert (await person.sends("/cancel")).plain == "Stopped."
        assert job.ended_as is End.CANCELLED


async def test_cancel_leaves_what_runs_for_others_and_elsewhere(person: Person) -> None:
    async with at_work(person, update_id=98, user_id=8), at_work(person, update_id=99, chat_id=-5):
        assert (await person.sends("/cancel")).plain.startswith("There is nothing to stop")


@pytest.mark.parametrize(
    ("language", "word"),
    [("de", "Hallo!"), ("de-CH", "Hallo!"), ("ru", "Здравствуйте!"), ("fi", "Hello!"), (None, "Hello!")],
)
async def test_it_speaks_the_language_of_the_persons_telegram(language: str | None, word: str) -> None:
    async with chatting() as person:
        person.language = language
        assert (await person.sends("/start")).plain.startswith(word)


async def test_the_menus_are_published_in_every_language(person: Person) -> None:
    messages = Messages.load()
    await publish_commands(person.app.bot, messages)
    calls = person.calls("setMyCommands")
    assert {(call.language_code, call.scope["type"]) for call in calls} == {
        (code, scope)
        for code in (None, *messages.locales)
        for scope in ("all_private_chats", "all_group_chats", "all_chat_administrators")
    }
    assert all(len(command["description"]) <= 256 for call in calls for command in call.commands)


ABOUT = frozenset({"about", "über", "о", "acerca", "acerca de"})


@pytest.mark.parametrize(
    ("words", "request_"),
    [
        ("", Request()),
        ("3", Request(sentences=3)),
        ("about prices", Request(about="prices")),
        ("3 about high prices", Request(sentences=3, about="high prices")),
        ("Über Preise", Request(about="Preise")),
        ("о ценах", Request(about="ценах")),
        ("3 acerca de los precios", Request(sentences=3, about="los precios")),
        ("acerca demasiado", Request(about="demasiado")),
        ("acerca de", Request(about="de")),
        ("0", Request(other="0")),
        ("about", Request(other="about")),
        ("blah blah", Request(other="blah blah")),
        ("3x", Request(other="3x")),
        ("99999", Request(sentences=999)),
        ("9" * 50, Request(other="9" * 50)),
    ],
)
def test_words_after_a_command_are_understood(words: str, request_: Request) -> None:
    assert parse_request(words, ABOUT) == request_


def test_a_wish_is_read_in_linear_time() -> None:
    nasty: Any = "1 " * 50_000 + "about"
    assert parse_request(nasty, ABOUT).other


@pytest.mark.parametrize(
    ("words", "times"),
    [
        ("18:00", [time(18)]),
        ("8, 13.30 18", [time(8), time(13, 30), time(18)]),
        ("6pm", [time(18)]),
        ("9 am, 6:30 p.m.", [time(9), time(18, 30)]),
        ("12am 12pm", [time(0), time(12)]),
        ("18h30", [time(18, 30)]),
        ("18 Uhr", [time(18)]),
        ("13pm", []),
        ("0 am", []),
        ("25:00", []),
        ("18:00 Berlin", []),
        ("", []),
    ],
)
def test_times_of_day_are_understood_as_people_write_them(words: str, times: list[time]) -> None:
    assert list(times_of_day(words)) == times
