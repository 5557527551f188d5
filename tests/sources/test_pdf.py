from __future__ import annotations

from datetime import date

import pytest
from files_by_hand import Text, drawing, lines, pdf

from bot.core.article import Article
from bot.core.errors import TooComplexError, UnreadableFileError
from bot.core.models import Kind, Unread
from bot.sources.formats.pdf import read_pdf
from bot.sources.formats.pdf.hyphens import join_rows, words_within

LEFT = [
    "The council of the town met on Monday to talk",
    "about the old bridge. Engineers have found re-",
    "markable cracks in two of its pillars. They are",
    "as wide as a hand, and nobody knows since when",
    "they have been there. The mayor was not amused.",
    "She wants to know who looked after the bridge,",
]
RIGHT = [
    "and for how long. A ferry will carry people to",
    "the other side until the work is done. It costs",
    "forty cents. Children go for free. The owner of",
    "the mill has asked for his money back, since no",
    "cart can reach him. The work will take about a",
    "year, and the town has to find three million.",
]
BODY = [
    "The council of the town met on Monday to talk about the old bridge over the river.",
    "Engineers have found cracks in two of its pillars, and nobody could say for how long",
    "they have been there. The mayor said that the bridge will be closed for nine months.",
]
SPOKEN = "A ferry will carry people across until the work is done."


def told(article: Article, kind: Kind | None = None) -> list[str]:
    return [article.text[p.start : p.end] for p in article.paragraphs if kind is None or p.kind is kind]


def test_two_columns_are_read_one_after_the_other() -> None:
    # Written row by row across both columns, as some programs do.
    rows = [line for pair in zip(lines(LEFT, 50), lines(RIGHT, 320), strict=True) for line in pair]
    text = read_pdf(
        pdf([Text(80, 740, "The bridge is closed and the ferry runs again today", 16), *rows])
    ).text
    assert "remarkable cracks" in text
    assert "looked after the bridge, and for how long. A ferry" in text
    assert text.index("not amused") < text.index("forty cents")


def test_three_columns_are_read_one_after_the_other() -> None:
    columns = [
        [f"{name} column, row {row} of it." for row in range(6)] for name in ("First", "Second", "Third")
    ]
    page = [text for index, rows in enumerate(columns) for text in lines(rows, 50 + 170 * index)]
    page.sort(key=lambda text: (-text.y, text.x))
    text = read_pdf(pdf(page)).text
    assert text.index("First column, row 5") < text.index("Second column, row 0")
    assert text.index("Second column, row 5") < text.index("Third column, row 0")


# Of Helvetica's letters, in thousandths of their size; all others are 556 wide.
WIDTHS = {
    **dict.fromkeys("cksvxyz", 500),
    **dict.fromkeys("fit,. ", 278),
    **dict.fromkeys("jl", 222),
    **dict.fromkeys("AES", 667),
    "r": 333,
    "-": 333,
    "m": 833,
    "w": 722,
    "C": 722,
    "T": 611,
    "i": 222,
}


def stretched(words: str, x: float, y: float, width: float) -> str:
    """A line in letters of 10 points whose blanks fill a width."""
    more = (width - sum(WIDTHS.get(letter, 556) for letter in words) / 100) / max(1, words.count(" "))
    return f"BT /F1 10 Tf {more} Tw 1 0 0 1 {x} {y} Tm ({words}) Tj ET"


@pytest.mark.parametrize("gap_ems", [0.55, 0.7, 0.9, 2])
def test_columns_are_found_beside_a_gutter_as_narrow_as_a_stretched_blank(gap_ems: float) -> None:
    width, right = 230, 40 + 230 + 10 * gap_ems
    page = [
        Text(40, 740, "The council wants to know who looked after the bridge over the river, and how").drawing
    ]
    for row, (one, other) in enumerate(zip(LEFT, RIGHT, strict=True)):
        page += [stretched(one, 40, 700 - 12 * row, width), stretched(other, right, 700 - 12 * row, width)]
    text = read_pdf(pdf("\n".join(page))).text
    assert "remarkable cracks in two of its pillars. They are as wide as a hand" in text
    assert "has asked for his money back, since no cart can reach him." in text


