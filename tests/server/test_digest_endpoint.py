"""POST /v1/digests: the digest of the command line, over HTTP."""

import pytest

FEED_LINK = "https://marlow.example/feed.xml"
STORIES = {
    "Old bridge to close": "The old bridge over the Elde will close on 4 May, the town said on Monday. "
    "Engineers found cracks in two of its five arches. Repairs will cost 2.4 million euros.",
    "Library opens at night": "The town library will stay open until midnight from June on. "
    "Students had asked for longer hours in a petition with 900 names. Two guards will be hired.",
}
ITEMS = "".join(
    f"<item><title>{title}</title><link>https://marlow.example/{number}</link>"
    f"<description>{text}</description><pubDate>Sun, 01 Mar 2026 0{number}:00:00 GMT</pubDate></item>"
    for number, (title, text) in enumerate(STORIES.items())
)
FEED = f'<rss version="2.0"><channel><title>Marlow Gazette</title>{ITEMS}</channel></rss>'
SITE = (
    '<html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body>'
    + "".join(f'<p><a href="/{number}">Story number {number}</a></p>' for number in range(40))
    + "</body></html>"
)
LIST = f'<opml version="2.0"><body><outline type="rss" xmlUrl="{FEED_LINK}"/></body></opml>'


def told(answer):
    return [story["title"] for section in answer.json["sections"] for story in section["stories"]]


@pytest.mark.parametrize(("link", "body"), [(FEED_LINK, FEED), ("https://marlow.example/", SITE)])
async def test_a_feed_or_a_site_that_names_one_becomes_a_digest(api, link, body):
    api.web.pages |= {FEED_LINK: FEED, link: body}
    answer = await api.post("/v1/digests", {"sources": [{"url": link}], "sentences": 1})
    assert answer.status == 200
    assert set(told(answer)) == set(STORIES)
    for section in answer.json["sections"]:
        for story in section["stories"]:
            assert story["feeds"] == ["Marlow Gazette"]
            assert [one["text"] in STORIES[story["title"]] for one in story["sentences"]] == [True]


async def test_the_feeds_of_a_list_are_read(api):
    api.web.pages |= {FEED_LINK: FEED, "https://marlow.example/list.opml": LIST}
    answer = await api.post(
        "/v1/digests", {"sources": [{"url": "https://marlow.example/list.opml"}], "stories": 1}
    )
    assert (len(told(answer)), answer.json["left_out"], answer.json["failed"]) == (1, 1, [])


async def test_a_source_that_fails_is_named_beside_what_the_others_tell(api):
    sources = [{"url": "https://marlow.example/gone"}, {"text": STORIES["Old bridge to close"]}]
    answer = await api.post("/v1/digests", {"sources": sources})
    assert len(told(answer)) == 1
    assert [(one["source"], one["code"]) for one in answer.json["failed"]] == [
        ("https://marlow.example/gone", "page_missing")
    ]


async def test_where_nothing_is_new_enough_there_are_no_sections(api):
    api.web.pages[FEED_LINK] = FEED
    answer = await api.post("/v1/digests", {"sources": [{"url": FEED_LINK}], "hours": 1})
    assert (answer.status, answer.json["sections"]) == (200, [])


@pytest.mark.parametrize("wrong", [{"sources": []}, {"sources": [{"url": "x"}], "hours": 0}, {"url": "x"}])
async def test_a_request_of_another_shape_is_refused(api, wrong):
    assert (await api.post("/v1/digests", wrong)).status == 422
