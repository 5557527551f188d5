"""Who wrote which part of a thread."""

from __future__ import annotations

import pytest

from bot.sources.extract import extract

POSTS = (
    ("marta", "I have bought an old boat whose paint peels off. How do I paint the hull so that it lasts?"),
    ("old salt", "I took the old paint off with a scraper first. Then I washed the hull twice with water."),
    ("jo_77", "Do not forget to wear a mask. The dust of the old paint is poisonous, and it stays."),
    ("marta", "Which primer did you use? I have read that the cheap one peels off after a winter."),
    ("old salt", "The grey one from the harbour shop. It has held for three years, and costs 40 euros."),
)


def thread(shape: str) -> str:
    posts = "".join(shape.format(author=author, text=text) for author, text in POSTS)
    return f"<title>Painting a hull</title><h1>How do I paint an old hull?</h1><main>{posts}</main>"


SHAPES = {
    "a class": "<div class=post><div class=post-author><a href=/u>{author}</a></div><p>{text}</p></div>",
    "counts beside it": "<div class=post><div class=author>By <a href=/u>{author}</a><i>8,431 posts</i></div>"
    "<p>{text}</p></div>",
    "microdata": "<article><div itemprop=author><span itemprop=name>{author}</span> 1,204 points, 3 badges of"
    " gold and 12 of silver</div><p>{text}</p></article>",
    "a user's link": "<li class=message><a class=username href=/u>{author}</a><div>{text}</div></li>",
    "a profile of another server": "<li class=comment><article><a class='person-listing text-info' href=/u/x>"
    "<span>{author}</span><small>@boats.example</small></a><div><p>{text}</p></div></article></li>",
    "a table": "<table><tr><td class=author>{author}</td><td>{text}</td></tr></table>",
    "a quotation": "<div class=post><b class=author>{author}</b><blockquote><cite class=author>zoe</cite>"
    "As said above.</blockquote><p>{text}</p></div>",
}


@pytest.mark.parametrize("name", SHAPES)
def test_the_posts_of_a_thread_have_their_authors_in_order(name: str) -> None:
    read = extract(thread(SHAPES[name]), "https://boats.example/t/painting-a-hull/12")
    told = [
        (paragraph.place, text)
        for paragraph in read.paragraphs
        for text in [read.text[paragraph.start : paragraph.end]]
        if any(text in said or said in text for _, said in POSTS)
    ]
    assert [author for author, _ in told] == [author for author, _ in POSTS]


def test_a_name_over_its_post_is_no_sentence_of_the_post() -> None:
    read = extract(thread(SHAPES["a class"]), "https://boats.example/t/painting-a-hull/12")
    assert not {author for author, _ in POSTS} & {one.text for one in read.sentences if one.prose}


def test_the_one_author_of_an_article_is_no_place_of_its_paragraphs() -> None:
    text = "".join(f"<p>{said}</p>" for _, said in POSTS)
    page = f"<title>Hulls</title><article><h1>Hulls</h1><div class=author>Jo Hill</div>{text}</article>"
    assert {paragraph.place for paragraph in extract(page).paragraphs} == {None}
