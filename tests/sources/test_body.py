from __future__ import annotations

import json
from html import escape

import numpy as np
import pytest

from bot.core.models import Kind
from bot.sources.extract import extract
from bot.sources.extraction.alignment import aligned_shares, tokens
from bot.sources.extraction.body import MODEL, asks_back, choose, pick, points_elsewhere
from bot.sources.extraction.features import Evidence, measure
from bot.sources.extraction.forest import Forest, load_forest
from bot.sources.extraction.metadata import Metadata, read_metadata
from bot.sources.extraction.readability import taken
from bot.sources.extraction.units import cut
from bot.sources.markup import parse

STORY = [
    (
        "The ferry between the two villages stopped on Friday, after forty years, because its engine could"
        " not be mended."
    ),
    (
        "Its captain, Ole Brandt, said that he had asked the county for money three times and had never had a"
        " reply."
    ),
    "Some two hundred people used the boat every day, most of them on their way to the school and the dairy.",
    "Until a bridge is built they must go by road, which takes fifty minutes where the boat took six.",
    "The county answered on Sunday that a report about the crossing will be ready by the end of the summer.",
]


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def test_short_texts_count_only_between_their_neighbours() -> None:
    target = tokens("one two three four five. Home. six seven eight nine ten")
    units = [
        tokens(text)
        for text in ("Home", "one two three four five", "Home", "six seven eight nine ten", "Home")
    ]
    assert aligned_shares(units, target) == [0.0, 1.0, 1.0, 1.0, 0.0]


def test_scripts_without_blanks_are_cut_into_characters() -> None:
    assert tokens("猫は寝る Cat") == ["猫", "は", "寝", "る", "cat"]


def test_a_copy_of_a_paragraph_is_left_out() -> None:
    html = f"<body><article>{paragraphs(STORY)}<div class=print>{paragraphs(STORY)}</div></article></body>"
    root = parse(html)
    chosen = [unit.text for unit in choose(root, cut(root), Metadata())]
    assert chosen == STORY


def test_the_whole_text_once_more_as_data_for_machines_is_left_out() -> None:
    story = [*STORY, *(line.replace(" the ", " that ") for line in STORY)]
    data = f"<div style='display:none'>{' '.join(story)}</div>"
    root = parse(f"<body><article>{paragraphs(story)}</article>{data}</body>")
    chosen = [unit.text for unit in choose(root, cut(root), Metadata())]
    assert chosen == story


def test_a_link_to_another_article_inside_of_one_is_left_out() -> None:
    pointer = '<p>Auch lesen: <a href="/b">Eine Brücke für die Aller</a></p><p>Read also:</p>'
    found = extract(
        f"<article><h1>Ferry</h1>{paragraphs(STORY[:3])}{pointer}{paragraphs(STORY[3:])}</article>"
    )
    assert found.text == "\n\n".join(STORY)


@pytest.mark.parametrize("title", ["COUNTY BOSS BLASTS FERRY CAPTAIN", "COUNTY BLASTS CAPTAIN TWICE AT MPs"])
def test_a_link_in_capitals_between_paragraphs_is_left_out(title: str) -> None:
    shout = f'<p><a href="/b">{title} OVER HIS LETTERS</a></p>'
    found = extract(f"<article><h1>Ferry</h1>{paragraphs(STORY[:3])}{shout}{paragraphs(STORY[3:])}</article>")
    assert found.text == "\n\n".join(STORY)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Is this page useful?", True),
        ("Was this helpful?", True),
        ("War dieser Artikel hilfreich?", True),
        ("Was this useful reform undone by the next council, as many on the shore believe today?", False),
        ("Users browsing this forum: No registered users and 3 guests", True),
        ("Is this page of the log, which the captain kept, the last one?", False),
    ],
)
def test_what_a_site_asks_under_each_page_is_left_out(text: str, asks: bool) -> None:
    root = parse(f"<html><body><p>{text}</p></body></html>")
    assert root is not None
    assert asks_back(cut(root).units[0]) is asks


@pytest.mark.parametrize(
    ("kind", "text", "least"),
    [
        (Kind.CAPTION, "The ferry on its last day, with nobody on it", 0.6),
        (Kind.PROSE, "Sign up for our newsletter to get the best of the shore every week.", 0.8),
        (Kind.PROSE, STORY[1], 0.0),
        (Kind.CODE, "Sign up for our newsletter", 0.0),
    ],
)
def test_captions_and_promotions_must_be_surer_to_belong_there(kind: Kind, text: str, least: float) -> None:
    texts, kinds = [STORY[0], text, STORY[2]], [Kind.PROSE, kind, Kind.PROSE]
    words = [tokens(each) for each in texts]
    for likely in (0.55, 0.7, 0.85):
        picked = pick(texts, kinds, words, [0.95, likely, 0.95], None, [0, 0, 0])
        assert (1 in picked) is (likely >= least)


