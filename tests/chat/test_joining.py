from datetime import UTC, datetime, timedelta

from bot.chat.queueing.joining import Bundle, joinable, joined, take

NOW = datetime(2026, 3, 1, tzinfo=UTC)
LONG = "x" * 3901


def message(text="", *, date=100, **more):
    return {"update_id": 1, "message": {"message_id": 1, "date": date, "text": text, **more}}


def pieces(*raws, ago_s=0.0):
    return [joinable(raw, NOW - timedelta(seconds=ago_s)) for raw in raws]


def taken(*raws, ago_s=0.0):
    result = take(pieces(*raws, ago_s=ago_s), NOW)
    return result.count, result.bundle, result.wait.total_seconds()


def test_an_ordinary_message_waits_for_nothing():
    assert taken(message("hello")) == (1, None, 0)
    assert taken(message("x" * 3900), message("rest")) == (1, None, 0)


def test_a_long_part_waits_a_second_and_a_half_for_the_next():
    assert taken(message(LONG)) == (1, None, 1.5)
    assert taken(message(LONG), ago_s=1) == (1, None, 0.5)
    assert taken(message(LONG), ago_s=60) == (1, None, 0)


def test_length_is_counted_as_telegram_counts_it():
    assert taken(message("😀" * 1951)) == (1, None, 1.5)


def test_the_parts_of_a_paste_are_one_job_up_to_the_first_short_one():
    assert taken(message(LONG), message(LONG), message("end"), message("next")) == (3, Bundle.PASTE, 0)
    assert taken(message(LONG), message(LONG)) == (2, Bundle.PASTE, 1.5)


def test_what_comes_later_or_is_no_text_is_no_part_of_a_paste():
    assert taken(message(LONG, date=100), message("end", date=104)) == (1, None, 0)
    assert taken(message(LONG), message("/help")) == (1, None, 0)
    assert taken(message(LONG), message(photo=[])) == (1, None, 0)
    assert taken(message(LONG), message("end", message_thread_id=5)) == (1, None, 0)
    assert taken(message(LONG), {"update_id": 2, "edited_message": {"text": "end"}}) == (1, None, 0)


def test_an_album_is_one_job_and_another_album_is_another():
    first, second = message(media_group_id="1"), message(media_group_id="2")
    assert taken(first, first, second) == (2, Bundle.ALBUM, 0)
    assert taken(first, first) == (2, Bundle.ALBUM, 0.5)
    assert taken(*[first] * 12) == (10, Bundle.ALBUM, 0)


def test_forwards_that_follow_within_a_second_are_one_job():
    forward = [message("post", date=date, forward_origin={}) for date in (100, 101, 103)]
    assert taken(*forward) == (2, Bundle.FORWARDS, 0)
    assert taken(*forward[:2]) == (2, Bundle.FORWARDS, 1.0)
    assert taken(*forward[:2], ago_s=9) == (2, Bundle.FORWARDS, 0)


def test_a_clock_that_is_set_back_makes_nothing_wait_longer():
    assert take(pieces(message(LONG), ago_s=-3600), NOW).wait == timedelta(seconds=1.5)


def test_a_paste_is_joined_as_it_was_before_it_was_cut():
    bold = {"type": "bold", "offset": 1, "length": 2}
    parts = [
        message("😀" * 2048, entities=[bold]),
        message("word. " + "x" * 3900 + ".", entities=[bold]),
        message("Next paragraph " + "y" * 3900),
        message("end", entities=[bold]),
    ]
    whole = joined(parts)["message"]
    assert whole["text"] == (
        "😀" * 2048 + parts[1]["message"]["text"] + "\n\n" + parts[2]["message"]["text"] + " end"
    )
    units = whole["text"].encode("utf-16-le")
    marked = [
        units[2 * e["offset"] : 2 * (e["offset"] + e["length"])].decode("utf-16-le", "replace")
        for e in whole["entities"]
    ]
    assert marked[1:] == ["or", "nd"]


def test_joining_survives_nonsense():
    for raw in ({}, {"message": None}, {"message": {"text": 5, "date": "x", "media_group_id": 3}}):
        assert take([joinable(raw, NOW)], NOW).count == 1
