"""Pages that were read before, pages that are gone, and what of them the web archive has."""

import pytest
from chatroom import BRIDGE, GARDEN, LINK, Person, page

from bot.core.errors import AddressRefusedError, BotError, HostUnreachableError, NoArticle, Reason

COPY = f"https://web.archive.org/web/2id_/{LINK}"
CHANGED = BRIDGE.replace("2.4 million", "3.1 million").replace(
    "It survived the flood of 1903, which swept away the mill\nbeside it.", "A night bus will run until then."
)


async def test_what_changed_on_a_page_stands_beside_its_summary(linked: Person) -> None:
    await linked.sends(LINK)
    linked.web.pages[LINK] = page(text=CHANGED)
    sent = await linked.sends(LINK)
    assert "Changed since Mar 1, 2026: 1 altered, 1 new, 1 gone\n" in sent.plain
    assert "It said: Repairs will cost 2.4 million euros and take eleven months.\nNow it says: " in sent.plain
    assert "New: A night bus will run until then." in sent.plain
    assert "Gone: It survived the flood of 1903" in sent.plain
    longer = (await linked.presses(sent.data("Longer"), sent)).message
    assert "1 altered, 1 new, 1 gone" in longer.plain


async def test_a_page_that_stayed_the_same_says_nothing_of_it(linked: Person) -> None:
    await linked.sends(LINK)
    assert "Changed" not in (await linked.sends(LINK)).plain


async def test_what_one_chat_has_read_is_no_news_to_another(linked: Person) -> None:
    await linked.sends(LINK)
    linked.web.pages[LINK] = page(text=CHANGED)
    linked.user_id = 8
    assert "Changed" not in (await linked.sends(LINK)).plain


async def test_the_first_text_stays_as_the_chat_saw_it(linked: Person) -> None:
    sent = await linked.sends(LINK)
    linked.web.pages[LINK] = page(text=CHANGED)
    await linked.sends(LINK)
    answer = await linked.sends(
        "What will the repairs cost?",
        reply_to_message={"message_id": sent.message_id, "date": 1, "chat": {"id": 7, "type": "private"}},
    )
    assert "2.4 million" in answer.plain


async def test_a_text_that_has_nothing_of_the_old_one_is_told_as_another(linked: Person) -> None:
    await linked.sends(LINK)
    linked.web.pages[LINK] = page(text=GARDEN)
    assert "It is another text now" in (await linked.sends(LINK)).plain


async def test_many_changes_fit_in_one_message_and_the_rest_is_counted(linked: Person) -> None:
    def numbered(price: int) -> str:
        many = [f"House number {n} in Mill Lane was sold for {n * price} euros." for n in range(1, 40)]
        return "\n\n".join([*BRIDGE.strip().split("\n\n"), *many])

    linked.web.pages[LINK] = page(text=numbered(1000))
    await linked.sends(LINK)
    linked.web.pages[LINK] = page(text=numbered(1001))
    sent = await linked.sends(f"/summarize 50 {LINK}")
    assert "39 altered" in sent.plain
    assert "more changes" in sent.plain
    assert len(sent.plain) < 4096
    assert len(linked.calls("sendMessage")) == 2


async def test_read_again_passes_the_cache_and_shows_what_is_new(linked: Person) -> None:
    sent = await linked.sends(LINK)
    linked.web.pages[LINK] = page(text=CHANGED)
    again = (await linked.presses(sent.data("Read again"), sent)).message
    assert linked.web.fresh == [LINK]
    assert again.message_id != sent.message_id
    assert "1 altered, 1 new, 1 gone" in again.plain


async def test_read_again_says_in_a_word_that_nothing_changed(linked: Person) -> None:
    sent = await linked.sends(LINK)
    again = (await linked.presses(sent.data("Read again"), sent)).message
    assert again.plain == "“Old bridge to close in May” still says the same, word for word."


async def test_what_was_no_page_cannot_be_read_again(person: Person) -> None:
    sent = await person.sends(BRIDGE)
    assert "Read again" not in sent.labels
    assert (await person.presses("r:1", sent)).told is not None


async def test_several_links_tell_what_changed_in_a_line_each(linked: Person) -> None:
    linked.web.pages["https://marlow.example/garden"] = page("New orchid house", GARDEN)
    await linked.sends(LINK)
    linked.web.pages[LINK] = page(text=CHANGED)
    sent = await linked.sends(f"{LINK} https://marlow.example/garden")
    assert "Changed since Mar 1, 2026: 1 altered, 1 new, 1 gone\n• " in sent.plain


@pytest.mark.parametrize(
    "error",
    [None, HostUnreachableError(url=LINK), NoArticle(Reason.PAYWALL), NoArticle(Reason.BOT_CHECK)],
)
async def test_the_archived_copy_is_fetched_when_its_button_is_pressed(
    person: Person, error: BotError | None
) -> None:
    if error:
        person.web.pages[LINK] = error
    person.web.pages[COPY] = page()
    sent = await person.sends(LINK)
    assert (sent.labels, person.web.fetched) == (["Archived copy"], [LINK])

    copy = (await person.presses(sent.data("Archived copy"), sent)).message
    assert person.web.fetched == [LINK, COPY]
    assert "Old bridge to close in May" in copy.plain
    assert "1784" in (await person.sends("When was the bridge built?")).plain


async def test_a_copy_says_when_it_was_made_and_is_not_read_again(person: Person) -> None:
    person.web.pages[COPY] = page()
    person.web.moved[COPY] = f"https://web.archive.org/web/20240229123456id_/{LINK}"
    sent = await person.sends(LINK)
    copy = (await person.presses(sent.data("Archived copy"), sent)).message
    assert "A copy from the web archive, made on Feb 29, 2024." in copy.plain
    assert "Read again" not in copy.labels


async def test_a_page_that_the_archive_does_not_have_is_told(person: Person) -> None:
    sent = await person.sends(LINK)
    told = (await person.presses(sent.data("Archived copy"), sent)).message
    assert told.plain.startswith("The web archive has no copy of that page either.")
    assert told.keyboard == []


@pytest.mark.parametrize("error", [AddressRefusedError(url=LINK), NoArticle(Reason.HOME)])
async def test_no_copy_is_offered_where_none_can_help(person: Person, error: BotError) -> None:
    person.web.pages[LINK] = error
    assert (await person.sends(LINK)).keyboard == []


async def test_each_missing_page_of_several_has_its_own_copy(linked: Person) -> None:
    missing = "https://marlow.example/none"
    linked.web.pages[f"https://web.archive.org/web/2id_/{missing}"] = page("New orchid house", GARDEN)
    sent = await linked.sends(f"https://marlow.example/gone {LINK} {missing}")
    assert sent.labels == ["2", "Archived copy of 1", "Archived copy of 3"]
    copy = (await linked.presses(sent.data("Archived copy of 3"), sent)).message
    assert "New orchid house" in copy.plain


async def test_a_button_for_a_copy_that_never_was_is_told(linked: Person) -> None:
    sent = await linked.sends(LINK)
    assert (await linked.presses("w:3", sent)).told is not None