def test_a_narrow_column_whose_lines_are_drawn_apart_is_no_table() -> None:
    rows = [
        "The town",
        "wants to know",
        "who had looked",
        "after the old",
        "bridge before",
        "it was closed",
        "for a year",
    ]
    page = [stretched(row, 60, 700 - 12 * index, 6 * 26) for index, row in enumerate(rows)]
    article = read_pdf(pdf("\n".join(page)))
    assert told(article, Kind.TABLE) == []
    assert "wants to know who had looked after the old bridge" in article.text


def test_what_runs_across_both_columns_parts_them_into_bands() -> None:
    top = [*lines(LEFT, 50, 700), *lines(RIGHT, 320, 700)]
    wide = Text(
        50, 600, "A line over the whole width of the page parts what is above it from what is below.", 11
    )
    below = [
        *lines([f"Below {row} " + "a" * 30 for row in LEFT], 50, 560),
        *lines(["right " * 7] * 6, 320, 560),
    ]
    text = read_pdf(pdf([*top, wide, *below])).text
    assert text.index("three million") < text.index("whole width") < text.index("Below The council")


def test_heads_feet_and_page_numbers_are_no_text() -> None:
    pages = [
        [
            Text(60, 800, f"The Bridge Gazette, {2020 + page}", 8),
            *lines([f"Part {name} of the report.", *BODY, f"So much for {name}."], y=700),
            Text(290, 40, f"- {page} -", 8),
        ]
        for page, name in enumerate(("one", "two", "three", "four"), 1)
    ]
    text = read_pdf(pdf(*pages)).text
    assert "Gazette" not in text
    assert "Part three of the report." in text
    assert "- 3 -" not in text
    assert text.count("closed for nine months") == 4


def test_a_paragraph_goes_on_over_the_page_and_has_the_place_where_it_begins() -> None:
    first, second = (
        [*lines(BODY), Text(60, 650, "The bridge was built by")],
        lines(["people of the valley.", SPOKEN]),
    )
    article = read_pdf(pdf(first, second))
    assert "The bridge was built by people of the valley." in article.text
    assert [p.place for p in article.paragraphs] == ["1", "1", "2"]


def test_a_place_is_a_page() -> None:
    article = read_pdf(pdf(lines([SPOKEN]), "", lines(BODY)))
    assert [p.place for p in article.paragraphs] == ["1", "3"]


def test_footnotes_come_last_and_leave_no_mark() -> None:
    page = [
        *lines([BODY[0] + " It is", "made of stone and iron. Both are from the quarry near the"], y=700),
        Text(60, 676, "village", 10),
        Text(92.5, 680, "7", 6),
        Text(97, 676, "on the hill.", 10),
        *lines(["7 The quarry was closed in 1931.", "8 Nobody went there."], y=100, size=7),
    ]
    article = read_pdf(pdf(page, lines(BODY)))
    assert told(article, Kind.OTHER) == ["7 The quarry was closed in 1931.", "8 Nobody went there."]
    assert told(article)[-1] == "8 Nobody went there."
    assert "near the village on the hill." in article.text


def test_a_raised_number_within_a_line_tears_no_line_apart() -> None:
    page = [
        *lines(BODY[:2], y=700),
        Text(60, 676, "The first efficient offers"),
        Text(180, 679, "1", 6),
        Text(186, 676, "have arrived from two firms in Kiel"),
        *lines(["and one in the north. A decision is expected in April."], y=664),
        Text(60, 100, "1", 5),
        Text(64, 98, "They lie in the archive of the county.", 7),
    ]
    read = read_pdf(pdf(page))
    assert "The first efficient offers have arrived from two firms in Kiel and one in the north." in read.text
    assert read.text.rpartition("\n\n")[2] == "1 They lie in the archive of the county."


@pytest.mark.parametrize(
    ("base", "power", "told"),
    [("10", "9", "10⁹"), ("40 m", "2", "40 m²"), ("10", "-9", "10⁻⁹"), ("in 2020", "3", "2020")],
)
def test_a_raised_number_behind_a_ten_or_a_unit_is_its_power(base: str, power: str, told: str) -> None:
    measured = f"The first mill has {base}"
    right = 46 + 5 * len(measured)
    page = [
        *lines(BODY[:2], y=700),
        Text(60, 676, measured, 10),
        Text(right, 680, power, 6),
        Text(right + 8, 676, "of them in the north.", 10),
    ]
    assert f"{told} of them" in read_pdf(pdf(page)).text


