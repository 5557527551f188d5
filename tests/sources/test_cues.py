from __future__ import annotations

import re

from bot.sources.extraction.cues import NAME_ORDER, NAMES, name_cues

NAMES_OF_ELEMENTS = (
    "",
    "story-body article__body-text",
    "ad ads ad-slot header-ad_unit read shadow loads adsense",
    "most-read mostread most read more-from nav__item navigation",
    "biography author-bio bio tags tag-cloud hashtags tagged meta-tags",
    "td-post-content d-none pop-up popup sr-only hide hideous pre pretty prev-next",
    "js-share sharing shareholder comments comment-42 info-box infobox toc-1 stock",
)


def test_a_name_hints_at_what_each_pattern_finds_in_its_words() -> None:
    found = name_cues(NAMES_OF_ELEMENTS)
    for name in NAMES_OF_ELEMENTS:
        hinted = {
            kind for kind, pattern in NAMES.items() if any(re.search(pattern, one) for one in name.split())
        }
        assert {NAME_ORDER[position] for position in found[name]} == hinted


def test_a_word_is_read_by_itself() -> None:
    found = name_cues(("most", "read", "most read", "advert_"))
    assert found["most"] == frozenset()
    assert found["most read"] == found["read"] == frozenset()
    assert found["advert_"] == {NAME_ORDER.index("advert")}
