import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.trial.formatting import Formatted, MarkupError, parse_html, tidied, utf16_length
from bot.trial.pasting import cut_paste


def kinds(formatted: Formatted) -> list[tuple[str, str]]:
    """Each entity as its type and the text that it covers."""
    units = formatted.text.encode("utf-16-le")
    return [
        (
            entity["type"],
            units[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])].decode("utf-16-le"),
        )
        for entity in formatted.entities
    ]


def test_tags_become_entities_and_references_characters():
    formatted = parse_html("<b>Fish &amp; <i>chips</i></b> &lt;now&gt; &#8364;5 &unknown; &")
    assert formatted.text == "Fish & chips <now> €5 &unknown; &"
    assert kinds(formatted) == [("bold", "Fish & chips"), ("italic", "chips")]


def test_offsets_count_utf16_units():
    assert parse_html("🦉 <b>owl 🦉</b>!").entities == ({"type": "bold", "offset": 3, "length": 6},)


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ("<strong>x</strong>", "bold"),
        ("<em>x</em>", "italic"),
        ("<ins>x</ins>", "underline"),
        ("<del>x</del>", "strikethrough"),
        ("<tg-spoiler>x</tg-spoiler>", "spoiler"),
        ('<span class="tg-spoiler">x</span>', "spoiler"),
        ("<code>x</code>", "code"),
        ("<pre>x</pre>", "pre"),
        ("<blockquote>x</blockquote>", "blockquote"),
        ("<blockquote expandable>x</blockquote>", "expandable_blockquote"),
        ("<B>x</B>", "bold"),
        ("<b >x</b >", "bold"),
    ],
)
def test_every_tag_has_its_entity(markup, kind):
    assert kinds(parse_html(markup)) == [(kind, "x")]


def test_a_link_keeps_its_address_with_references_resolved():
    link = parse_html('<a href="https://example.org/?a=1&amp;b=2#:~:text=x">here</a>').entities[0]
    assert link["url"] == "https://example.org/?a=1&b=2#:~:text=x"


def test_a_language_belongs_to_the_block_around_the_code():
    entities = parse_html('<pre><code class="language-python">x = 1</code></pre>').entities
    assert entities == ({"type": "pre", "offset": 0, "length": 5, "language": "python"},)


def test_nothing_nests_in_code_and_no_quote_in_a_quote():
    assert kinds(parse_html("<code>a<b>b</b></code>")) == [("code", "ab")]
    nested = "<blockquote>a<blockquote>b</blockquote></blockquote>"
    assert kinds(parse_html(nested)) == [("blockquote", "ab")]


@pytest.mark.parametrize(
    ("markup", "complaint"),
    [
        ("é<p>x</p>", 'Unsupported start tag "p" at byte offset 2'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<a ="x">x</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
    ],
)
def test_broken_markup_is_refused_in_telegrams_words(markup, complaint):
    with pytest.raises(MarkupError) as raised:
        parse_html(markup)
    assert str(raised.value) == complaint


def test_white_space_at_the_ends_goes_and_entities_move_along():
    assert tidied(parse_html("  \n<b>x</b> y \n")) == Formatted(
        "x y", ({"type": "bold", "offset": 0, "length": 1},)
    )


def test_links_commands_and_mentions_are_found_in_plain_text():
    text = "See https://example.org/a_(b), ask @someone or mail me@example.org. /help@abot #news"
    assert kinds(tidied(Formatted(text))) == [
        ("url", "https://example.org/a_(b"),
        ("mention", "@someone"),
        ("email", "me@example.org"),
        ("bot_command", "/help@abot"),
        ("hashtag", "#news"),
    ]


def test_what_only_shows_where_a_link_would_stand_is_none():
    assert kinds(tidied(Formatted("“/summarize https://… about prices”"))) == [("bot_command", "/summarize")]


def test_nothing_is_found_inside_a_link_or_code():
    formatted = tidied(parse_html('<a href="https://e.org">https://e.org</a> <code>/help</code> and/or a/b'))
    assert kinds(formatted) == [("text_link", "https://e.org"), ("code", "/help")]


@given(st.text(alphabet="<>/ab &;#=\"' \nx🦉", max_size=60))
def test_any_markup_is_read_or_refused(markup):
    try:
        formatted = parse_html(markup)
    except MarkupError:
        return
    assert all(
        entity["offset"] + entity["length"] <= utf16_length(formatted.text) for entity in formatted.entities
    )


def test_a_long_paste_is_cut_at_the_last_line_end():
    text = "\n".join(["word " * 15 + "end."] * 120)
    parts = cut_paste(Formatted(text), 4096)
    assert len(parts) == 3
    assert all(3900 < utf16_length(part.text) <= 4096 for part in parts[:-1])
    assert "\n".join(part.text for part in parts) == text


@given(st.text(alphabet="ab \n.🦉", max_size=400), st.integers(20, 60))
def test_parts_of_a_paste_fit_and_lose_no_character(text, limit):
    parts = [part.text for part in cut_paste(Formatted(text), limit)]
    assert all(0 < utf16_length(part) <= limit for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())


def test_a_paste_is_never_cut_through_a_character():
    parts = cut_paste(Formatted("a" + "🦉" * 4096), 4096)
    assert "".join(part.text for part in parts) == "a" + "🦉" * 4096


def test_entities_follow_their_part_of_a_paste():
    text = "a" * 4096 + "https://example.org/"
    bold = {"type": "bold", "offset": 4000, "length": 100}
    first, second = cut_paste(Formatted(text, (bold,)), 4096)
    assert first.entities == ({"type": "bold", "offset": 4000, "length": 96},)
    assert (
        second.entities[0] == {"type": "bold", "offset": 0, "length": 4}
        or second.entities[1]["type"] == "bold"
    )
