"""Pages that show nothing without scripts, read from the data of React's server components."""

from __future__ import annotations

import json

import pytest

from bot.core.errors import NoArticle
from bot.sources.extract import extract
from bot.sources.extraction.flight import flight_markup
from bot.sources.markup import parse

STORY = [
    f"In the year {year} the harbour of the old town was rebuilt, and the boats moved to a quay in the north."
    for year in range(1901, 1909)
]


def page(rows: str, piece: int = 300) -> str:
    cut = (rows[at : at + piece] for at in range(0, len(rows), piece))
    quoted = (json.dumps(each).replace("<", "\\u003c") for each in cut)
    pushed = "".join(f"<script>self.__next_f.push([1,{each}])</script>" for each in quoted)
    start = "<script>(self.__next_f=self.__next_f||[]).push([0])</script>"
    return f"<html><head><title>The harbour</title></head><body><div></div>{start}{pushed}</body></html>"


def row(number: str, value: object) -> str:
    return f"{number}:{json.dumps(value, ensure_ascii=False)}\n"


def element(tag: str, *children: object, **given: object) -> list[object]:
    return ["$", tag, None, {**given, "children": list(children)}]


def text_row(number: str, text: str) -> str:
    return f"{number}:T{len(text.encode()):x},{text}"


def test_a_page_is_read_from_its_rows_in_the_order_in_which_they_name_each_other() -> None:
    link = element("a", "quay in the north", href="/quay")
    last = element("p", STORY[7].removesuffix("quay in the north."), link, ".")
    rows = (
        row("0", {"f": [element("main", element("h1", "The harbour"), "$L5", "$L4")]})
        + '1:I[77,[],"Link"]\n'
        + row("4", element("div", *(element("p", text) for text in STORY[4:7]), last))
        + row("5", element("$L1", *(element("p", text) for text in STORY[:4]), className="prose"))
    )
    assert extract(page(rows), "https://town.example/harbour").text == "\n\n".join(STORY)


def test_markup_as_a_text_of_its_own_is_read_also_with_letters_of_several_bytes() -> None:
    markup = "".join(f"<p>{text.replace('harbour', 'Häfen – 港')}</p>" for text in STORY)
    rows = (
        row("0", element("article", "$L2"))
        + text_row("3", markup)
        + row("2", ["$", "div", None, {"dangerouslySetInnerHTML": {"__html": "$3"}}])
    )
    found = extract(page(rows), "https://town.example/harbour")
    assert found.text == "\n\n".join(text.replace("harbour", "Häfen – 港") for text in STORY)


def test_what_is_there_for_errors_for_scripts_and_for_machines_is_not_shown() -> None:
    story = [element("p", text) for text in STORY]
    script = ["$", "$L8", None, {"strategy": "lazyOnload", "children": "window.count(1 < 2)"}]
    data = ["$", "script", None, {"type": "application/ld+json", "children": "{}"}]
    layout = ["$", "$L9", None, {"notFound": element("h1", "404"), "children": element("article", *story)}]
    built = flight_markup(parse(page(row("0", [script, data, layout, "$undefined", "$7:metadata"]))))
    assert built is not None
    assert all(wrong not in built for wrong in ("404", "window", "{}", "undefined", "metadata"))
    assert STORY[0] in built


@pytest.mark.parametrize(
    "before", ["(self.__next_f=self.__next_f||[]).push([0]);", "self.__next_f=self.__next_f||[];", ""]
)
def test_a_piece_is_found_behind_what_makes_room_for_it(before: str) -> None:
    rows = json.dumps(row("0", element("article", *(element("p", text) for text in STORY))))
    script = f"<script>{before}self.__next_f.push([1,{rows}]) ; </script>".replace("</p", "<\\/p")
    assert STORY[0] in (flight_markup(parse(f"<html><body>{script}</body></html>")) or "")


@pytest.mark.parametrize(
    "script", ["self.__next_f.push([1," * 60_000, "self.__next_f.push([1,2])" + " " * 400_000 + "x"]
)
def test_a_script_that_only_begins_like_a_piece_ends(script: str) -> None:
    assert flight_markup(parse(f"<html><body><script>{script}</script></body></html>")) is None


def test_text_is_no_markup_and_an_address_stays_in_its_place() -> None:
    odd = element("article", "1 < 2 <script>x</script>", element("a", "there", href='/a"><b>'))
    built = flight_markup(parse(page(row("0", odd))))
    assert built == (
        '<article>1 &lt; 2 &lt;script&gt;x&lt;/script&gt;<a href="/a&quot;&gt;&lt;b&gt;">there</a></article>'
    )


@pytest.mark.parametrize(
    "rows",
    [
        "",
        "0:[\n1:{\n2:T\n3:Tffffffff,short",
        row("0", ["$", "div", None, {"children": "$L0"}]),
        row("0", "$L1") + row("1", ["$L0", "$L1"]),
        "0:" + "[" * 3_000 + "]" * 3_000 + "\n",
        row("0", element("footer", *(element("p", "Call 555 12 34.") for _ in range(9)))),
    ],
)
def test_rows_that_are_broken_or_no_article_leave_a_page_that_waits_for_its_scripts(rows: str) -> None:
    assert flight_markup(parse(page(rows))) is None
    with pytest.raises(NoArticle) as error:
        extract(page(rows), "https://town.example/harbour")
    assert error.value.reason == "script_page"
