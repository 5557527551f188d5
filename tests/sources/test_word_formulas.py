"""Formulas of Word, told in a line without another meaning than they have."""

import pytest
from lxml import etree

from bot.sources.formats.word_formulas import formula

NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def r(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def e(*texts: str) -> str:
    return "".join(f"<m:e>{r(text)}</m:e>" for text in texts)


def brackets(inside: str, **signs: str) -> str:
    chosen = "".join(f'<m:{name} m:val="{sign}"/>' for name, sign in signs.items())
    return f"<m:d><m:dPr>{chosen}</m:dPr>{inside}</m:d>"


def fraction(above: str, below: str, kind: str = "bar") -> str:
    look = f'<m:fPr><m:type m:val="{kind}"/></m:fPr>'
    return f"<m:f>{look}<m:num>{r(above)}</m:num><m:den>{r(below)}</m:den></m:f>"


@pytest.mark.parametrize(
    ("markup", "told"),
    [
        (fraction("1", "2"), "1/2"),
        (fraction("1.5", "2"), "1.5/2"),
        (fraction("a,b", "a + 1"), "(a,b)/(a + 1)"),
        (f"<m:d><m:e>{fraction('49', '6', 'noBar')}</m:e></m:d>", "(49¦6)"),
        (f"<m:rad><m:deg/>{e('8')}</m:rad>", "√8"),
        (f"<m:rad><m:deg>{r('3')}</m:deg>{e('8')}</m:rad>", "∛8"),
        (f"<m:rad><m:deg>{r('5')}</m:deg>{e('x + 1')}</m:rad>", "⁵√(x + 1)"),
        (f"<m:d>{e('x')}</m:d>", "(x)"),
        (brackets(e("x"), begChr="|", endChr="|"), "|x|"),
        (brackets(e("1", "2"), sepChr=",", endChr="]"), "(1,2]"),
        (brackets(e("A", "B")), "(A|B)"),
        (brackets(e("x"), begChr="{", endChr=""), "{x"),
        (
            (
                f'<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>{r("i=1")}</m:sub>'
                f"<m:sup>{r('9')}</m:sup>{e('i')}</m:nary>"
            ),
            "∑_(i=1)⁹ i",
        ),
        (f"<m:nary><m:sub>{r('0')}</m:sub><m:sup>{r('1')}</m:sup>{e('x')}</m:nary>", "∫₀¹ x"),
        (f'<m:acc><m:accPr><m:chr m:val="\u0303"/></m:accPr>{e("x")}</m:acc>', "x\u0303"),
        (f'<m:bar><m:barPr><m:pos m:val="top"/></m:barPr>{e("x")}</m:bar>', "x\u0305"),
        (f"<m:m><m:mr>{e('1', '2')}</m:mr><m:mr>{e('3', '4')}</m:mr></m:m>", "1, 2; 3, 4"),
        (f"<m:eqArr>{e('x = 1', 'y = 2')}</m:eqArr>", "x = 1; y = 2"),
        (f"<m:func><m:fName>{r('sin')}</m:fName>{e('x')}</m:func>", "sin x"),
        (
            (
                f"<m:func><m:fName><m:limLow>{e('lim')}<m:lim>{r('x→0')}</m:lim></m:limLow></m:fName>"
                f"{e('x')}</m:func>"
            ),
            "lim_(x→0) x",
        ),
        (f"<m:sSup>{e('10')}<m:sup>{r('−9')}</m:sup></m:sSup>", "10⁻⁹"),
        (f"<m:sSub>{e('x')}<m:sub>{r('12')}</m:sub></m:sSub>", "x₁₂"),
        (f"<m:sSup>{e('e')}<m:sup>{r('kT')}</m:sup></m:sSup>", "e^kT"),
    ],
)
def test_a_formula_keeps_its_meaning_in_a_line(markup: str, told: str) -> None:
    assert formula(etree.fromstring(f'<m:oMath xmlns:m="{NAMESPACE}">{markup}</m:oMath>')) == told
