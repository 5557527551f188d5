from __future__ import annotations

from datetime import date

import pytest

from bot.core.article import Article
from bot.core.errors import TooComplexError
from bot.sources.documents import read_file, read_page
from bot.sources.formats.markdown import looks_like_markdown, plain_words, read_markdown

NOTES = """---
title: "The bridge"
author: Jane Miller
date: 2026-03-01
---

# The **old** bridge

The council met [on Monday](https://example.org/a_(b)) to talk
about the _old_ bridge[^1].

<!-- not
shown -->

## Costs

- first **item**
  goes on
* [x] second
1. numbered

> A quote that
goes on.

| Year | Cost |
|------|-----:|
| 1999 | 12   |

```python
x = [1](2) ** 3

y = 4
```

Ferry
-----

![a picture](x.png)

It costs 2 * 3 cents.

[there]: https://example.org
[^1]: A note.
"""


def told(article: Article) -> list[tuple[str, str]]:
    return [(p.kind.value, article.text[p.start : p.end]) for p in article.paragraphs]


def test_a_markdown_file_becomes_paragraphs_with_their_kinds() -> None:
    assert told(read_markdown(NOTES)) == [
        ("heading", "The old bridge"),
        ("prose", "The council met on Monday to talk about the old bridge."),
        ("heading", "Costs"),
        ("list", "first item goes on"),
        ("list", "second"),
        ("list", "1. numbered"),
        ("quote", "A quote that goes on."),
        ("table", "Year | Cost\n1999 | 12"),
        ("code", "x = [1](2) ** 3\n\ny = 4"),
        ("heading", "Ferry"),
        ("prose", "It costs 2 * 3 cents."),
        ("other", "A note."),
    ]


def test_front_matter_tells_what_is_known_about_it() -> None:
    article = read_markdown(NOTES)
    assert (article.title, article.byline, article.published) == (
        "The bridge",
        "Jane Miller",
        date(2026, 3, 1),
    )


def test_without_front_matter_the_first_heading_is_the_title() -> None:
    assert read_markdown(NOTES.partition("---\n\n")[2]).title == "The old bridge"


def test_a_place_is_the_heading_above() -> None:
    places = {p.place for p in read_markdown(NOTES).paragraphs}
    assert places == {None, "Costs", "Ferry"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("snake_case_word and my__name", "snake_case_word and my__name"),
        ("***both*** and **bold with *more* in it**", "both and bold with more in it"),
        ("a `code *x*` span", "a code *x* span"),
        (r"\*no stars\* and AT&amp;T", "*no stars* and AT&T"),
        ("see <https://example.org/x> or [this][1] or [](y)", "see https://example.org/x or this or [](y)"),
        ("~~struck~~ and <b>bold</b>", "struck and bold"),
        ("2 < 3 and 4 > 1", "2 < 3 and 4 > 1"),
        ("an open ** star and [bracket", "an open ** star and [bracket"),
    ],
)
def test_words_lose_the_marks_that_dress_them(text: str, words: str) -> None:
    assert plain_words(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "# a shell script\necho hello\n# another comment",
        "> what you wrote\n\nI see. Best regards.",
        "Just a text. With **one** mark.",
    ],
)
def test_other_texts_are_no_markdown(text: str) -> None:
    assert not looks_like_markdown(text)


def test_markdown_is_known_by_its_content_too() -> None:
    assert read_file(NOTES.encode(), "notes.txt", "text/plain").title == "The bridge"
    assert read_page(NOTES.encode(), "https://x.example/raw/notes").title == "The bridge"


def test_a_comment_that_never_ends_is_shown() -> None:
    assert "rest" in read_markdown("Before. <!-- the rest of it").text


