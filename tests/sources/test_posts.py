from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from bot.core.article import Article
from bot.core.errors import NoArticle, Reason
from bot.core.models import Kind
from bot.core.post_links import PostLink, post_link
from bot.sources.documents import read_file, read_page
from bot.sources.posts import read_post

FIRST = "The old bridge is closed from today on. Nobody knows for how long."
SECOND = "A ferry takes you to the other side. It costs forty cents."
THIRD = "Children go for free, says the mayor."


def link_to(url: str) -> PostLink:
    link = post_link(url)
    assert link is not None
    return link


def read(url: str, *bodies: Any) -> Article:
    told = [body if isinstance(body, bytes) else json.dumps(body).encode() for body in bodies]
    return read_post(link_to(url), told)


class TestTelegram:
    URL = "https://t.me/valley/124"
    MESSAGE = """<div class="tgme_widget_message js-widget_message" data-post="{post}">
        <div class="tgme_widget_message_author">
        <a class="tgme_widget_message_owner_name" href="https://t.me/valley"><span dir="auto">
        News of the valley</span></a></div>
        <a class="tgme_widget_message_reply">
        <div class="tgme_widget_message_metatext js-message_reply_text">Before</div></a>
        <div class="tgme_widget_message_text js-message_text" dir="auto">{text}</div>
        <div class="tgme_widget_message_footer"><span class="tgme_widget_message_views">1.2K</span>
        <a class="tgme_widget_message_date">
        <time datetime="2026-03-02T09:00:00+00:00" class="time">09:00</time></a>
        </div></div>"""

    def test_the_widget_of_a_post_is_its_text(self) -> None:
        text = f'{FIRST}<br/><br/>{SECOND} <i class="emoji"><b>⛴</b></i>'
        article = read(self.URL, self.MESSAGE.format(post="valley/124", text=text).encode())
        assert article.text == f"{FIRST}\n\n{SECOND} ⛴"
        assert (article.title, article.byline, article.site) == ("News of the valley", "@valley", "Telegram")
        assert (article.published, article.url) == (date(2026, 3, 2), self.URL)

    def test_of_a_channels_page_only_the_post_is_read(self) -> None:
        posts = [("valley/123", FIRST), ("valley/124", SECOND), ("valley/125", THIRD)]
        page = "".join(self.MESSAGE.format(post=post, text=text) for post, text in posts)
        assert read(self.URL, page.encode()).text == SECOND

    def test_a_post_that_is_gone_is_told(self) -> None:
        with pytest.raises(NoArticle) as told:
            read(self.URL, b'<div class="tgme_widget_message_error">Post not found</div>')
        assert told.value.reason is Reason.ERROR_PAGE

    def test_a_saved_page_is_read_by_where_it_comes_from(self) -> None:
        page = self.MESSAGE.format(post="valley/124", text=SECOND).encode()
        assert read_file(page, "post.html", "text/html", self.URL).text == SECOND
        assert read_page(page, self.URL).text == SECOND


class TestMastodon:
    URL = "https://social.example/@jane/112233445566778899"

    def status(self, number: int, text: str, above: int | None = None, author: str = "7") -> dict[str, Any]:
        account = {"id": author, "acct": "jane", "display_name": "Jane Miller"}
        return {
            "id": str(number),
            "in_reply_to_id": None if above is None else str(above),
            "account": account,
            "content": f"<p>{text}</p>",
            "created_at": "2026-03-02T09:00:00.000Z",
            "spoiler_text": "",
            "media_attachments": [],
        }

    def test_a_thread_is_read_in_its_order_and_without_other_people(self) -> None:
        around = {
            "ancestors": [self.status(1, FIRST)],
            "descendants": [
                self.status(3, "Where is it?", 2, author="8"),
                self.status(4, THIRD, 2),
                self.status(5, "I told you where.", 3),
            ],
        }
        article = read(self.URL, self.status(2, SECOND, 1), around)
        assert article.text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"
        assert (article.title, article.byline) == ("Jane Miller", "@jane@social.example")
        assert (article.site, article.published) == ("social.example", date(2026, 3, 2))

    def test_a_post_is_read_without_its_thread(self) -> None:
        assert read(self.URL, self.status(2, f"{FIRST}</p><p>{SECOND}")).text == f"{FIRST}\n\n{SECOND}"

    def test_what_a_picture_shows_is_a_caption(self) -> None:
        told = self.status(2, FIRST) | {"media_attachments": [{"description": "The bridge in the evening"}]}
        kinds = [p.kind for p in read(self.URL, told).paragraphs]
        assert kinds == [Kind.PROSE, Kind.CAPTION]

    def test_the_page_of_a_post_stands_in_for_it(self) -> None:
        page = (
            '<html><head><meta property="og:title" content="Jane Miller (@jane@social.example)">'
            f'<meta property="og:description" content="{FIRST}"></head><body><noscript>Switch on'
            " JavaScript.</noscript></body></html>"
        )
        assert read(self.URL, page.encode()).text == FIRST