def test_words_outside_of_the_page_are_not_told() -> None:
    page = [*lines(BODY), Text(60, -100, "Words below the page.", 10), Text(900, 500, "Words beside it.", 10)]
    assert read_pdf(pdf(page)).text == " ".join(BODY)


def test_what_a_browser_prints_around_a_page_is_no_text() -> None:
    page = [
        Text(20, 820, "11/29/26, 7:05 PM", 8),
        Text(300, 820, "Old bridge closes", 8),
        *lines(BODY, y=780),
        Text(20, 15, "https://news.example/2026/old-bridge", 8),
        Text(570, 15, "1/1", 8),
    ]
    assert read_pdf(pdf(page)).text == " ".join(BODY)


def test_headings_are_known_by_their_size_and_weight() -> None:
    page = [
        Text(60, 760, "The bridge of the valley", 20),
        Text(60, 735, "Jane Miller and Karel Novak", 11),
        Text(60, 700, "What has happened", 13),
        *lines(BODY, y=680),
        Text(60, 630, "What comes next", 10, "F2"),
        *lines(BODY, y=612),
    ]
    article = read_pdf(pdf(page))
    assert article.title == "The bridge of the valley"
    assert article.byline == "Jane Miller and Karel Novak"
    assert {"What has happened", "What comes next"} <= set(told(article, Kind.HEADING))


def test_metadata_give_title_author_and_date() -> None:
    known = {"Title": "The old bridge", "Author": "Jane Miller", "CreationDate": "D:20260302090000Z"}
    article = read_pdf(pdf(lines(BODY), info=known))
    assert (article.title, article.byline, article.published) == (
        "The old bridge",
        "Jane Miller",
        date(2026, 3, 2),
    )


@pytest.mark.parametrize(
    "title", ["Microsoft Word - draft3.docx", "untitled", "scan_0001.pdf", "Company template"]
)
def test_a_title_that_a_program_made_up_is_none(title: str) -> None:
    page = [Text(60, 760, "News of the valley", 20), *lines(BODY)]
    assert read_pdf(pdf(page, info={"Title": title, "Author": "user"})).title == "News of the valley"


def test_a_picture_within_a_sentence_comes_after_it() -> None:
    page = [
        *lines([*BODY[:2], "they have been there. The mayor said that the bridge"], y=500),
        *lines([], y=0),
    ]
    below = [
        Text(60, 700, "Figure 2: The bridge in spring.", 8),
        *lines(["will be closed for nine months."], y=660),
    ]
    article = read_pdf(pdf(page, [*below, *lines(BODY, y=600)]))
    assert "said that the bridge will be closed" in article.text
    assert told(article, Kind.CAPTION) == ["Figure 2: The bridge in spring."]


def test_a_table_keeps_its_rows() -> None:
    rows = [("Year", "Cost", "Bridge"), ("1999", "12,000", "of iron"), ("2004", "14,500", "of stone")]
    cells = [
        Text(60 + 120 * x, 600 - 14 * y, cell) for y, row in enumerate(rows) for x, cell in enumerate(row)
    ]
    article = read_pdf(pdf([*lines(BODY), *cells]))
    assert told(article, Kind.TABLE) == [
        "Year | Cost | Bridge\n1999 | 12,000 | of iron\n2004 | 14,500 | of stone"
    ]


def test_lists_and_code_are_known_as_such() -> None:
    items = lines(["\u2022 a ferry from morning until night", "\u2022 a baker with fresh bread"], y=640)
    code = lines(["def bridge():", "return None"], y=590, font="F3")
    article = read_pdf(pdf([*lines(BODY), *items, *code]))
    assert told(article, Kind.LIST) == ["a ferry from morning until night", "a baker with fresh bread"]
    assert told(article, Kind.CODE) == ["def bridge():\nreturn None"]


def test_a_stamp_along_the_margin_is_no_text() -> None:
    stamp = "BT /F1 20 Tf 0 1 -1 0 30 300 Tm (archive 1234 stamp) Tj ET"
    assert "archive" not in read_pdf(pdf(f"{stamp}\n{drawing(lines(BODY))}")).text


def test_a_page_that_lies_on_its_side_is_read() -> None:
    turned = "\n".join(
        f"BT /F1 10 Tf 0 1 -1 0 {100 + 12 * i} 60 Tm ({line}) Tj ET" for i, line in enumerate(BODY)
    )
    assert read_pdf(pdf(turned)).text == " ".join(BODY)