@pytest.mark.parametrize(
    "piece", ["[", "*a", "_a ", "`", "<a ", "![[", "[a](", "<!--", "| ", "**", "```\n", "> ", "[a](("]
)
def test_marks_in_masses_end(piece: str) -> None:
    assert read_markdown(piece * (50_000 // len(piece)) + "\n\nThe end.").text.endswith("The end.")


def test_a_run_of_code_marks_that_nothing_closes_ends() -> None:
    marks = "`" * 50_000  # each of them was tried with each end of the run: half a minute

    assert plain_words(f"a {marks}b") == f"a {marks}b"


def test_paragraphs_about_the_marks_of_comments_stay() -> None:
    text = (
        "Comments begin with `<!--` marks.\n\nThe mill was sold.\n\nThey end with `-->` marks, as all know.\n"
    )
    read = read_markdown(f"# T\n\n{text}").text
    assert "The mill was sold." in read
    assert "<!--" in read
    assert "-->" in read


def test_code_keeps_its_comments_and_text_loses_them() -> None:
    read = read_markdown(
        "# T\n\nOld <!-- a -->mill<!-- b\nc\n\nd --> here.\n\n```html\n<!-- note -->\n<p>\n```\n"
    )
    assert told(read)[1:] == [("prose", "Old mill here."), ("code", "<!-- note -->\n<p>")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[![build](http://x.example/y.svg)](http://ci.example) [![v](a.svg)][w]\n\nSold.",
            [("prose", "Sold.")],
        ),
        ("A lambda is [](int x) in it.", [("prose", "A lambda is [](int x) in it.")]),
        ("The end came.<br>Then it was over.", [("prose", "The end came. Then it was over.")]),
        ("<p>The end came.</p><p>It was over.</p>", [("prose", "The end came. It was over.")]),
        ("> [!NOTE]\n> The mill was sold.", [("quote", "The mill was sold.")]),
        ("::: tip\nThe mill was sold.\n:::", [("prose", "The mill was sold.")]),
        (
            '!!! warning "Careful"\n    The mill was sold.\n\n    It is old.\n\nMore.',
            [
                ("heading", "Careful"),
                ("prose", "The mill was sold."),
                ("prose", "It is old."),
                ("prose", "More."),
            ],
        ),
        ("## Costs {#costs .big}\n{: .note}\nIt was.", [("heading", "Costs"), ("prose", "It was.")]),
        ("<style>\n.a { color: red; }\n\n.b {}\n</style>\nIt was.", [("prose", "It was.")]),
        ("<script>x()</script>\nIt was.", [("prose", "It was.")]),
        ("<style>\nIt was.", [("prose", "It was.")]),
    ],
)
def test_what_sites_and_programs_add_to_markdown_is_not_told(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(read_markdown(text)) == expected


@pytest.mark.parametrize(
    ("front", "title", "byline"),
    [
        ("title: >-\n  The long title\n  of two lines", "The long title of two lines", None),
        ('title: "Mills: a history" # draft', "Mills: a history", None),
        ("title: 'It''s here'\nauthor: \"\"", "It's here", None),
        ("title: Mills # draft\nauthors:\n  - Jane Doe\n  - name: Joe Roe", "Mills", "Jane Doe, Joe Roe"),
        (
            'title = "Mills"\nauthors = ["Jane Doe", \'Joe Roe\']\n[extra]\ntitle = "No"',
            "Mills",
            "Jane Doe, Joe Roe",
        ),
        ("title: Mills\nauthors: [Jane Doe, Joe Roe]", "Mills", "Jane Doe, Joe Roe"),
    ],
)
def test_front_matter_is_read_as_it_is_written(front: str, title: str, byline: str | None) -> None:
    article = read_markdown(f"---\n{front}\n---\nThe mill was sold.")
    assert (article.title, article.byline) == (title, byline)


@pytest.mark.parametrize(
    "line",
    [
        " " * 60_000 + "x",
        "x" + " " * 200_000 + "x",
        "# x" + " " * 20_000 + "x",
        "<!---->" * 20_000,
        "`<!--` " * 20_000,
        "[![" * 20_000,
    ],
)
def test_long_lines_of_marks_end(line: str) -> None:
    assert read_markdown(f"# T\n\nThe mill was sold.\n{line}\nIt is old.").paragraphs


def test_countless_lines_are_refused_before_one_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.sources.formats.markdown._Reader", lambda: pytest.fail("a line was looked at"))
    with pytest.raises(TooComplexError):
        read_markdown("a\n===\n" * 70_000)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("# One #", "One"),
        ("# One ##  ", "One"),
        ("# One # #", "One #"),
        ("# C#", "C#"),
        ("# C# #", "C#"),
        ("#\tOne", "One"),
    ],
)
def test_what_closes_a_heading_is_none_of_its_words(line: str, words: str) -> None:
    assert read_markdown(f"{line}\n\nThe mill was sold.").title == words
