from __future__ import annotations

import pytest

from bot.core.post_links import SocialNetwork, is_for_members, post_link

API = "https://public.api.bsky.app/xrpc/app.bsky.feed.getPostThread?uri=at%3A%2F%2F"
OEMBED = "https://publish.twitter.com/oembed?url=https%3A%2F%2Ftwitter.com%2F"


@pytest.mark.parametrize(
    ("url", "network", "address"),
    [
        ("https://t.me/valley/123", SocialNetwork.TELEGRAM, "https://t.me/valley/123?embed=1&mode=tme"),
        (
            "https://t.me/s/valley/123?single",
            SocialNetwork.TELEGRAM,
            "https://t.me/valley/123?embed=1&mode=tme",
        ),
        (
            "https://telegram.me/valley/9/123",
            SocialNetwork.TELEGRAM,
            "https://t.me/valley/123?embed=1&mode=tme",
        ),
        (
            "https://bsky.app/profile/jane.example/post/3kabc",
            SocialNetwork.BLUESKY,
            f"{API}jane.example%2Fapp.bsky.feed.post%2F3kabc&depth=50&parentHeight=100",
        ),
        (
            "https://bsky.app/profile/did:plc:abc123/post/3kabc",
            SocialNetwork.BLUESKY,
            f"{API}did%3Aplc%3Aabc123%2Fapp.bsky.feed.post%2F3kabc&depth=50&parentHeight=100",
        ),
        (
            "https://x.com/jane/status/12345?s=20",
            SocialNetwork.X,
            f"{OEMBED}jane%2Fstatus%2F12345&omit_script=1&dnt=1",
        ),
        (
            "https://mobile.twitter.com/i/web/status/12345",
            SocialNetwork.X,
            f"{OEMBED}i%2Fstatus%2F12345&omit_script=1&dnt=1",
        ),
        (
            "https://social.example/@jane@other.example/112233445566778899",
            SocialNetwork.MASTODON,
            "https://social.example/api/v1/statuses/112233445566778899",
        ),
        (
            "https://social.example/users/jane/statuses/112233445566778899",
            SocialNetwork.MASTODON,
            "https://social.example/api/v1/statuses/112233445566778899",
        ),
    ],
)
def test_a_link_to_a_post_tells_where_its_text_is(url: str, network: SocialNetwork, address: str) -> None:
    link = post_link(url)
    assert link is not None
    assert (link.network, link.addresses[0]) == (network, address)


def test_a_thread_of_mastodon_is_asked_for_as_well() -> None:
    link = post_link("https://social.example/@jane/112233445566778899")
    assert link is not None
    assert link.addresses[1].endswith("/112233445566778899/context")


@pytest.mark.parametrize(
    "url",
    [
        "https://t.me/valley",
        "https://t.me/c/1234567/89",
        "https://t.me/+abcdef",
        "https://t.me/valley/123?embed=1&mode=tme",
        "https://bsky.app/profile/jane.example",
        "https://x.com/jane",
        "https://x.com/home",
        "https://news.example/@jane/the-bridge-is-closed",
        "https://news.example/@jane/2026",
        "https://news.example/2026/03/02/bridge",
        "ftp://t.me/valley/123",
        "https://[::1",
        "",
    ],
)
def test_other_links_are_no_posts(url: str) -> None:
    assert post_link(url) is None


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://t.me/c/1234567890/89", True),
        ("https://t.me/c/1234567890/7/89?single", True),
        ("https://t.me/+AbCdEfGh_jKlMn-p", True),
        ("https://telegram.me/joinchat/AbCdEfGhIjKlMnOp", True),
        ("https://t.me/valley/89", False),
        ("https://t.me/valley", False),
        ("https://news.example/c/1234567890/89", False),
        ("https://[::1", False),
    ],
)
def test_what_only_members_of_a_chat_can_open_is_known_by_its_link(url: str, *, expected: bool) -> None:
    assert is_for_members(url) is expected
