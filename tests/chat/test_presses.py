"""Presses of buttons: a tap that repeats one is told from the one that does the work."""

from bot.chat.presses import Press, Presses

PRESS = Press(chat_id=7, message_id=3, user_id=7, data="ask")


class Time:
    """Seconds that go on when they are told to."""

    def __init__(self) -> None:
        self.s = 100.0

    def __call__(self) -> float:
        return self.s


def test_a_second_tap_repeats_and_a_later_one_does_not() -> None:
    now = Time()
    presses = Presses(now)
    with presses.carrying_out(PRESS, 1) as repeated:
        assert presses.under_way(PRESS)
        assert not repeated
    with presses.carrying_out(PRESS, 2) as repeated:
        assert repeated
    now.s += 10
    with presses.carrying_out(PRESS, 3) as repeated:
        assert not repeated


def test_a_press_that_is_tried_again_does_its_work_although_somebody_tapped_meanwhile() -> None:
    presses = Presses(Time())
    for update_id, is_repeated in ((1, False), (2, True), (1, False)):
        with presses.carrying_out(PRESS, update_id) as repeated:
            assert repeated is is_repeated
    assert not presses.under_way(PRESS)
