"""What holds for every text there is."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.article import Article
from bot.core.cleaning import clean_text
from bot.core.cutting.sentences import cut_sentences
from bot.core.errors import EmptyTextError, NotALinkError
from bot.core.language import detect
from bot.core.links import clean_url
from bot.core.models import Block, Kind
from bot.core.prose import is_no_prose
from bot.core.text_fragments import fragment_link
from bot.core.tokens import terms, word_spans, words
from bot.core.written_links import find_links

LANGUAGES = st.sampled_from(["en", "de", "ru", "zh", "ja", "th", "ar", "hi", "el", "ko", "xx"])
# Characters that rules look at, more often than chance would have them.
MARKS = (
    ".!?…。！？؟।;:,'’“”„«»\"()[]「」-–—*_#>|`\n\r\t 0123aAzZßéЯяءक中あก한\u200b\u200d\u202e\x00\ud800\u0301İ"
)
PIECES = st.sampled_from(
    [
        *MARKS,
        "Dr.",
        "z. B.",
        "U.S. ",
        "\n\n",
        "```\n",
        "# ",
        "- ",
        "1. ",
        "> ",
        "(AP)",
        "http://",
        "www.",
        ".org",
        "J. ",
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map("".join))
SIGNS = r"[•·‣▪▫◦●○■□◆◇❖▶►➤➢✓✔✅☑➡👉🔹🔸🔵📌\ufe0f*+\-]"
LIST_MARKS = re.compile(rf"(?:\s|{SIGNS}|\(?[a-zA-Z\d]{{1,2}}[.)]|\d\ufe0f?\u20e3)*")
QUICK = settings(max_examples=60, deadline=None)


@QUICK
@given(TEXTS)
def test_cleaning_twice_is_cleaning_once(text):
    cleaned = clean_text(text)

    assert clean_text(cleaned) == cleaned
    assert not set(cleaned) & set("\x00\r\u200b\u202e\ud800")


@QUICK
@given(TEXTS, LANGUAGES)
def test_sentences_cover_all_that_is_not_blank_in_order(text, language):
    spans = cut_sentences(text, language)
    between = [0, *(place for span in spans for place in span), len(text)]

    assert between == sorted(between)
    assert all(text[start:end] and text[start:end] == text[start:end].strip() for start, end in spans)
    assert not "".join(text[a:b] for a, b in zip(between[::2], between[1::2], strict=True)).strip()


@QUICK
@given(TEXTS)
def test_every_sentence_of_an_article_is_a_slice_of_it(text):
    try:
        article = Article.from_text(text, url="https://example.org/")
    except EmptyTextError:
        assert not any(map(str.isalnum, clean_text(text)))
        return

    assert article.text.replace("\n", " ") == clean_text(text).strip().replace("\n", " ")
    assert [s.position for s in article.sentences] == list(range(len(article.sentences)))
    for sentence in article.sentences:
        paragraph = article.paragraphs[sentence.paragraph]
        assert article.text[sentence.start : sentence.end] == sentence.text
        assert paragraph.start <= sentence.start < sentence.end <= paragraph.end
        assert fragment_link(article, sentence)
        is_no_prose(sentence.text)
    for paragraph in article.paragraphs:
        covered = [s for s in article.sentences if paragraph.start <= s.start < paragraph.end]
        inner = list(article.text[paragraph.start : paragraph.end])
        for sentence in covered:
            inner[sentence.start - paragraph.start : sentence.end - paragraph.start] = " " * len(
                sentence.text
            )
        assert LIST_MARKS.fullmatch("".join(inner))


@QUICK
@given(st.lists(st.tuples(TEXTS, st.sampled_from(Kind)), max_size=4))
def test_blocks_give_slices_too(pairs):
    blocks = [Block(text, kind) for text, kind in pairs]
    try:
        article = Article.from_blocks(blocks)
    except EmptyTextError:
        return

    assert all(article.text[s.start : s.end] == s.text for s in article.sentences)


@QUICK
@given(TEXTS, LANGUAGES)
def test_words_and_their_places_go_together(text, language):
    found, places = words(text, language), word_spans(text, language)

    assert len(found) == len(places)
    assert all(found)
    assert all(0 <= start < end <= len(text) for start, end in places)
    terms(text, language)
    assert len(detect(text)) == 2


@QUICK
@given(TEXTS)
def test_a_clean_address_is_clean(text):
    for link in [text, f"http://{text}", f"https://example.org/{text}", *find_links(text)]:
        try:
            cleaned = clean_url(link)
        except NotALinkError:
            continue
        assert clean_url(cleaned) == cleaned
        assert cleaned.isascii()
        assert not set(cleaned) & set(" \n\x00#")
