"""Same-story groups, and digests composed of them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

import bot
from bot.core.article import Article
from bot.core.digests.comparing import compare, only_in
from bot.core.digests.composing import compose, interests_of, passes
from bot.core.digests.digest import Entry, Filters, Mention, MentionKind, Shape
from bot.core.digests.discussion import Said, most_discussed
from bot.core.digests.leading import leading_first

NOW = datetime(2026, 3, 2, 18, tzinfo=UTC)
BRIDGE = (
    "The council of Lindau closed the old stone bridge on Monday. Engineers found deep cracks in two of its "
    "pillars. A ferry will carry people over the water for nine months. The repair costs four million euros."
)
BRIDGE_TOO = (
    "Lindau's stone bridge is closed. Cracks in two pillars forced the council to act, engineers said on "
    "Monday. A ferry replaces the bridge for nine months. Shopkeeper Anna Huber fears for her shop."
    " She wants help from the town."
)
COMET = (
    "Astronomers in Chile have seen a comet with three tails. The telescope at Paranal took pictures of it "
    "on Sunday. It will come nearest to the sun in October. Nobody had reported such a comet since 1996."
)
KOMET = (
    "Astronomen in Chile haben einen Kometen mit drei Schweifen gesehen. Das Teleskop auf dem Paranal nahm"
    " ihn am Sonntag auf. Der Sonne kommt er im Oktober am nächsten. Seit 1996 gab es keinen solchen mehr."
)


def article(text: str, title: str | None = None, **facts) -> Article:
    return replace(Article.from_text(text, title=title), **facts)


def entry(key: str, text: str, *, hours: float = 1, source: str = "feed:1", **facts) -> Entry:
    told = facts.pop("told", False)
    mention = Mention(
        kind=MentionKind.FEED, source=source, at=NOW - timedelta(hours=hours), link=f"https://e.org/{key}"
    )
    mentions = facts.pop("mentions", (mention,))
    return Entry(key=key, article=article(text, title=f"About {key}", **facts), mentions=mentions, told=told)


def message(*, person: int, reactions: int = 0) -> Mention:
    at = NOW - timedelta(hours=1)
    return Mention(kind=MentionKind.MESSAGE, source="chat", at=at, person=person, reactions=reactions)


def test_articles_on_one_story_are_one_group_and_others_stand_alone():
    assert bot.group([article(BRIDGE), article(COMET), article(BRIDGE_TOO)]) == [[0, 2], [1]]


@pytest.mark.parametrize("count", [0, 1, 2])
def test_every_index_is_there_once(count):
    groups = bot.group([article(COMET)] * count)
    assert sorted(index for members in groups for index in members) == list(range(count))


def test_two_languages_of_one_story_are_two_groups_unless_names_and_numbers_say_more():
    assert bot.group([article(COMET), article(KOMET)]) == [[0], [1]]


def test_the_same_words_a_year_apart_are_no_one_story():
    before, after = date(2025, 3, 2), date(2026, 3, 2)
    far = [article(BRIDGE, published=before), article(BRIDGE_TOO, published=after)]
    near = [article(BRIDGE, published=after), article(BRIDGE_TOO, published=after)]
    assert (bot.group(far), bot.group(near)) == ([[0], [1]], [[0, 1]])


def test_the_day_in_an_address_counts_more_than_a_declared_one():
    crawled = date(2026, 9, 1)
    texts = [
        article(BRIDGE, url="https://a.example/2026/03/02/x", published=crawled),
        article(BRIDGE_TOO, url="https://b.example/2026/mar/02/y", published=crawled),
    ]
    assert bot.group(texts) == [[0, 1]]


def test_copies_and_hostile_texts_are_grouped_in_no_time():
    texts = [article(BRIDGE)] * 300 + [article("word " * 2000), article("x", title="1"), article("1 2 3")]
    assert list(range(300)) in bot.group(texts)


def test_nothing_to_tell_is_no_digest():
    assert compose([], now=NOW) is None
    assert compose([entry("a", BRIDGE, told=True)], now=NOW) is None


def test_a_story_of_two_texts_is_told_once_with_what_only_the_other_says():
    digest = compose(
        [entry("a", BRIDGE), entry("b", BRIDGE_TOO, source="feed:2"), entry("c", COMET)], now=NOW
    )
    first, second = digest.stories
    assert {first.lead.entry.key, first.also[0].entry.key} == {"a", "b"}
    assert second.lead.entry.key == "c"
    for story in digest.stories:
        for telling in (story.lead, *story.also):
            text = telling.entry.article.text
            assert all(text[s.start : s.end] == s.text for s in telling.sentences)
    assert sorted(digest.told) == ["a", "b", "c"]


SIDE = (
    "Anna Huber has sold hats beside the old bridge of Lindau since she was a girl of nineteen. Her shop "
    "smells of felt and of the lake. Customers came over the bridge, which the council closed on Monday "
    "because of cracks in two pillars. A ferry replaces it for nine months, and she fears for her shop. She "
    "remembers the summer of 1976, when the lake was so low that children walked to the lighthouse and back."
)


def test_the_text_that_the_others_confirm_leads_and_not_the_longest():
    entries = [entry("a", SIDE), entry("b", BRIDGE, source="feed:2"), entry("c", BRIDGE_TOO, source="feed:3")]
    assert leading_first(entries)[0].key == "c"
    assert leading_first(entries[:1]) == entries[:1]


def test_what_people_took_up_leads_whatever_the_others_say():
    liked = entry("a", SIDE, mentions=(message(person=1, reactions=20),))
    entries = [liked, entry("b", BRIDGE, source="feed:2"), entry("c", BRIDGE_TOO, source="feed:3")]
    assert leading_first(entries)[0] == liked


def test_texts_without_words_lead_nothing_and_break_nothing():
    entries = [entry("a", "a"), entry("b", BRIDGE), entry("c", BRIDGE_TOO)]
    assert leading_first(entries)[-1].key == "a"


def test_what_was_told_is_told_again_only_where_something_is_new():
    same = BRIDGE.replace("nine months", "nine long months")
    assert compose([entry("a", BRIDGE, told=True), entry("b", same)], now=NOW) is None
    news = f"{BRIDGE} A diver found a bomb from the war. The police have sent a thousand neighbours home."
    digest = compose([entry("a", BRIDGE, told=True), entry("b", news)], now=NOW)
    (story,) = digest.stories
    assert story.again
    assert [sentence.text for sentence in story.lead.sentences] == [
        "A diver found a bomb from the war.",
        "The police have sent a thousand neighbours home.",
    ]


def test_articles_whose_sentences_are_not_cut_yet_make_the_same_digest():
    def cut_later(one: Entry) -> Entry:
        return replace(one, article=replace(one.article, sentences=()))

    news = f"{COMET} Its fourth tail was seen from Lindau. The observatory will show it to the schools."
    entries = [
        entry("a", BRIDGE),
        entry("b", BRIDGE_TOO, source="feed:2"),
        entry("c", COMET, told=True),
        entry("d", news),
    ]
    digest = compose(entries, now=NOW)
    assert len(digest.stories) == 2
    assert digest == compose([cut_later(one) for one in entries], now=NOW)


def test_people_and_their_reactions_weigh_more_than_one_feed():
    shared = entry("c", COMET, mentions=(message(person=1, reactions=5), message(person=2)))
    digest = compose([entry("a", BRIDGE), shared], now=NOW)
    assert [story.lead.entry.key for story in digest.stories] == ["c", "a"]


def test_what_a_chat_reads_comes_first():
    read = interests_of([("A comet in the sky", "en"), ("Comet hunters", "en"), ("Taxes", "en")])
    digest = compose([entry("a", BRIDGE), entry("c", COMET)], now=NOW, shape=Shape(interests=read))
    assert digest.stories[0].lead.entry.key == "c"


def test_no_source_leads_more_than_its_share_and_what_has_no_room_is_counted():
    entries = [entry("a", BRIDGE), entry("c", COMET)]
    digest = compose(entries, now=NOW, shape=Shape(per_source=1))
    assert (len(digest.stories), digest.left_out) == (1, 1)
    assert len(digest.told) == 1
    assert len(compose(entries, now=NOW, shape=Shape(per_source=0)).stories) == 2


def test_a_long_digest_has_sections_with_every_story_once():
    topics = ["comet", "bridge", "harbour", "school"]
    texts = {
        f"{topic}{n}": f"The {topic} of Town{topic}{n} was shown to Name{n}x{topic} on day {n}. "
        f"Word{n}{topic} and thing{n}{topic} made the {topic} known. More{n}{topic} comes."
        for topic in topics
        for n in range(3)
    }
    entries = [entry(key, text, source=f"feed:{key}") for key, text in texts.items()]
    digest = compose(entries, now=NOW, shape=Shape(stories=12))
    keys = [story.lead.entry.key for story in digest.stories]
    assert len(keys) == len(set(keys))
    assert sorted(digest.told) == sorted(texts)


def test_the_order_of_what_comes_in_changes_nothing():
    entries = [entry("a", BRIDGE), entry("b", BRIDGE_TOO), entry("c", COMET)]
    assert compose(entries, now=NOW) == compose(entries[::-1], now=NOW)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), True),
        (Filters(include=("bridges",)), True),
        (Filters(include=("comet", "stone bridge")), True),
        (Filters(include=("bridge stone",)), False),
        (Filters(exclude=("ferries",)), False),
        (Filters(include=("bridge",), exclude=("comet",)), True),
    ],
)
def test_filters_compare_stems_of_words_side_by_side(filters, expected):
    assert passes(article(BRIDGE), filters) is expected


def test_comparing_tells_what_both_say_and_what_only_each_says():
    found = compare([article(BRIDGE), article(BRIDGE_TOO)])
    assert found.shared
    assert all(number in {0, 1} for agreement in found.shared for number, _ in agreement.sentences)
    assert [s.text for s in found.only[0]] == ["The repair costs four million euros."]
    assert any("Anna Huber" in s.text for s in found.only[1])


def test_what_all_say_is_told_of_none_alone():
    long = (
        "Mohammed Awad, who had led the party of the merchants in the council of Lindau since the year of "
        "the flood, was killed on Monday when the old tower fell, his friends said beside the ruins. "
        "The tower had stood for six hundred years. Its bell had cracked in the frost of last winter."
    )
    short = "Mohammed Awad was killed when the tower fell. Nobody else was hurt in the square that day."
    found = compare([article(long), article(short)])
    agreed = {sentence.text for one in found.shared for _, sentence in one.sentences}
    assert any("Mohammed Awad" in text for text in agreed)
    assert agreed.isdisjoint(sentence.text for only in found.only for sentence in only)


def test_what_another_text_adds_begins_with_nobody_unnamed():
    other = (
        "Lindau's bridge is closed. He said on Tuesday that nobody had asked the fishermen. "
        "Mayor Kurt Ebner promised the fishermen a new landing stage beside the castle."
    )
    (added,) = only_in([article(BRIDGE), article(other)], 1, limit=1)
    assert added.text.startswith("Mayor Kurt Ebner")
    assert len(only_in([article(BRIDGE), article(other)], 1, limit=2)) == 2


def test_the_most_answered_messages_of_a_talk_come_in_the_order_in_which_they_were_said():
    said = [
        Said(message_id=1, text="Shall we move?", at=NOW),
        Said(message_id=2, text="Yes", at=NOW, reply_to=1),
        Said(message_id=3, text="No", at=NOW, reply_to=2),
        Said(message_id=4, text="Lunch?", at=NOW, reactions=4),
        Said(message_id=5, text="", at=NOW, reactions=9),
        Said(message_id=6, text="Hm", at=NOW, reply_to=6),
        Said(message_id=7, text="late", at=NOW, reply_to=99),
    ]
    found = most_discussed(said)
    assert [(talk.said.message_id, talk.replies) for talk in found] == [(1, 2), (4, 0)]