def test_neighbours_may_say_the_same() -> None:
    refrain = "And nobody on the whole of the shore knew when the boat would come again."
    song = [STORY[0], refrain, STORY[1], refrain, STORY[2], refrain]
    assert extract(f"<article><h1>Song</h1>{paragraphs(song)}</article>").text.count(refrain) == 3


def test_the_title_is_not_repeated_in_the_text() -> None:
    found = extract(
        f"<title>The ferry stops</title><article><h1>The ferry stops</h1>{paragraphs(STORY)}</article>"
    )
    assert found.title == "The ferry stops"
    assert found.text == "\n\n".join(STORY)


def test_the_title_above_the_text_in_other_letters_is_left_out() -> None:
    texts = ["THE FERRY STOPS", *STORY, "The ferry stops."]
    words = [tokens(text) for text in texts]
    picked = pick(texts, [Kind.PROSE] * 7, words, [0.95] * 7, "The ferry stops", [0] * 7)
    assert picked == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("[NEWS_BOX]", True),
        ("[/quote]", True),
        ('[button link="/join" size = "big"]Join us on the shore[/button]', True),
        ("[1] A letter of the county to the captain, 1911.", False),
        ("[The captain did not answer.]", False),
        ("[quote author=marta]It would not start, whatever he did.[/quote]", False),
    ],
)
def test_a_command_that_a_site_has_not_carried_out_is_left_out(text: str, left_out: bool) -> None:
    texts = [STORY[0], text, *STORY[1:]]
    words = [tokens(each) for each in texts]
    picked = pick(texts, [Kind.PROSE] * 6, words, [0.95] * 6, None, [0] * 6)
    assert (1 not in picked) is left_out


def test_a_thread_is_read_as_one_with_its_posts_in_order() -> None:
    posts = "".join(
        f'<article class="post" id="p{n}"><header><a class="username" href="/u/{n}">rower{n}</a> <time>2'
        f" May</time></header>"
        f'<div class="post-body"><p>{text}</p></div><footer><button>Reply</button></footer>'
        "</article>"
        for n, text in enumerate(STORY)
    )
    html = (
        '<html><head><title>The ferry – Boats forum</title><script type="application/ld+json">{"@type":'
        '"DiscussionForumPosting"}</script></head><body><h1>The ferry</h1><div class="thread">'
        f"{posts}</div></body></html>"
    )
    text = extract(html, "https://forum.example/t/the-ferry/12").text
    assert [text.find(line) for line in STORY] == sorted(text.find(line) for line in STORY)
    assert all(line in text for line in STORY)


def test_text_that_scripts_would_build_is_taken_from_linked_data() -> None:
    body = "\\n".join(STORY + STORY[::-1])
    html = (
        f"<html><head><title>Ferry</title><script"
        f' type="application/ld+json">{{"@type":"NewsArticle","headline":"The ferry'
        f' stops","articleBody":"{body}"}}</script></head><body><div id=root>Loading</div></body></html>'
    )
    assert STORY[2] in extract(html).text


def test_a_thread_that_waits_for_scripts_is_read_from_its_data() -> None:
    posts = [{"id": number, "cooked": f"<p>{text}</p>"} for number, text in enumerate(STORY)]
    data = escape(json.dumps({"topic_7": json.dumps({"posts": posts})}))
    html = (
        "<html><head><title>The ferry</title></head><body>"
        f'<div id=app data-preloaded="{data}"></div><script src=/a.js></script></body></html>'
    )
    assert extract(html).text == "\n\n".join(STORY)


def test_lists_tables_and_code_are_known_as_such() -> None:
    extra = (
        "<h2>Times</h2><table><tr><th>Boat</th><th>Minutes</th></tr><tr><td>Ferry</td><td>6</td></tr></table>"
        "<ul><li>Bring your own bicycle and a light</li><li>Ring the bell twice for the ferryman</li></ul>"
    )
    found = extract(f"<article><h1>The ferry</h1>{paragraphs(STORY)}{extra}{paragraphs(STORY[:1])}</article>")
    assert {Kind.PROSE, Kind.LIST} <= {paragraph.kind for paragraph in found.paragraphs}


def test_the_same_page_gives_the_same_article() -> None:
    html = f"<article><h1>The ferry</h1>{paragraphs(STORY)}</article>"
    assert extract(html) == extract(html)
    assert extract(html.encode()) == extract(html)


