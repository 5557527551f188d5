"""Questions are answered by quotation, or it says that the article doesn't say."""

import re

import pytest
from chatroom import GARDEN, LINK, Person, chatting, page


async def test_text_after_an_article_is_a_question_about_it(linked: Person) -> None:
    await linked.sends(LINK)
    answer = await linked.sends("How many cars cross the bridge every day?")

    assert "About 6,000 cars cross the bridge every day." in answer.plain
    assert "<b>6,000 cars</b>" in answer.text
    assert re.search(rf'<a href="{LINK}#:~:text=[^"]+">paragraph 2 of 5</a>', answer.text)
    assert "How many cars" not in answer.plain


async def test_what_the_article_does_not_say_is_said_with_the_nearest_passage(linked: Person) -> None:
    await linked.sends(LINK)
    answer = await linked.sends("Who won the football match?")

    assert answer.plain.startswith("The article doesn’t say.")
    assert "<blockquote>" in answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [("Wer hat das Fußballspiel gegen die Stadt gewonnen?", True), ("Who won the football match?", False)],
)
async def test_a_question_in_another_language_than_the_articles_is_told_which_to_ask_in(
    linked: Person, question: str, told: bool
) -> None:
    await linked.sends(LINK)
    answer = await linked.sends(question)

    assert answer.plain.startswith("The article doesn’t say.")
    assert ("Language of the article: English." in answer.plain) is told


async def test_a_short_follow_up_is_understood_by_the_question_before(linked: Person) -> None:
    await linked.sends(LINK)
    await linked.sends("How many cars cross the bridge?")
    answer = await linked.sends("And the ferry?")

    assert "doesn’t say" not in answer.plain
    assert "ferry" in answer.plain


async def test_a_reply_to_an_older_summary_is_about_that_one_even_after_a_restart(tmp_path) -> None:
    url = f"sqlite:///{tmp_path / 'kept.sqlite3'}"
    async with chatting(url) as before:
        before.web.pages[LINK] = page()
        first = await before.sends(LINK)
        await before.sends(GARDEN)
    async with chatting(url) as after:
        after.updates, after.telegram.last_id = 50, 300
        answer = await after.sends("When was it built?", **reply_to(first.message_id))
        assert "1784" in answer.plain


async def test_a_reply_to_an_answer_or_to_ones_own_link_is_about_the_same_article(linked: Person) -> None:
    await linked.sends(LINK)
    answer = await linked.sends("How many cars cross the bridge?")
    await linked.sends(GARDEN)

    again = await linked.sends("Who built it in 1784?", **reply_to(answer.message_id))
    assert "Tomas Arkwright" in again.plain
    await linked.sends(GARDEN)
    again = await linked.sends("Who built it in 1784?", **reply_to(1))
    assert "Tomas Arkwright" in again.plain


async def test_the_context_of_a_passage_opens_in_place_and_closes_again(linked: Person) -> None:
    await linked.sends(LINK)
    answer = await linked.sends("When was the bridge built?")
    label = next(label for label in answer.labels if label.startswith("Context"))
    context = (await linked.presses(answer.data(label), answer)).message
    back = (await linked.presses(context.data("Back to the answer"), context)).message

    assert context.message_id == answer.message_id
    assert "It survived the flood of 1903" in context.plain
    assert "<b>The bridge was built in 1784 by Tomas Arkwright.</b>" in context.text
    assert (back.text, back.keyboard) == (answer.text, answer.keyboard)


async def test_context_and_back_keep_the_question_of_a_suggested_one(linked: Person) -> None:
    sent = await linked.sends(LINK)
    answer = (await linked.presses(sent.data(sent.questions[0]), sent)).message
    context = (await linked.presses(answer.keyboard[0][0]["callback_data"], answer)).message
    back = (await linked.presses(context.data("Back to the answer"), context)).message

    assert context.plain.startswith(sent.questions[0])
    assert back.text == answer.text


async def test_a_question_with_a_link_is_answered_about_that_link(linked: Person) -> None:
    await linked.sends(GARDEN)
    answer = await linked.sends(f"Who built the bridge in 1784? {LINK}")

    assert "Tomas Arkwright" in answer.plain
    assert "Old bridge" not in answer.plain.splitlines()[0]


async def test_ask_looks_through_everything_read_lately_and_names_the_article(linked: Person) -> None:
    await linked.sends(LINK)
    await linked.sends(GARDEN)
    answer = await linked.sends("/ask Who built the bridge?")

    assert "Tomas Arkwright" in answer.plain
    assert "· Old bridge to close in May" in answer.plain


async def test_search_finds_in_all_that_was_read(linked: Person) -> None:
    await linked.sends(LINK)
    await linked.sends(GARDEN)
    found = await linked.sends("/search orchids")

    assert "orchids" in found.plain
    assert "bridge" not in found.plain
    opened = (await linked.presses(found.data("1"), found)).message
    assert "glass house" in opened.plain


async def test_a_search_with_a_slip_tells_what_may_be_meant(linked: Person) -> None:
    await linked.sends(LINK)
    found = await linked.sends("/search brigde")
    assert found.plain.startswith("Nothing you have read here mentions “brigde”.")
    assert "Perhaps you mean:" in found.plain
    opened = (await linked.presses(found.data("1"), found)).message
    assert "Old bridge to close in May" in opened.plain


async def test_search_that_finds_nothing_says_so(linked: Person) -> None:
    await linked.sends(LINK)
    assert "zebra <b>" in (await linked.sends("/search zebra <b>")).plain
    long = (await linked.sends("/search " + "zebra " * 500)).plain
    assert "zebra" in long
    assert "???" not in long


