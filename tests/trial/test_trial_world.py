from datetime import UTC, datetime, timedelta

import pytest

from bot.trial.calls import Call, SentFile
from bot.trial.chats import BOT_ID, PERSON_ID
from bot.trial.errors import ApiError
from bot.trial.formatting import Formatted, parse_html
from bot.trial.methods import METHODS
from bot.trial.people import Speaker, hidden_origin, press, say, speak, upload
from bot.trial.world import World


class Clock:
    def __init__(self) -> None:
        self.time = datetime(2026, 3, 14, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def world(clock):
    return World(clock)


def ask(world, method, **parameters):
    files = {name: value for name, value in parameters.items() if isinstance(value, SentFile)}
    given = {name: value for name, value in parameters.items() if name not in files}
    return METHODS[method.lower()](world, Call({"chat_id": PERSON_ID} | given, files))


def refusal(world, method, **parameters):
    with pytest.raises(ApiError) as raised:
        ask(world, method, **parameters)
    return raised.value.code, raised.value.description


def menu(world, language):
    return world.menus.of(world.chats[PERSON_ID], PERSON_ID, language)


KEYS = {
    "inline_keyboard": [[{"text": "More", "callback_data": "more"}, {"text": "Go", "url": "https://e.org"}]]
}


def test_ids_begin_with_the_time_so_that_two_trials_share_none(world, clock):
    began = int(clock.time.timestamp())
    message = say(world, Formatted("hello"))[0]
    assert message["message_id"] == began + 1
    assert world.updates.peek(1)[0]["update_id"] == began


def test_what_a_person_says_becomes_an_update_with_its_entities(world):
    say(world, Formatted("/tldr https://example.org/a"))
    message = world.updates.peek(1)[0]["message"]
    assert message["chat"] == {"id": PERSON_ID, "type": "private", "first_name": "You"}
    assert [entity["type"] for entity in message["entities"]] == ["bot_command", "url"]


def test_updates_stay_until_they_are_confirmed(world):
    for text in ("one", "two", "three"):
        say(world, Formatted(text))
    first = world.updates.peek(2)
    assert world.updates.peek(2) == first
    world.updates.confirm(first[1]["update_id"] + 1)
    assert [update["message"]["text"] for update in world.updates.peek(9)] == ["three"]


def test_a_negative_offset_keeps_the_newest(world):
    for text in ("one", "two", "three"):
        say(world, Formatted(text))
    world.updates.confirm(-1)
    assert [update["message"]["text"] for update in world.updates.peek(9)] == ["three"]


def test_unwanted_kinds_of_updates_are_not_kept(world):
    world.updates.allow(["message"])
    sent = ask(world, "sendMessage", text="x", reply_markup=KEYS)
    press(world, sent["message_id"], "more")
    assert len(world.updates) == 0


def test_a_reply_shows_the_message_that_it_answers_but_no_deeper(world):
    first = say(world, Formatted("first"))[0]
    second = ask(world, "sendMessage", text="second", reply_parameters={"message_id": first["message_id"]})
    third = say(world, Formatted("third"), reply_to=second["message_id"])[0]
    assert third["reply_to_message"]["text"] == "second"
    assert "reply_to_message" not in third["reply_to_message"]


def test_a_quote_in_a_reply_must_be_in_the_message(world):
    message_id = say(world, Formatted("the whole text"))[0]["message_id"]
    reply = ask(world, "sendMessage", text="x", reply_parameters={"message_id": message_id, "quote": "whole"})
    assert reply["quote"]["text"] == "whole"
    wrong = {"message_id": message_id, "quote": "half"}
    assert refusal(world, "sendMessage", text="x", reply_parameters=wrong) == (
        400,
        "Bad Request: QUOTE_TEXT_INVALID",
    )


def test_a_forwarded_message_names_its_origin(world):
    message = say(world, Formatted("news"), forwarded=hidden_origin("The Gazette", 1))[0]
    assert message["forward_origin"]["sender_user_name"] == "The Gazette"


def test_a_long_paste_arrives_as_several_messages(world):
    assert len(say(world, Formatted("word " * 2000))) == 3
    assert len(world.updates) == 3


@pytest.mark.parametrize(
    ("method", "parameters", "complaint"),
    [
        ("sendMessage", {"text": ""}, "message text is empty"),
        ("sendMessage", {"text": " \n "}, "text must be non-empty"),
        ("sendMessage", {"text": "x" * 4097}, "message is too long"),
        ("sendMessage", {"text": "x", "chat_id": 5}, "chat not found"),
        ("sendMessage", {"text": "x", "chat_id": ""}, "chat_id is empty"),
        ("sendMessage", {"text": "</b>", "parse_mode": "HTML"},
         "can't parse entities: Unexpected end tag at byte offset 0"),
        ("sendMessage", {"text": "x", "parse_mode": "Latex"}, "unsupported parse_mode"),
        ("sendMessage", {"text": "x", "reply_to_message_id": 1}, "message to be replied not found"),
        ("sendMessage", {"text": "x", "reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
        ("editMessageText", {"text": "x", "message_id": 1}, "message to edit not found"),
        ("editMessageText", {"text": "x"}, "message identifier is not specified"),
        ("deleteMessage", {"message_id": 1}, "message to delete not found"),
        ("setMessageReaction", {"message_id": 1, "reaction": "[]"}, "message to react not found"),
        ("sendChatAction", {"action": "sleeping"}, "wrong parameter action in request"),
        ("getFile", {"file_id": "nothing"}, "invalid file_id"),
        ("sendDocument", {}, "there is no document in the request"),
        ("setMyCommands", {"commands": [{"command": "No!", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ("answerCallbackQuery", {"callback_query_id": "7"},
         "query is too old and response timeout expired or query ID is invalid"),
    ],
)  # fmt: skip
def test_refusals_are_in_telegrams_words(world, method, parameters, complaint):
    assert refusal(world, method, **parameters) == (400, f"Bad Request: {complaint}")


@pytest.mark.parametrize(
    ("button", "complaint"),
    [
        ({"text": "x", "callback_data": "é" * 33}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        (
            {"text": "x", "url": "not a link"},
            "inline keyboard button URL 'not a link' is invalid: Wrong HTTP URL",
        ),
        (
            {"text": "x"},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
    ],
)
def test_buttons_are_checked(world, button, complaint):
    markup = {"inline_keyboard": [[button]]}
    assert refusal(world, "sendMessage", text="x", reply_markup=markup)[1] == f"Bad Request: {complaint}"


def test_a_reply_to_nothing_is_fine_where_the_bot_says_so(world):
    may_miss = {"message_id": 1, "allow_sending_without_reply": True}
    assert "reply_to_message" not in ask(world, "sendMessage", text="x", reply_parameters=may_miss)


def test_an_edit_replaces_words_and_buttons(world):
    sent = ask(world, "sendMessage", text="<b>old</b>", parse_mode="HTML", reply_markup=KEYS)
    edited = ask(world, "editMessageText", message_id=sent["message_id"], text="new")
    assert (edited["text"], "entities" in edited, "reply_markup" in edited) == ("new", False, False)
    assert edited["edit_date"] >= edited["date"]


def test_an_edit_that_changes_nothing_is_refused(world):
    sent = ask(world, "sendMessage", text="same", reply_markup=KEYS)
    code, told = refusal(
        world, "editMessageText", message_id=sent["message_id"], text="same", reply_markup=KEYS
    )
    assert (code, told.startswith("Bad Request: message is not modified: ")) == (400, True)
    ask(world, "editMessageReplyMarkup", message_id=sent["message_id"])
    again = refusal(world, "editMessageReplyMarkup", message_id=sent["message_id"])
    assert "message is not modified" in again[1]


def test_the_caption_of_a_file_is_edited_and_a_text_has_none(world):
    file_id = world.files.keep("a.txt", "text/plain", b"a").file_id
    sent = ask(world, "sendDocument", document=file_id, caption="<b>old</b>", parse_mode="HTML")
    edited = ask(world, "editMessageCaption", message_id=sent["message_id"], caption="new")
    assert (edited["caption"], "caption_entities" in edited) == ("new", False)
    text = ask(world, "sendMessage", text="x")
    told = refusal(world, "editMessageCaption", message_id=text["message_id"], caption="y")
    assert told == (400, "Bad Request: there is no caption in the message to edit")


def test_a_persons_message_cannot_be_edited(world):
    message_id = say(world, Formatted("mine"))[0]["message_id"]
    told = refusal(world, "editMessageText", message_id=message_id, text="yours")
    assert told == (400, "Bad Request: message can't be edited")


def test_a_press_reaches_the_bot_and_is_answered_once(world):
    heard = []
    sent = ask(world, "sendMessage", text="x", reply_markup=KEYS)
    world.on_event = heard.append
    query_id = press(world, sent["message_id"], "more")
    query = world.updates.peek(1)[0]["callback_query"]
    assert (query["data"], query["message"]["message_id"]) == ("more", sent["message_id"])
    assert ask(world, "answerCallbackQuery", callback_query_id=query_id, text="Done", show_alert="true")
    assert heard[-1]["text"] == "Done"
    assert heard[-1]["alert"]
    assert "query is too old" in refusal(world, "answerCallbackQuery", callback_query_id=query_id)[1]


def test_a_press_is_dead_after_150_seconds(world, clock):
    sent = ask(world, "sendMessage", text="x", reply_markup=KEYS)
    query_id = press(world, sent["message_id"], "more")
    clock.time += timedelta(seconds=151)
    assert "query is too old" in refusal(world, "answerCallbackQuery", callback_query_id=query_id)[1]


def test_only_a_button_that_is_there_can_be_pressed(world):
    sent = ask(world, "sendMessage", text="x", reply_markup=KEYS)
    with pytest.raises(ApiError):
        press(world, sent["message_id"], "less")
    assert press(world, sent["message_id"], "less", check=False)


def test_files_travel_both_ways(world):
    message = upload(world, ("a.txt", "text/plain", b"words"), caption="look at https://e.org")
    assert message["caption_entities"][0]["type"] == "url"
    path = ask(world, "getFile", file_id=message["document"]["file_id"])["file_path"]
    assert path.startswith("documents/")
    sent = ask(world, "sendDocument", document=SentFile("b.json", "application/json", b"{}"), caption="here")
    assert (sent["document"]["file_name"], sent["caption"]) == ("b.json", "here")
    again = ask(world, "sendDocument", document=sent["document"]["file_id"])
    assert again["document"]["file_name"] == "b.json"


def test_a_file_over_20_mb_cannot_be_fetched_by_the_bot(world):
    message = upload(world, ("big.txt", "text/plain", b"x" * (20 * 1024 * 1024 + 1)))
    told = refusal(world, "getFile", file_id=message["document"]["file_id"])
    assert told == (400, "Bad Request: file is too big")


def test_the_menu_follows_the_persons_language(world):
    ask(world, "setMyCommands", commands=[{"command": "help", "description": "Help"}])
    ask(world, "setMyCommands", commands=[{"command": "help", "description": "Hilfe"}], language_code="de")
    assert [menu(world, code)[0]["description"] for code in ("en", "de", "ru")] == ["Help", "Hilfe", "Help"]
    assert ask(world, "getMyCommands", language_code="de")[0]["description"] == "Hilfe"
    ask(world, "deleteMyCommands", language_code="de")
    assert menu(world, "de")[0]["description"] == "Help"


def test_a_persons_language_travels_with_what_they_say(world):
    speak(world, PERSON_ID, "ru")
    assert say(world, Formatted("привет"))[0]["from"]["language_code"] == "ru"


def test_each_person_has_a_chat_of_their_own(world):
    say(world, Formatted("mine"), Speaker(user_id=5))
    assert [message["text"] for message in world.pictured(5)] == ["mine"]
    assert world.pictured(PERSON_ID) == []


def test_a_reaction_is_seen_on_the_page_alone(world):
    message_id = say(world, Formatted("x"))[0]["message_id"]
    ask(world, "setMessageReaction", message_id=message_id, reaction='[{"type": "emoji", "emoji": "👀"}]')
    assert world.pictured(PERSON_ID)[0]["reactions"] == [{"type": "emoji", "emoji": "👀", "by": [BOT_ID]}]
    assert "reactions" not in world.shown(PERSON_ID, world.chats[PERSON_ID].messages[message_id])


def test_a_deleted_message_is_gone(world):
    message_id = say(world, Formatted("x"))[0]["message_id"]
    assert ask(world, "deleteMessage", message_id=message_id)
    assert world.pictured(PERSON_ID) == []


def test_hidden_links_of_a_person_reach_the_bot(world):
    message = say(world, parse_html('read <a href="https://e.org/a">this</a>'))[0]
    assert message["entities"][0]["url"] == "https://e.org/a"
