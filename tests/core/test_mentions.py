"""Names that a sentence shortens."""

from __future__ import annotations

from bot.core.article import Article
from bot.core.ranking.mentions import Mentions

TEXT = (
    "The lake is warming, says Ada Levin of the institute. Levin has measured it for ten years. "
    "Fishermen trust Levin’s figures. South Africa sent a guest. Africa has warm lakes."
)


def of(text: str, title: str = "", language: str = "en") -> Mentions:
    return Mentions.of(Article.from_text(text, language=language).sentences, title, language)


def test_a_surname_needs_the_sentence_that_gives_the_name_in_full() -> None:
    mentions = of(TEXT)
    assert mentions.whole[:, 0].tolist() == [True, False, False, False, False]
    assert mentions.short[:, 0].tolist() == [False, True, True, False, False]


def test_a_land_that_is_named_once_without_its_direction_is_no_person() -> None:
    assert of(TEXT).whole.shape == (5, 1)


def test_whom_the_title_names_the_reader_knows() -> None:
    assert not of(TEXT, title="Ada Levin and the lake").short.any()


def test_scripts_without_capitals_have_no_names_to_shorten() -> None:
    assert of("湖水正在变暖。学者这样说。渔民相信他。", language="zh").short.size == 0


def test_vietnamese_names_are_written_a_syllable_a_word_and_end_alike() -> None:
    text = "Việt Nam mời Hoàng Nam tới. Nam rất vui. Nam ở lại lâu. Nam sẽ quay về."
    assert of(text, language="fr").short.any()
    assert not of(text, language="vi").short.any()