def test_letters_that_a_matrix_enlarges_are_as_large_as_they_look() -> None:
    title = "BT /F1 1 Tf 18 0 0 18 60 760 Tm (News of the valley) Tj ET"
    assert read_pdf(pdf(f"{title}\n{drawing(lines(BODY))}")).title == "News of the valley"


def font_for(text: str) -> tuple[str, list[str]]:
    """A font without shapes, whose codes PDFium can only read by the table that is handed with it."""
    pairs = "".join(f"<{ord(c):04X}> <{ord(c):04X}>\n" for c in sorted(set(text)))
    cmap = "begincmap\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
    cmap += f"{len(set(text))} beginbfchar\n{pairs}endbfchar\nendcmap"
    inner = (
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/None/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
    )
    font = "<</Type/Font/Subtype/Type0/BaseFont/None/Encoding/Identity-H"
    return (
        f"/F9{font}/DescendantFonts[11 0 R]/ToUnicode 10 0 R>>",
        [
            f"<</Length {len(cmap)}>>stream\n{cmap}\nendstream",
            inner + "/Supplement 0>>/DW 500/FontDescriptor<</Type/FontDescriptor/FontName/None/Flags 4>>>>",
        ],
    )


def in_own_font(rows: list[str]) -> bytes:
    fonts, objects = font_for("".join(rows))
    shown = "\n".join(
        f"BT /F9 10 Tf 1 0 0 1 60 {700 - 12 * i} Tm <{row.encode('utf-16-be').hex()}> Tj ET"
        for i, row in enumerate(rows)
    )
    return pdf(shown, fonts=fonts, objects=objects)


def test_rows_of_chinese_are_joined_without_blanks() -> None:
    rows = [
        "镇议会星期一开会讨论河上的旧桥工程师今年春天在两个桥墩上发现",
        "了裂缝镇长说这座桥将关闭九个月渡船将载人过河直到工程完成为止",
    ]
    assert read_pdf(in_own_font(rows)).text == "".join(rows)


def test_hebrew_is_read_from_right_to_left() -> None:
    row = "מועצת העיר נפגשה ביום שני כדי לדבר על הגשר הישן מעל הנהר"
    article = read_pdf(in_own_font([row[::-1]]))  # files hold it in the order of the eye
    assert article.text == row
    assert article.language == "he"


def test_a_locked_file_is_told_as_such() -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read_pdf(pdf(lines(BODY), password="open sesame"))
    assert caught.value.details["reason"] == "encrypted"


@pytest.mark.parametrize("version", ["/V 4/R 4/Length 128", "/V 5/R 6/Length 256"])
def test_a_file_locked_by_aes_is_told_as_such(version: str) -> None:
    method = "AESV2" if "V 4" in version else "AESV3"
    secrets = "".join(f"/{name}<{'5a' * 48}>" for name in ("O", "U")) + f"/OE<{'5a' * 32}>/UE<{'5a' * 32}>"
    lock = (
        f"/Encrypt<</Filter/Standard{version}/P -4{secrets}/Perms<{'5a' * 16}>/StmF/StdCF/StrF/StdCF"
        f"/CF<</StdCF<</CFM/{method}/AuthEvent/DocOpen>>>>>>/ID[<4944><4944>]"
    )
    with pytest.raises(UnreadableFileError) as caught:
        read_pdf(pdf(lines(BODY), trailer=lock))
    assert caught.value.details["reason"] == "encrypted"


def test_a_file_that_only_forbids_things_is_read() -> None:
    assert read_pdf(pdf(lines(BODY), password="")).text == " ".join(BODY)


