"""Ages, heights, prices and times where no blanks are written: no other number answers a question."""

import pytest

from bot import Article, ask

JAPANESE = (
    "東京の古い工場は月曜日に二千万円で売却された。所有者の田中さんは、屋根が三年間漏れていたと述べた。"
    "両側の塔は1820年に一緒に建てられた。五月の嵐で帆が飛ばされ、三百人の客が逃げた。"
)
QUIET_JAPANESE = "京都の工場は海の近くにある。三百人の客が工場を見た。田中さんは工場が好きだ。屋根は赤い。"
CHINESE = (
    "北京的老磨坊周一以两千万元的价格售出。店主王安娜说屋顶漏了三年。磨坊两侧的塔楼一起建于1820年。"
    "五月的暴风雨吹走了风车的帆，三百名游客逃走了。"
)
QUIET_CHINESE = "磨坊在海边。三百名游客参观了磨坊。王安娜喜欢磨坊。屋顶是红色的。"


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("ja", JAPANESE, "所有者は何歳？"),
        ("ja", JAPANESE, "塔の高さは？"),
        ("ja", QUIET_JAPANESE, "工場はいつ売られた？"),
        ("ja", QUIET_JAPANESE, "客はいつ来た？"),
        ("zh", CHINESE, "塔楼有多高？"),
        ("zh", QUIET_CHINESE, "磨坊什么时候卖掉的？"),
        ("zh", QUIET_CHINESE, "游客什么时候来的？"),
    ],
)
def test_another_number_is_no_age_no_height_and_no_time(language: str, text: str, question: str) -> None:
    assert not ask(Article.from_text(text, language=language), question).found


@pytest.mark.parametrize(
    ("language", "text", "question", "told"),
    [
        ("ja", JAPANESE, "工場はいくらで売れた？", "二千万円"),
        ("ja", JAPANESE, "塔はいつ建てられた？", "1820年"),
        ("ja", "田中さんは七十二歳だ。塔は三十メートルある。屋根は赤い。", "田中さんは何歳？", "七十二歳"),
        ("zh", CHINESE, "磨坊卖了多少钱？", "两千万元"),
        ("zh", CHINESE, "塔楼什么时候建的？", "1820年"),
        ("zh", "王安娜今年72岁。塔楼高三十多米。屋顶是红色的。", "塔楼有多高？", "三十多米"),
        ("zh", "王安娜今年72岁。塔楼高三十多米。屋顶是红色的。", "王安娜几岁？", "72岁"),
    ],
)
def test_what_tells_it_is_found(language: str, text: str, question: str, told: str) -> None:
    answer = ask(Article.from_text(text, language=language), question)
    assert answer.found
    assert told in answer.passages[0].sentence.text
