"""The gallery: twenty texts of many kinds with what the bot makes of them, on one page.

Run it as `python tests/quality/gallery.py`: it writes gallery/index.html beside itself and prints which of
the everyday questions in gallery/questions.txt were answered wrongly. The texts were written for it.
`--print` writes the summaries to the terminal instead of the page.
"""

import argparse
import html
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import bot
from bot.core.keywords import keywords
from bot.core.suggestions import suggest
from bot.messages import QuestionPhrase

HERE = Path(__file__).with_name("gallery")
SHORT, LONG = 3, 6
STYLE = """
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.55 system-ui, sans-serif; }
h2 { margin-top: 3rem; border-top: 1px solid; padding-top: 1rem; }
mark { background: #cdeedd; color: #111; } mark.longer { background: #eef6d8; }
.wrong { color: #b00020; }
blockquote { margin: 0.3rem 0 1rem; padding-left: 0.8rem; border-left: 3px solid #999; }
summary { cursor: pointer; } pre { white-space: pre-wrap; font: inherit; }
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """An everyday question, and words of the sentence that answers it; None where the text doesn't say."""

    question: str
    expected: str | None


@dataclass(frozen=True, slots=True)
class Answered:
    """What came back."""

    asked: Asked
    answer: bot.Answer

    @property
    def right(self) -> bool:
        if self.asked.expected is None or not self.answer.found:
            return self.asked.expected is None and not self.answer.found
        return self.asked.expected in self.answer.passages[0].sentence.text


def main() -> None:
    """Writes the page, or prints the summaries, and tells which questions were answered wrongly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--print", action="store_true", dest="printed", help="to the terminal, no page")
    printed = parser.parse_args().printed
    questions = read_questions()
    sections, wrong, total = [], 0, 0
    for path in sorted((HERE / "texts").glob("*.txt")):
        article = read_article(path)
        answers = [Answered(asked, bot.ask(article, asked.question)) for asked in questions[path.stem]]
        sections.append(section(path.stem, article, answers))
        if printed:
            show(path.stem, article)
        total += len(answers)
        for one in answers:
            if not one.right:
                wrong += 1
                report(path.stem, one)
    if not printed:
        (HERE / "index.html").write_text(page(sections), encoding="utf-8")
    sys.stdout.write(f"{total - wrong} of {total} questions answered rightly\n")


def read_article(path: Path) -> bot.Article:
    """The text of a file, whose first line is the title."""
    title, _, text = path.read_text(encoding="utf-8").partition("\n")
    return bot.Article.from_text(text.strip(), title=title)


def read_questions() -> dict[str, list[Asked]]:
    """The questions, by the name of their text."""
    found: dict[str, list[Asked]] = defaultdict(list)
    for line in (HERE / "questions.txt").read_text(encoding="utf-8").splitlines():
        name, question, expected = (part.strip() for part in line.split("|"))
        found[name].append(Asked(question, None if expected == "-" else expected))
    return found


def suggested(article: bot.Article) -> list[str]:
    """The suggested questions in words."""
    phrase = QuestionPhrase(article.language)
    return [phrase(one) for one in suggest(article, phrase=phrase)]


def show(name: str, article: bot.Article) -> None:
    """A text's summaries, keywords and suggested questions on the terminal."""
    lines = [f"\n== {name}: {article.title}"]
    for count in (SHORT, LONG):
        lines += [f"-- {count}", *(f"  * {one.text}" for one in bot.summarize(article, count).sentences)]
    lines += ["-- " + ", ".join(map(str, keywords(article))), "-- " + " / ".join(suggested(article))]
    sys.stdout.write("\n".join(lines) + "\n")


def report(name: str, one: Answered) -> None:
    """A wrong answer on the terminal."""
    came = one.answer.passages[0].sentence.text if one.answer.passages else "nothing"
    found = "found" if one.answer.found else "doesn't say"
    sys.stdout.write(f"{name}: {one.asked.question} [{one.asked.expected or 'not there'}] {found}: {came}\n")


def section(name: str, article: bot.Article, answers: list[Answered]) -> str:
    """One text with all that is made of it, as HTML."""
    short, long = (bot.summarize(article, count).sentences for count in (SHORT, LONG))
    parts = [f"<section lang='{article.language}'><h2>{html.escape(article.title or '')}</h2><p>{name}</p>"]
    for label, sentences in ((SHORT, short), (LONG, long)):
        items = "".join(f"<li>{html.escape(one.text)}</li>" for one in sentences)
        parts.append(f"<h3>{label} sentences</h3><ul>{items}</ul>")
    parts.append(f"<p>Keywords: {html.escape(', '.join(map(str, keywords(article))))}</p>")
    parts.append(f"<p>Suggested: {html.escape(' / '.join(suggested(article)))}</p>")
    parts += [told(one) for one in answers]
    parts.append(f"<details><summary>The text</summary><pre>{marked(article, short, long)}</pre></details>")
    return "".join(parts) + "</section>"


def told(one: Answered) -> str:
    """A question and its answer, as HTML."""
    verdict = "" if one.right else " class='wrong'"
    found = "" if one.answer.found else "(the article doesn’t say) "
    quoted = one.answer.passages[0].sentence.text if one.answer.passages else ""
    return (
        f"<p{verdict}>{html.escape(one.asked.question)}</p>"
        f"<blockquote>{found}{html.escape(quoted)}</blockquote>"
    )


def marked(article: bot.Article, short: tuple[bot.Sentence, ...], long: tuple[bot.Sentence, ...]) -> str:
    """The text with the sentences of the summaries marked, as HTML."""
    parts, at = [], 0
    for one in sorted({*short, *long}, key=lambda sentence: sentence.start):
        kind = "" if one in short else " class='longer'"
        parts.append(html.escape(article.text[at : one.start]))
        parts.append(f"<mark{kind}>{html.escape(one.text)}</mark>")
        at = one.end
    return "".join(parts) + html.escape(article.text[at:])


def page(sections: list[str]) -> str:
    """The whole page."""
    head = f"<meta charset='utf-8'><title>Nutshell’s gallery</title><style>{STYLE}</style>"
    body = f"<h1>Gallery</h1>{''.join(sections)}"
    return f"<!doctype html><html lang='en'><head>{head}</head><body>{body}</body></html>\n"


if __name__ == "__main__":
    main()