def test_the_model_knows_only_features_that_are_measured() -> None:
    root = parse(f"<article>{paragraphs(STORY)}</article>")
    page = cut(root)
    words = [tokens(unit.text) for unit in page.units]
    table = measure(Evidence(page, words, [], taken(page, root), [], read_metadata(root, page, None)))
    assert set(load_forest(MODEL).columns) <= set(table.columns)
    assert table.matrix(load_forest(MODEL).columns).shape == (len(STORY), len(load_forest(MODEL).columns))


@pytest.mark.parametrize(("value", "likely"), [(0.2, 0.1), (0.9, 0.9), (float("nan"), 0.1)])
def test_a_tree_is_walked_by_its_thresholds_and_nan_takes_the_missing_side(
    value: float, likely: float
) -> None:
    log_odds = float(np.log(9))
    forest = Forest(
        columns=("a",),
        roots=np.array([0], dtype=np.int32),
        feature=np.zeros(3, dtype=np.int32),
        threshold=np.array([0.5, 0, 0], dtype=np.float32),
        left=np.array([1, 1, 2], dtype=np.int32),
        right=np.array([2, 1, 2], dtype=np.int32),
        missing_left=np.array([True, True, True]),
        value=np.array([0, -log_odds, log_odds], dtype=np.float32),
        depth=1,
    )
    assert forest.probabilities(np.array([[value]], dtype=np.float32)) == pytest.approx([likely], abs=1e-5)
    assert len(forest.probabilities(np.zeros((0, 1), dtype=np.float32))) == 0


@pytest.mark.parametrize(
    ("line", "left_out"),
    [
        ("Le puede interesar: Dos pueblos esperan un puente", True),
        ("PUEDES VER: ¿Cuándo vuelve el barco?", True),
        ("Must read: How a ferry is built", True),
        ("Mehr Themen:", True),
        ("See also: the captain's answer of Sunday, which the county has not yet read.", False),
        ("The ferry, read more: its captain, is for sale", False),
    ],
)
def test_a_line_that_points_to_another_article_is_left_out(line: str, left_out: bool) -> None:
    root = parse(f"<body><article><p>{line}</p></article></body>")
    page = cut(root)
    assert points_elsewhere(page.units[0]) is left_out


def test_a_sure_item_of_a_list_may_come_twice_and_a_paragraph_may_not() -> None:
    texts = ["Mix flour and water in a large bowl for ten minutes."] * 2
    words = [tokens(text) for text in texts]
    likely = [0.99, 0.99]
    assert pick(texts, [Kind.LIST] * 2, words, likely, None, [1, 2]) == [0, 1]
    assert pick(texts, [Kind.LIST] * 2, words, [0.99, 0.9], None, [1, 2]) == [0]
    assert pick(texts, [Kind.PROSE] * 2, words, likely, None, [1, 2]) == [0]


@pytest.mark.parametrize(
    ("kind", "sure", "times"), [(Kind.PROSE, 0.95, 4), (Kind.PROSE, 0.85, 1), (Kind.QUOTE, 0.95, 1)]
)
def test_what_is_surely_said_again_and_again_is_a_refrain_and_no_copy(
    kind: Kind, sure: float, times: int
) -> None:
    question = "Which boat have you rowed first, and where was that?"
    texts = [line for answer in STORY[:4] for line in (question, answer)]
    words = [tokens(text) for text in texts]
    kinds, likely = [kind, Kind.PROSE] * 4, [sure, 0.95] * 4
    picked = pick(texts, kinds, words, likely, None, list(range(8)))
    assert [texts[index] for index in picked].count(question) == times
    assert [texts[index] for index in picked if texts[index] != question] == STORY[:4]


def test_a_caption_is_taken_once_also_where_it_stands_twice_side_by_side() -> None:
    caption = "The ferry on its last day, with nobody on it but the captain"
    texts = [STORY[0], caption, caption, STORY[1]]
    kinds = [Kind.PROSE, Kind.CAPTION, Kind.CAPTION, Kind.PROSE]
    picked = pick(texts, kinds, [tokens(text) for text in texts], [0.95] * 4, None, [0, 7, 7, 0])
    assert picked == [0, 1, 3]


def test_a_long_heading_is_kept_in_its_place_and_not_in_the_table_of_contents() -> None:
    heading = "How the ferry between the two villages came to be"
    texts = [heading, STORY[0], heading, STORY[1], heading, STORY[2]]
    kinds = [Kind.LIST, Kind.PROSE, Kind.HEADING, Kind.PROSE, Kind.LIST, Kind.PROSE]
    words = [tokens(text) for text in texts]
    assert pick(texts, kinds, words, [0.9] * 6, None, [7, 0, 0, 0, 8, 0]) == [1, 2, 3, 5]


