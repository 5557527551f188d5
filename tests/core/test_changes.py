"""What changed between two texts of one article."""

import random
from collections import Counter

import pytest

from bot.core.article import Article
from bot.core.changes import Changes, _candidates, _words, changes

OLD = """
The bridge over the Elde will close on 4 May, the town said. Repairs will cost 2.4 million euros.

The ferry will run from 2 May. Shopkeepers fear for their trade.
"""


def texts(sentences):
    return [sentence.text for sentence in sentences]


def between(old: str, new: str) -> Changes:
    return changes(Article.from_text(old, language="en"), Article.from_text(new, language="en"))


def test_a_text_that_stayed_the_same_has_no_changes():
    assert not between(OLD, OLD)
    assert not between(OLD, OLD.replace("\n\n", "\n\n\n").replace("May, the", "May,  the"))
    assert not between('He said "no" to all of it.', "He said “no” to all of it.")


def test_the_order_of_sentences_is_no_change():
    assert not between(OLD, "\n\n".join(reversed(OLD.strip().split("\n\n"))))


def test_an_exchanged_number_is_an_alteration():
    found = between(OLD, OLD.replace("2.4 million", "3.1 million"))
    (pair,) = found.altered
    assert texts(pair) == ["Repairs will cost 2.4 million euros.", "Repairs will cost 3.1 million euros."]
    assert (found.added, found.removed, found.rewritten) == ((), (), False)


def test_new_and_removed_sentences_are_told_apart():
    new = OLD.replace(" Shopkeepers fear for their trade.", " A night bus is planned as well.")
    found = between(OLD, new)
    assert texts(found.added) == ["A night bus is planned as well."]
    assert texts(found.removed) == ["Shopkeepers fear for their trade."]
    assert found.altered == ()


def test_a_sentence_that_stands_twice_and_then_once_was_removed_once():
    found = between(f"{OLD}\n\nThe ferry will run from 2 May.", OLD)
    assert texts(found.removed) == ["The ferry will run from 2 May."]


def test_each_sentence_is_in_one_pair_and_the_most_alike_win():
    old = "The ferry runs on Monday from Low Quay. The ferry runs on Friday from Low Quay."
    new = "The ferry runs on Friday from High Quay. The ferry runs on Monday from Low Tarn."
    found = between(old, new)
    assert [(was.text.split()[4], now.text.split()[4]) for was, now in found.altered] == [
        ("Friday", "Friday"),
        ("Monday", "Monday"),
    ]


def test_another_text_at_the_same_address_is_a_rewritten_one():
    other = "Orchids bloom in the glass house. Visitors pay nothing. It opens in June. Tours are booked out."
    assert between(OLD, other).rewritten
    assert not between(other, f"{other}\n\n{OLD}").rewritten


def test_headings_do_not_count():
    assert not between(f"Town news\n\n{OLD}", f"News of the town\n\n{OLD}")


@pytest.mark.parametrize("language", ["zh", "ja"])
def test_scripts_without_blanks_have_alterations_too(language):
    old = Article.from_text("大桥将于五月四日关闭。渡轮从五月二日起运行。", language=language)
    new = Article.from_text("大桥将于五月九日关闭。渡轮从五月二日起运行。", language=language)
    (pair,) = changes(old, new).altered
    assert texts(pair) == ["大桥将于五月四日关闭。", "大桥将于五月九日关闭。"]


def test_every_sentence_is_verbatim_and_in_one_place_only():
    rng = random.Random(5)  # noqa: S311 - repeatable on purpose
    words = [f"w{number}" for number in range(40)]
    for _ in range(40):
        old, new = (
            Article.from_text(
                " ".join(
                    f"{' '.join(rng.choices(words, k=rng.randrange(1, 9))).capitalize()}." for _ in range(12)
                ),
                language="en",
            )
            for _ in range(2)
        )
        found = changes(old, new)
        was = [*found.removed, *(pair[0] for pair in found.altered)]
        now = [*found.added, *(pair[1] for pair in found.altered)]
        assert all(old.text[s.start : s.end] == s.text for s in was)
        assert all(new.text[s.start : s.end] == s.text for s in now)
        assert len({s.position for s in was}) == len(was)
        assert len({s.position for s in now}) == len(now)


def test_the_search_for_partners_does_not_grow_with_the_square():
    def bags(start):
        houses = " ".join(f"The town has a house with number {start + n} in it." for n in range(1500))
        return [Counter(_words(sentence)) for sentence in Article.from_text(houses, language="en").sentences]

    assert len(_candidates(bags(0), bags(750))) < 5000


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("zh", "老桥将于周一关闭，工程需要九个月。", "老桥将于周二关闭，工程需要十个月。"),
        (
            "ja",
            "古い橋は月曜日に閉鎖され、工事は九か月かかる。",
            "古い橋は火曜日に閉鎖され、工事は十か月かかる。",
        ),
    ],
)
def test_a_sentence_of_several_clauses_without_blanks_is_one_that_was_altered(language, old, new):
    before, after = (Article.from_text(text, language=language) for text in (old, new))
    found = changes(before, after)
    assert [(was.text, now.text) for was, now in found.altered] == [(old, new)]
    assert not found.added
    assert not found.removed
