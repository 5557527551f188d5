"""Formulas of pages, told in a line without another meaning than they have."""

import pytest
from lxml import html

from bot.sources.extraction.mathml import formula

SUM = "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mn>9</mn></munderover><mi>i</mi>"
MATRIX = (
    "<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr>"
    "<mtr><mtd><mn>3</mn></mtd><mtd><mn>4</mn></mtd></mtr></mtable>"
)
NOTED = (
    "<semantics><mrow><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></mrow>"
    "<annotation encoding='application/x-tex'>E=mc^2</annotation></semantics>"
)


@pytest.mark.parametrize(
    ("markup", "told"),
    [
        ("<mi>a</mi><mo>=</mo><mn>2</mn>", "a = 2"),
        ("<mfrac><mn>1</mn><mn>2</mn></mfrac>", "1/2"),
        ("<mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><mn>2.5</mn></mfrac>", "(a + 1)/2.5"),
        ('<mo>(</mo><mfrac linethickness="0"><mn>49</mn><mn>6</mn></mfrac><mo>)</mo>', "( 49¦6 )"),
        ('<mfrac linethickness="0.05em"><mn>1</mn><mn>2</mn></mfrac>', "1/2"),
        ("<msup><mn>10</mn><mn>9</mn></msup>", "10⁹"),
        ("<msub><mi>x</mi><mn>12</mn></msub>", "x₁₂"),
        ("<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>", "x_i²"),
        ("<msqrt><mi>x</mi><mo>+</mo><mn>1</mn></msqrt>", "√(x + 1)"),
        ("<mroot><mn>8</mn><mn>3</mn></mroot>", "∛8"),
        (SUM, "∑_(i = 1)⁹ i"),
        ("<munder><mi>lim</mi><mn>0</mn></munder><mi>x</mi>", "lim₀ x"),
        ("<mover><mi>x</mi><mo>\u0304</mo></mover>", "x\u0304"),
        (f"<mo>(</mo>{MATRIX}<mo>)</mo>", "( 1, 2; 3, 4 )"),
        (NOTED, "E = m c²"),
        ("<mi>a</mi><mphantom><mi>b</mi></mphantom>", "a"),
        ("<mfrac><mn>1</mn></mfrac>", "1"),
        ("<msup></msup>", ""),
        ("<mrow>" * 100 + "<mn>1</mn><mn>2</mn>" + "</mrow>" * 100, "1 2"),
    ],
)
def test_a_formula_keeps_its_meaning_in_a_line(markup: str, told: str) -> None:
    assert formula(html.fromstring(f"<math>{markup}</math>")) == told
