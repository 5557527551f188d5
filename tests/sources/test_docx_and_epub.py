from __future__ import annotations

from datetime import date

import pytest
from files_by_hand import FOOTNOTES, archive, docx, epub, footnotes, paragraph, table

from bot.core.article import Article
from bot.core.errors import UnreadableFileError, UnsupportedFileError
from bot.core.models import Kind
from bot.sources.documents import read_file
from bot.sources.formats.archives import parse_xml
from bot.sources.formats.docx import read_docx
from bot.sources.formats.epub import read_epub

TEXT = "The council of the town met on Monday. It wants to repair the old bridge over the river."
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
MORE = "A ferry will carry people across until then. It costs forty cents, and children go for free."


def told(article: Article, kind: Kind) -> list[str]:
    return [article.text[p.start : p.end] for p in article.paragraphs if p.kind is kind]


def places(article: Article) -> list[str | None]:
    return [p.place for p in article.paragraphs if p.kind is Kind.PROSE]


def reason_of(body: bytes) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        read_file(body, "file", None)
    return str(caught.value.details["reason"])


class TestWord:
    def test_headings_tables_and_places_are_kept(self) -> None:
        body = (
            paragraph("The old bridge", "Title")
            + paragraph(TEXT)
            + paragraph("What it costs", "Heading1")
            + paragraph(MORE)
            + table([("Year", "Cost"), ("1999", "12,000")])
            + paragraph("The bridge is old.", "Quote")
        )
        article = read_docx(docx(body))
        assert article.title == "The old bridge"
        assert told(article, Kind.HEADING) == ["The old bridge", "What it costs"]
        assert told(article, Kind.TABLE) == ["Year | Cost\n1999 | 12,000"]
        assert told(article, Kind.QUOTE) == ["The bridge is old."]
        assert places(article) == [None, "What it costs"]

    def test_core_properties_give_title_author_and_date(self) -> None:
        core = (
            "<dc:title>The bridge</dc:title><dc:creator>Jane Miller</dc:creator>"
            "<dcterms:created>2026-03-02T09:00:00Z</dcterms:created>"
        )
        article = read_docx(docx(paragraph(TEXT), core=core))
        known = (article.title, article.byline, article.published)
        assert known == ("The bridge", "Jane Miller", date(2026, 3, 2))

    def test_footnotes_come_last_and_leave_no_mark(self) -> None:
        mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
        parts = {"word/footnotes.xml": footnotes("As the paper said.")}
        body = paragraph(TEXT, more=mark) + paragraph(MORE)
        article = read_docx(docx(body, parts=parts, relationships=FOOTNOTES))
        assert article.text == f"{TEXT}\n\n{MORE}\n\nAs the paper said."
        assert told(article, Kind.OTHER) == ["As the paper said."]

    def test_a_formula_is_told_in_its_sentence(self) -> None:
        m = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
        power = "<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>"
        half = "<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
        formula = f"<m:oMath {m}>{power}<m:r><m:t> = </m:t></m:r>{half}</m:oMath>"
        after = '<w:r><w:t xml:space="preserve"> here.</w:t></w:r>'
        for told_as in (formula, f"<m:oMathPara {m}>{formula}</m:oMathPara>"):
            body = paragraph(TEXT) + paragraph("The value is ", more=told_as + after)
            assert read_docx(docx(body)).text == f"{TEXT}\n\nThe value is x² = 1/2 here."

    def test_hidden_words_are_not_told(self) -> None:
        hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t> Secret.</w:t></w:r>"
        shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> It is old.</w:t></w:r>'
        assert read_docx(docx(paragraph(TEXT, more=hidden + shown))).text == f"{TEXT} It is old."

    def test_what_lies_outside_is_never_opened(self, tmp_path) -> None:
        secret = tmp_path / "secret.png"
        secret.write_bytes(b"a picture")
        picture = (
            f'<w:r><w:drawing><wp:inline xmlns:wp="{DRAWING}/wordprocessingDrawing">'
            f'<a:graphic xmlns:a="{DRAWING}/main"><a:graphicData><pic:pic xmlns:pic="{DRAWING}/picture">'
            '<pic:blipFill><a:blip r:link="o1"/><a:blip r:embed="o3"/>'
            "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )
        outside = f'<Relationship Id="o1" Type="t/image" TargetMode="External" Target="{secret.as_uri()}"/>'
        linked = '<Relationship Id="o2" Type="t/hyperlink" TargetMode="External" Target="http://x.example/"/>'
        embedded = '<Relationship Id="o3" Type="t/image" Target="media/image1.png"/>'
        link = '<w:hyperlink r:id="o2"><w:r><w:t> See there.</w:t></w:r></w:hyperlink>'
        body = paragraph(TEXT, more=picture + link)
        assert read_docx(docx(body, relationships=outside + linked + embedded)).text == f"{TEXT} See there."

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
    def test_entities_are_refused(self, encoding: str) -> None:
        grow = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><w:document/>'
        xml = f'<?xml version="1.0" encoding="{encoding}"?>{grow}'.encode(encoding)
        assert reason_of(docx("", parts={"word/document.xml": xml})) == "bomb"

    @pytest.mark.parametrize(
        ("parts", "reason"),
        [
            ({"word/document.xml": "<w:document"}, "broken"),
            ({"word/document.xml": "<other/>"}, "broken"),
            ({"_rels/.rels": "<"}, "broken"),
            ({"word/document.xml": "<w:p>" * 50_000}, "broken"),
            ({"word/media/image1.emf": "\0" * 50_000_000}, "bomb"),
        ],
    )
    def test_what_cannot_be_read_is_told(self, parts: dict[str, str], reason: str) -> None:
        assert reason_of(docx(paragraph(TEXT), parts=parts)) == reason

    def test_a_document_without_a_word_is_told(self) -> None:
        assert reason_of(docx("")) == "empty"

    def test_a_deep_document_ends(self) -> None:
        deep = "<w:ins>" * 20_000 + paragraph(TEXT) + "</w:ins>" * 20_000
        assert reason_of(docx(deep)) == "bomb"


NAV = (
    '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
    '<body><nav epub:type="landmarks"><a href="b.xhtml">Start</a></nav><nav epub:type="toc"><ol>'
    '<li><a href="b.xhtml">The bridge</a></li>'
    '<li><a href="a.xhtml#x">The ferry</a></li></ol></nav></body></html>'
)
NCX = (
    '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>The bridge</text>'
    '</navLabel><content src="b.xhtml"/></navPoint><navPoint><navLabel><text>2</text></navLabel>'
    '<content src="a.xhtml"/></navPoint></navMap></ncx>'
)
CHAPTERS = {"a.xhtml": f"<body><p>{MORE}</p></body>", "b.xhtml": f"<body><p>{TEXT}</p></body>"}


class TestBooks:
    def test_chapters_are_read_in_the_order_of_the_spine(self) -> None:
        article = read_epub(epub(CHAPTERS, nav=NAV, spine=["b.xhtml", "a.xhtml"]))
        assert article.text == f"{TEXT}\n\n{MORE}"
        assert places(article) == ["The bridge", "The ferry"]

    def test_an_older_table_of_contents_names_them_too(self) -> None:
        article = read_epub(epub(CHAPTERS, ncx=NCX, spine=["b.xhtml", "a.xhtml"]))
        assert places(article) == ["The bridge", "2."]  # a bare "2" would be a page

    def test_without_contents_headings_are_the_chapters(self) -> None:
        body = f"<body><h1>One</h1><p>{TEXT}</p><h1>Two</h1><p>{MORE}</p></body>"
        assert places(read_epub(epub({"a.xhtml": body}))) == ["One", "Two"]

    def test_chapters_within_a_file_begin_at_their_headings(self) -> None:
        body = f"<body><h2>The bridge</h2><p>{TEXT}</p><h2 id='x'>The ferry</h2><p>{MORE}</p></body>"
        nav = NAV.replace("b.xhtml", "a.xhtml")
        assert places(read_epub(epub({"a.xhtml": body}, nav=nav))) == ["The bridge", "The ferry"]

    @pytest.mark.parametrize("second", ["<h2><a id='y'/>Two</h2>", "<section id='y'><h2>Two</h2></section>"])
    def test_chapters_within_a_file_begin_where_the_contents_lead_to(self, second: str) -> None:
        body = f"<body><h2 id='x'>One</h2><p>{TEXT}</p>{second}<p>{MORE}</p></body>"
        links = '<li><a href="a.xhtml#x">Chapter One</a></li><li><a href="a.xhtml#y">Chapter Two</a></li>'
        nav = f"<html xmlns='http://www.w3.org/1999/xhtml'><body><nav><ol>{links}</ol></nav></body></html>"
        article = read_epub(epub({"a.xhtml": body}, nav=nav))
        assert [p.place for p in article.paragraphs] == ["Chapter One"] * 2 + ["Chapter Two"] * 2

    def test_cover_and_contents_are_no_text(self) -> None:
        cover = '<body epub:type="cover"><p>A book for everybody</p></body>'
        listed = '<body><section epub:type="toc"><p>One, two, three</p></section></body>'
        article = read_epub(epub({"c.xhtml": cover, "t.xhtml": listed, **CHAPTERS}))
        assert article.text == f"{MORE}\n\n{TEXT}"

    def test_the_package_gives_title_authors_date_and_language(self) -> None:
        metadata = (
            "<dc:title>Die Brücke</dc:title><dc:creator>Anna Adler</dc:creator>"
            "<dc:creator>Ben Beil</dc:creator><dc:date>2026-03-02</dc:date>"
            "<dc:language>de</dc:language><dc:publisher>Flussverlag</dc:publisher>"
        )
        german = (
            "<body><p>Der Rat der Stadt hat am Montag getagt. Er will die alte Brücke erneuern.</p></body>"
        )
        article = read_epub(epub({"a.xhtml": german}, metadata=metadata))
        assert (article.title, article.byline, article.site) == (
            "Die Brücke",
            "Anna Adler, Ben Beil",
            "Flussverlag",
        )
        assert (article.published, article.language) == (date(2026, 3, 2), "de")

    @pytest.mark.parametrize(
        "parts",
        [
            {"META-INF/license.lcpl": "{}"},
            {
                "META-INF/encryption.xml": "<encryption><EncryptedData><EncryptionMethod "
                'Algorithm="http://www.w3.org/2001/04/xmlenc#aes256-cbc"/></EncryptedData></encryption>'
            },
        ],
    )
    def test_a_protected_book_is_told_as_such(self, parts: dict[str, str]) -> None:
        assert reason_of(epub(CHAPTERS, parts=parts)) == "drm"

    def test_scrambled_fonts_protect_no_text(self) -> None:
        scrambled = (
            "<encryption><EncryptedData><EncryptionMethod "
            'Algorithm="http://www.idpf.org/2008/embedding"/></EncryptedData></encryption>'
        )
        assert MORE in read_epub(epub(CHAPTERS, parts={"META-INF/encryption.xml": scrambled})).text

    def test_a_part_outside_of_the_book_is_none(self) -> None:
        body = epub({"../../../../etc/passwd": "<body><p>root of all</p></body>", **CHAPTERS})
        assert "root" not in read_epub(body).text

    @pytest.mark.parametrize(
        ("parts", "reason"),
        [
            ({"OEBPS/content.opf": ""}, "broken"),
            ({"META-INF/container.xml": "<container/>", "OEBPS/content.opf": "<package/>"}, "empty"),
            ({"OEBPS/a.xhtml": "<p>" + "a" * 17_000_000}, "bomb"),
            ({"OEBPS/big.jpg": b"\0" * 60_000_000}, "bomb"),
            ({f"OEBPS/{n}.css": "" for n in range(10_001)}, "bomb"),
        ],
    )
    def test_what_cannot_be_read_is_told(self, parts: dict[str, str | bytes], reason: str) -> None:
        assert reason_of(epub(CHAPTERS, parts=parts)) == reason


def test_a_damaged_archive_is_told() -> None:
    assert reason_of(epub(CHAPTERS)[:-40]) == "broken"


@pytest.mark.parametrize("name", ["passwd", "file:///etc/hostname"])
def test_entities_of_xml_are_neither_expanded_nor_opened(name: str) -> None:
    root = parse_xml(f'<!DOCTYPE a [<!ENTITY e SYSTEM "{name}">]><a>before &e; after</a>'.encode())
    assert "".join(root.itertext()).replace("&e;", "") == "before  after"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"{\\rtf1 hello}", "rtf"),
        (archive({"mimetype": "application/vnd.oasis.opendocument.text"}, stored=["mimetype"]), "odt"),
        (
            archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, stored=["mimetype"]),
            "sheet",
        ),
        (archive({"xl/workbook.xml": "<x/>"}), "sheet"),
        (archive({"ppt/presentation.xml": "<x/>"}), "slides"),
        (archive({"readme.txt": "hello"}), "archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "doc"),
        (b"\0" * 60 + b"BOOKMOBI" + b"\0" * 99, "kindle"),
    ],
)
def test_other_kinds_of_files_are_told_by_their_content(body: bytes, kind: str) -> None:
    with pytest.raises(UnsupportedFileError) as caught:
        read_file(body, "article.pdf", "application/pdf")
    assert caught.value.details["kind"] == kind


def test_an_encrypted_office_file_is_told_as_locked() -> None:
    assert (
        reason_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")) == "encrypted"
    )