def test_a_file_of_pictures_is_told_as_such() -> None:
    picture = "q 400 0 0 400 60 300 cm BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI Q"
    with pytest.raises(UnreadableFileError) as caught:
        read_pdf(pdf(picture, picture))
    assert caught.value.details["reason"] == "scanned"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (pdf(""), "empty"),
        (b"%PDF-1.7\nnothing of the kind", "broken"),
        (pdf(lines(BODY))[:200], "broken"),
    ],
)
def test_what_cannot_be_read_is_told(body: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read_pdf(body)
    assert caught.value.details["reason"] == reason


def test_a_file_whose_table_of_places_is_wrong_is_read_all_the_same() -> None:
    body = pdf(lines(BODY))
    assert read_pdf(body.replace(b"startxref\n", b"startxref\n9")).text == " ".join(BODY)


def test_what_draws_itself_ends() -> None:
    form = (
        "<</Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 10 0 R>>>>/Length 5>>stream\n/X Do\nendstream"
    )
    page = "/X Do\n" + drawing(lines(BODY))
    assert read_pdf(pdf(page, objects=[form])).text == " ".join(BODY)


def test_of_a_long_file_the_beginning_is_read_and_what_is_not_is_told(monkeypatch) -> None:
    monkeypatch.setattr("bot.sources.formats.pdf.MOST_CHARACTERS", 40_000)
    dense = lines(["word " * 9] * 50)
    read = read_pdf(pdf(*[dense] * 20))
    assert read.partial
    assert read.unread == Unread(beyond=(19, 20))
    assert 0.8 * 40_000 < len(read.text) <= 40_000


def test_of_many_pages_the_first_are_read(monkeypatch) -> None:
    monkeypatch.setattr("bot.sources.formats.pdf.MOST_PAGES", 30)
    assert read_pdf(pdf(lines(BODY), *[""] * 30)).unread == Unread(beyond=(31, 31))


SCAN = "q 595 0 0 842 0 0 cm BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI Q"


def test_pages_that_are_pictures_among_pages_of_text_are_told() -> None:
    first, second, third = (lines([f"{word} {line}" for line in BODY]) for word in ("One", "Two", "Three"))
    number = drawing([Text(290, 40, "4")])
    read = read_pdf(pdf(first, SCAN, second, f"{SCAN}\n{number}", SCAN, third))
    assert read.partial
    assert read.unread == Unread(pictured=((2, 2), (4, 5)))
    assert all(f"{word} {BODY[0]}" in read.text for word in ("One", "Two", "Three"))
    assert "4" not in read.text


def test_a_stamp_on_every_page_is_no_text_of_a_scan() -> None:
    stamp = drawing([Text(60, 30, "Downloaded from the library of the harbour on 12 November 2026")])
    read = read_pdf(pdf(lines(BODY), *[f"{SCAN}\n{stamp}"] * 4))
    assert read.unread == Unread(pictured=((2, 5),))
    with pytest.raises(UnreadableFileError) as caught:
        read_pdf(pdf(*[f"{SCAN}\n{stamp}"] * 4))
    assert caught.value.details["reason"] == "scanned"


def test_a_page_of_text_on_a_picture_and_a_small_picture_are_none() -> None:
    small = "q 200 0 0 150 60 300 cm BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI Q"
    read = read_pdf(pdf(lines(BODY), f"{SCAN}\n{drawing(lines(BODY * 3))}", small))
    assert read.unread is None
    assert not read.partial


@pytest.mark.parametrize(
    ("limit", "page"),
    [
        ("_MOST_CHARACTERS", lines(["word " * 25])),
        ("_MOST_PIECES", [Text(n % 13 * 45, n // 13 * 8, "a", 1) for n in range(101)]),
    ],
)
def test_a_page_of_more_than_anybody_prints_is_refused(limit: str, page: list[Text], monkeypatch) -> None:
    monkeypatch.setattr(f"bot.sources.formats.pdf.pages.{limit}", 100)
    with pytest.raises(TooComplexError):
        read_pdf(pdf(page))


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        (["a remark-", "able thing"], "a remarkable thing"),
        (["a soft\u00ad", "ly cut word"], "a soft\u00adly cut word"),
        (["from 10-", "20 people"], "from 10-20 people"),
        (["the Anglo-", "American talks"], "the Anglo-American talks"),
        (["a self-", "made man"], "a self-made man"),
        (["Haupt-", "und Nebenwege"], "Haupt- und Nebenwege"),
        (["an e-", "mail"], "an e-mail"),
        (["a state-of-the-", "art bridge"], "a state-of-the-art bridge"),
        (["he said \u2014", "and went"], "he said \u2014 and went"),
        (["和平", "条约"], "和平条约"),
        (["and", "so on"], "and so on"),
    ],
)
def test_rows_become_running_text(rows: list[str], text: str) -> None:
    assert join_rows(rows) == text


def test_a_word_that_the_document_has_with_its_hyphen_keeps_it() -> None:
    known = words_within(["It is a well-known and time-honoured thing", "of some note in this"])
    assert join_rows(["a time-", "honoured thing"], known) == "a time-honoured thing"
    assert join_rows(["a note-", "worthy thing"], known) == "a noteworthy thing"
