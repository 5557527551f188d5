from __future__ import annotations

import pytest

from bot.core.errors import TextTooLongError, TooComplexError
from bot.core.models import Block, Kind
from bot.sources.extraction.blocks import to_blocks
from bot.sources.extraction.units import cut
from bot.sources.markup import MAX_CHARACTERS, MAX_NODES, MAX_TAGS, parse


def kinds(html: str) -> list[tuple[Kind, str]]:
    return [(unit.kind, unit.text) for unit in cut(parse(f"<html><body>{html}</body></html>")).units]


def test_blanks_stay_between_inline_elements_and_paragraphs_part_at_blocks() -> None:
    assert kinds("<p>One <b>bold</b> word.<i> And</i> more.</p>Bare text<div>Next</div>tail") == [
        (Kind.PROSE, "One bold word. And more."),
        (Kind.PROSE, "Bare text"),
        (Kind.PROSE, "Next"),
        (Kind.PROSE, "tail"),
    ]


def test_lines_of_code_keep_their_ends_and_have_no_style_sheet_in_them() -> None:
    code = "<style>.a{color:red}</style><div>npm create</div><div>cd new</div>\nls<br>pwd<script>x()</script>"
    assert kinds(f"<pre>{code}</pre>") == [(Kind.CODE, "npm create\ncd new\nls\npwd")]


def test_two_line_breaks_part_paragraphs_and_one_joins_short_lines() -> None:
    assert [text for _, text in kinds("<p>Roses are red<br>violets blue<br><br>The next verse</p>")] == [
        "Roses are red violets blue",
        "The next verse",
    ]


def test_long_lines_between_line_breaks_are_paragraphs() -> None:
    line = "This line is long enough to be a paragraph of its own, as old pages set them."
    assert len(kinds(f"<div>{line}<br>{line}</div>")) == 2


def test_kinds_follow_the_elements() -> None:
    html = (
        "<h2>Head</h2><ul><li>Item</li></ul><blockquote><p>Said</p></blockquote><pre>a = 1\n  b</pre>"
        "<figure><img><figcaption>The bridge</figcaption></figure><p class=photo-caption>Another</p>"
    )
    assert [kind for kind, _ in kinds(html)] == [
        Kind.HEADING,
        Kind.LIST,
        Kind.QUOTE,
        Kind.CODE,
        Kind.CAPTION,
        Kind.CAPTION,
    ]


def test_code_keeps_its_lines() -> None:
    assert (Kind.CODE, "if x:\n    y()") in kinds("<pre><code>if x:\n    <b>y</b>()\n</code></pre>")


def test_a_formula_is_read_once_with_blanks_between_its_symbols() -> None:
    math = "<math><mi>a</mi><mo>=</mo><mn>2</mn><annotation encoding=tex>a=2</annotation></math>"
    assert kinds(f"<p>Let {math}.</p>") == [(Kind.PROSE, "Let a = 2 .")]
    katex = f"<span class=katex>{math}<span class=katex-html aria-hidden=true>a=2</span></span>"
    assert kinds(f"<p>Let {katex} hold</p>") == [(Kind.PROSE, "Let a = 2 hold")]


def test_a_page_that_was_encoded_twice_is_made_whole() -> None:
    said = "“Don’t go,” she said – and he didn’t."
    twice = said.encode().decode("latin-1")
    assert kinds(f"<p>{twice}</p><p>{twice}</p>") == [(Kind.PROSE, said)] * 2
    third = said.encode().decode("cp1252", "ignore")
    assert "’" in kinds(f"<p>{third}</p>" * 3)[0][1]
    assert kinds("<p>Château, ça â€ it</p>") == [(Kind.PROSE, "Château, ça â€ it")]


def test_scripts_styles_and_frames_are_no_text() -> None:
    assert kinds(
        "<script>var a</script><style>p{}</style><iframe>x</iframe><svg><text>y</text></svg><p>z</p>"
    ) == [(Kind.PROSE, "z")]