def test_an_unsure_unit_alone_behind_the_text_is_left_out_and_one_before_it_may_be_the_lead() -> None:
    spoken = [f"{line} It was said {place} times." for place, line in enumerate(STORY)]
    texts = [
        "The lead of it.",
        "1",
        "2",
        "3",
        *spoken,
        "4",
        "5",
        "6",
        "Another story of today.",
        "7",
        "8",
        "9",
    ]
    likely = [0.55, 0, 0, 0, *[0.9] * len(STORY), 0, 0, 0, 0.55, 0, 0, 0]
    words = [tokens(text) for text in texts]
    kinds, holders = [Kind.PROSE] * len(texts), list(range(len(texts)))
    chosen = [texts[index] for index in pick(texts, kinds, words, likely, None, holders)]
    assert chosen == ["The lead of it.", *spoken]
    sure = [0.65 if probability == 0.55 else probability for probability in likely]
    assert "Another story of today." in [texts[i] for i in pick(texts, kinds, words, sure, None, holders)]


def test_a_run_of_unsure_units_apart_from_the_text_is_left_out_unless_it_is_a_thread() -> None:
    gap = ["1", "2", "3"]
    remark = [f"I have rowed here since {year}, and never saw such a thing." for year in (1980, 1990, 2000)]
    texts = [*STORY, *gap, *remark]
    words = [tokens(text) for text in texts]
    kinds, holders = [Kind.PROSE] * len(texts), list(range(len(texts)))

    def chosen(of_remark: float, of_story: float = 0.95) -> list[str]:
        likely = [*[of_story] * len(STORY), 0, 0, 0, *[of_remark] * len(remark)]
        return [texts[index] for index in pick(texts, kinds, words, likely, None, holders)]

    assert chosen(0.55) == STORY
    assert chosen(0.65) == [*STORY, *remark]
    assert chosen(0.55, of_story=0.7) == [*STORY, *remark]


def test_a_heading_that_nothing_follows_is_left_out_unless_headings_are_all_the_text() -> None:
    words = [tokens(text) for text in STORY]
    sure, holders = [0.9] * len(STORY), [0] * len(STORY)
    last = [*[Kind.PROSE] * (len(STORY) - 2), Kind.HEADING, Kind.HEADING]
    assert pick(STORY, last, words, sure, None, holders) == [0, 1, 2]
    assert pick(STORY, [Kind.HEADING] * len(STORY), words, sure, None, holders) == [0, 1, 2, 3, 4]


def test_the_paragraph_that_the_page_describes_itself_with_is_its_lead() -> None:
    lead = "After forty years the boat between the two villages lies still."
    texts = [lead, "By Jo", "1", *STORY]
    words = [tokens(text) for text in texts]
    likely = [0.2, 0, 0, *[0.9] * len(STORY)]
    kinds, holders = [Kind.PROSE] * len(texts), list(range(len(texts)))

    def chosen(description: str | None) -> list[str]:
        return [texts[i] for i in pick(texts, kinds, words, likely, None, holders, description)]

    assert chosen(lead) == [lead, *STORY]
    assert chosen(f"{lead} Read it here.") == [lead, *STORY]
    assert chosen("Another one.") == chosen(None) == STORY
    words[2], texts[2], likely[2] = words[0], lead, 0.9
    assert chosen(lead) == [lead, *STORY]


def test_a_long_unsure_paragraph_far_before_the_text_is_no_lead_unless_the_page_is_posts() -> None:
    teaser = " ".join(f"Elsewhere a bridge of {number} metres was opened by a mayor." for number in range(7))
    texts = [teaser, "1", "2", "3", *STORY]

    def chosen(texts: list[str], likely: list[float]) -> list[str]:
        words = [tokens(text) for text in texts]
        kinds, holders = [Kind.PROSE] * len(texts), list(range(len(texts)))
        return [texts[index] for index in pick(texts, kinds, words, likely, None, holders)]

    assert chosen(texts, [0.55, 0, 0, 0, *[0.9] * len(STORY)]) == STORY
    assert chosen(texts, [0.65, 0, 0, 0, *[0.9] * len(STORY)]) == [teaser, *STORY]
    said = [*STORY, *(f"I heard it said in the harbour: {line}" for line in STORY)]
    posts = [teaser, *(text for line in said for text in ("1", "2", "3", line))]
    assert teaser in chosen(posts, [0.55, *[0.0, 0, 0, 0.9] * len(said)])