async def test_check_tells_exact_near_and_absent(linked: Person) -> None:
    await linked.sends(LINK)
    exact = await linked.sends("/check About 6,000 cars cross the bridge every day.")
    near = await linked.sends("/check Engineers found cracks in three of its five arches")
    absent = await linked.sends("/check Dolphins were seen near the harbour at dawn.")

    assert exact.plain.startswith("Yes, word for word")
    assert near.plain.startswith("Not quite")
    assert "three" in near.plain
    assert absent.plain.startswith("No, that isn’t in the article")


async def test_check_finds_what_stands_in_another_article_that_was_read_here(linked: Person) -> None:
    bridge = await linked.sends(LINK)
    await linked.sends(GARDEN)
    quote = "About 6,000 cars cross the bridge every day."
    found = await linked.sends(f"/check {quote}")
    assert found.plain.startswith("Yes, word for word")
    assert "· Old bridge to close in May" in found.plain
    assert (await linked.sends("/check Dolphins were seen at dawn.")).plain.startswith("No, that isn’t")
    orchids = "/check Orchids from four continents grow in a house of glass."
    told = await linked.sends(orchids, **reply_to(bridge.message_id))  # about that one alone
    assert told.plain.startswith("No, that isn’t in the article:\nOld bridge")


async def test_an_article_that_was_read_at_two_addresses_is_quoted_once(linked: Person) -> None:
    linked.web.pages["https://m.marlow.example/b"] = linked.web.pages[LINK]
    await linked.sends(LINK)
    await linked.sends("https://m.marlow.example/b")
    answer = await linked.sends("/ask Who built the bridge?")
    assert answer.plain.count("Tomas Arkwright") == 1
    assert (await linked.sends("/search Arkwright")).plain.count("Tomas Arkwright") == 1


async def test_a_question_before_any_article_says_what_to_do(person: Person) -> None:
    sent = await person.sends("Who won?")
    assert sent.plain == (
        "I have nothing to look in yet. Send me a link, a text or a file first, then ask again."
    )


async def test_one_sentence_before_any_article_says_what_to_do(person: Person) -> None:
    assert "short" in (await person.sends("It rains.")).plain


async def test_answers_hold_nothing_but_the_text_of_the_article(linked: Person) -> None:
    await linked.sends(LINK)
    answer = await linked.sends("Who sells bicycles?")

    flat = " ".join(page().split())
    quotes = re.findall(r"<blockquote>(.*?)</blockquote>", answer.text)
    assert quotes
    assert all(re.sub("</?b>", "", quote) in flat for quote in quotes)


def reply_to(message_id: int) -> dict[str, object]:
    message = {"message_id": message_id, "date": 1, "chat": {"id": 7, "type": "private"}}
    return {"reply_to_message": message}


async def test_several_statements_are_no_question_about_the_article_at_hand(linked: Person) -> None:
    text = "The ferry is late. It rains. Nobody is on the pier. The kiosk is closed."
    assert (await linked.sends(text)).plain.startswith("The ferry is late.")


async def test_a_message_without_a_word_is_no_question(linked: Person) -> None:
    assert "no words" in (await linked.sends("...")).plain


@pytest.mark.parametrize("text", ["thanks!", "Ok, thank you"])
async def test_thanks_are_taken_and_no_question(linked: Person, text: str) -> None:
    assert (await linked.sends(text)).plain.startswith("You’re welcome.")


@pytest.mark.parametrize("text", ["👍", "😂😂", "ok", "bye", "no"])
async def test_what_neither_thanks_nor_asks_gets_no_welcome_but_the_next_step(
    linked: Person, text: str
) -> None:
    assert (await linked.sends(text)).plain.startswith("Hello! Send me a link")  # nothing to ask about yet
    await linked.sends(LINK)
    assert (await linked.sends(text)).plain == "Ask me more about it, or send the next link."


ONE_PARAGRAPH = (
    "The old bridge of Elde closes on Monday. Its stones have moved since the flood of 2019. "
    "The repair takes nine months and costs four million crowns. Mayor Ida Brandt asked for patience. "
    "Drivers must take the road by Norrby. The ferry will run every half hour from six in the morning, "
    "and shops on the quay fear for their trade. The town has promised to help them with lower rents. "
    "Those who live on the island have asked for a night boat as well."
)


async def test_the_only_paragraph_of_a_text_is_no_place_to_tell(linked: Person) -> None:
    await linked.sends(ONE_PARAGRAPH)
    answer = await linked.sends("How long does the repair take?")
    assert "nine months" in answer.plain
    assert "paragraph" not in answer.plain
    assert not (await linked.sends("/check Mayor Ida Brandt asked for patience.")).plain.endswith("\n")
    linked.web.pages[LINK] = page("Bridge of Elde", ONE_PARAGRAPH)
    await linked.sends(LINK)
    answer = await linked.sends("How long does the repair take?")
    assert re.search(rf'<a href="{LINK}#:~:text=[^"]+">in the text</a>', answer.text)


async def test_a_greeting_in_a_conversation_is_no_question(linked: Person) -> None:
    await linked.sends("When will the old bridge close?")
    assert (await linked.sends("Hello, how are you?")).plain.startswith("Hello! Send me a link")


async def test_a_link_of_another_kind_is_told_which_ones_are_read(linked: Person) -> None:
    assert "https://" in (await linked.sends("ftp://marlow.example/file")).plain