def test_a_plain_version_inside_noscript_is_text_and_a_hint_is_not() -> None:
    post = (
        "<p>" + "A post of the thread that forum software serves to machines without scripts. " * 8 + "</p>"
    )
    assert len(kinds(f"<noscript><div>{post}</div></noscript>")) == 1
    assert kinds("<noscript><p>Enable JavaScript</p></noscript>") == []


def test_cells_become_rows_and_rows_one_table() -> None:
    page = cut(
        parse("<p>Before</p><table><tr><th>Town<th>People<tr><td>Verden<td>27,000</table><p>After</p>")
    )
    assert to_blocks(page.units) == [
        Block("Before"),
        Block("Town | People\nVerden | 27,000", Kind.TABLE),
        Block("After"),
    ]


def test_two_tables_stay_two() -> None:
    page = cut(parse("<body>" + "<table><tr><td>a<td>b</table>" * 2 + "</body>"))
    assert [block.text for block in to_blocks(page.units)] == ["a | b", "a | b"]


def test_a_page_of_too_many_elements_is_refused_and_not_read_by_half() -> None:
    assert parse("<body>" + "<p>ab</p>" * (MAX_NODES - 10)) is not None
    with pytest.raises(TooComplexError):
        parse("<body>" + "<p>ab</p>" * MAX_NODES)


def test_a_page_of_too_many_characters_is_refused_where_they_are_no_pictures() -> None:
    with pytest.raises(TextTooLongError):
        parse("<p>" + "word " * (MAX_CHARACTERS // 5))
    picture = f'<img src="data:image/png;base64,{"A" * MAX_CHARACTERS}">'
    assert parse(f"<p>Text{picture}</p>") is not None


@pytest.mark.parametrize("piece", ["<div>", "a<br>", "<a href=/x>y</a> ", "<tr><td>a<td>b", "<b><i>"])
def test_a_page_of_a_hundred_thousand_tags_is_refused_before_it_is_parsed(piece: str) -> None:
    times = MAX_TAGS // (piece.count("<") - piece.count("</"))
    with pytest.raises(TooComplexError):
        parse(piece * (times + 1))


def test_what_only_looks_like_tags_is_no_tag() -> None:
    assert parse("<p>" + "a < b and </i> " * MAX_TAGS) is not None


@pytest.mark.parametrize(
    "html",
    [
        "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">text</p>",
        "<div>" * 50_000 + "deep",
        "a<br>" * 49_000,
        "<" * 500_000,
        "<a href=/x>y</a> " * 49_000,
        "&#xD800;&#0;&#1114112;" * 20_000,
        "\x00\ud800\ufffe text",
    ],
    ids=["attributes", "depth", "breaks", "angles", "links", "references", "controls"],
)
def test_hostile_markup_is_cut_or_is_nothing(html: str) -> None:
    root = parse(html)
    assert root is None or cut(root).boxes


def test_nothing_to_parse_gives_nothing() -> None:
    assert parse("") is None
    assert parse("   ") is None


def test_what_is_no_character_is_no_part_of_a_page() -> None:
    page = "<p>A fer\x00ry\x0b\x7f le\ufffeft\uffff at\ud800 nine.</p><\x01p>So did <b>its\t\nbell</b>.</p>"
    assert [unit.text for unit in cut(parse(page)).units] == ["A ferry left at nine.", "So did its bell."]


def test_a_tag_keeps_a_long_value_and_loses_a_crowd_of_attributes() -> None:
    long_value, crowd = f"data-map='{'x y ' * 2_000}'", " ".join(f"a{number}=1" for number in range(1_000))
    page = f"<div {long_value} id=a>One.</div><div {crowd} id=b>Two.</div><div {crowd} id=c<p>Three.</p>"
    root = parse(page)
    assert [element.get("id") for element in root.iter("div")] == ["a", None, None]
    assert [unit.text for unit in cut(root).units] == ["One.", "Two.", "Three."]