class TestBluesky:
    URL = "https://bsky.app/profile/jane.example/post/3kb"

    def node(self, text: str, created: str, author: str = "did:plc:jane", **more: Any) -> dict[str, Any]:
        profile = {"did": author, "handle": "jane.example", "displayName": "Jane Miller"}
        return {"post": {"author": profile, "record": {"text": text, "createdAt": created}}, **more}

    def test_a_thread_is_read_in_its_order_and_without_other_people(self) -> None:
        third = self.node(THIRD, "2026-03-02T11:00:00Z")
        later = self.node("An afterthought.", "2026-03-04T11:00:00Z")
        other = self.node("Really?", "2026-03-02T10:00:00Z", author="did:plc:other")
        gone = {"$type": "app.bsky.feed.defs#notFoundPost", "notFound": True}
        thread = self.node(
            SECOND,
            "2026-03-02T09:30:00Z",
            parent=self.node(FIRST, "2026-03-02T09:00:00Z"),
            replies=[other, later, gone, third],
        )
        article = read(self.URL, {"thread": thread})
        assert article.text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"
        assert (article.title, article.byline, article.site) == ("Jane Miller", "@jane.example", "Bluesky")

    def test_a_blocked_post_is_told(self) -> None:
        with pytest.raises(NoArticle):
            read(self.URL, {"thread": {"$type": "app.bsky.feed.defs#blockedPost", "blocked": True}})


class TestX:
    URL = "https://x.com/jane/status/12345"

    @pytest.mark.parametrize("shown", ["pic.twitter.com/Ab3", "pic.x.com/Ab3"])
    def test_the_address_of_a_picture_is_no_text(self, shown: str) -> None:
        picture = f'<a href="https://t.co/x">{shown}</a>'
        told = {"html": f"<blockquote><p>{FIRST} {picture}</p></blockquote>", "author_name": "Jane Miller"}
        assert read(self.URL, told).text == FIRST

    def test_what_other_sites_embed_is_the_text(self) -> None:
        html = (
            f'<blockquote class="twitter-tweet"><p lang="en" dir="ltr">{FIRST}<br><br>{SECOND}</p>'
            '&mdash; Jane Miller (@jane) <a href="https://twitter.com/jane/status/12345">March 2, 2026</a>'
            "</blockquote>"
        )
        told = {"html": html, "author_name": "Jane Miller", "author_url": "https://twitter.com/jane"}
        article = read(self.URL, told)
        assert article.text == f"{FIRST}\n\n{SECOND}"
        assert (article.title, article.byline, article.published) == (
            "Jane Miller",
            "@jane",
            date(2026, 3, 2),
        )


@pytest.mark.parametrize(
    "body", [b"", b"[", b"null", b"{}", b"[" * 100_000, b'{"account": 3}', b"<p>no post</p>", b"\xff\xfe"]
)
@pytest.mark.parametrize("url", [TestTelegram.URL, TestMastodon.URL, TestBluesky.URL, TestX.URL])
def test_other_answers_hold_no_post(url: str, body: bytes) -> None:
    with pytest.raises(NoArticle):
        read(url, body, body)


def test_a_short_post_comes_back_whole() -> None:
    from bot import summarize  # noqa: PLC0415 - as a user of the library writes it

    article = read(TestMastodon.URL, TestMastodon().status(2, f"{FIRST} {SECOND}"))
    assert [s.text for s in summarize(article, sentences=9).sentences] == [s.text for s in article.sentences]
