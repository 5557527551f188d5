"""Every word for people is in prompts/, in every language, with the same variables; none is in the code."""

import ast
import re
from pathlib import Path

import pytest
from babel import Locale
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.core.errors import BotError, Reason
from bot.messages import FALLBACK, Messages

ROOT = Path(__file__).resolve().parents[2]
CODE = sorted((ROOT / "bot").rglob("*.py"))
LOCALES = Messages.load().locales

# Keys that the code puts together; what follows stands in data of its own.
FAMILIES = re.compile(
    r"error-|no-article-|suggest-|command-|check-|setting-|trial-|cli-|doctor-|auto-(?:off|ask|on)$"
)


class Variables(Visitor):
    """Collects variables; a message may refer to no other one, since each is parsed alone."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:  # noqa: N802 - Fluent's visitor
        pytest.fail(f"refers to {node.id.name}")

    visit_TermReference = visit_MessageReference  # noqa: N815 - Fluent's visitor

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - Fluent's visitor
        self.names.add(node.id.name)


def messages(locale: str) -> dict[str, set[str]]:
    """The keys of a language, each with its variables; no key twice, no broken line."""
    found: dict[str, set[str]] = {}
    for entry in entries(locale):
        assert entry.id.name not in found, f"{locale}: {entry.id.name} is there twice"
        variables = Variables()
        variables.visit(entry)
        found[entry.id.name] = variables.names
    return found


def entries(locale: str) -> list[ftl.Message]:
    """The messages of a language as they are written."""
    written = (ROOT / "prompts" / f"{locale}.ftl").read_text(encoding="utf-8")
    body = FluentParser().parse(written).body
    assert [entry.content for entry in body if isinstance(entry, ftl.Junk)] == []
    return [entry for entry in body if isinstance(entry, ftl.Message)]


def literals() -> dict[str, set[str]]:
    """For each module of the bot its string literals, docstrings aside."""
    found: dict[str, set[str]] = {}
    for path in CODE:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docs = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        found[str(path.relative_to(ROOT))] = {
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs
        }
    return found


# Buttons that stand three in a row, where a phone shows about twelve letters of each; a choice has a tick.
NARROW = {
    "button-shorter": "",
    "button-longer": "",
    "button-again": "",
    "choice-short": "✓ ",
    "choice-medium": "✓ ",
    "choice-long": "✓ ",
    "language-name": "✓ ",
}


@pytest.mark.parametrize("locale", LOCALES)
def test_three_buttons_in_a_row_are_not_cut_on_a_phone(locale: str) -> None:
    said = Messages.load()
    long = [key for key, tick in NARROW.items() if len(tick + said.say(locale, key)) > 12]
    assert long == []


@pytest.mark.parametrize("locale", [locale for locale in LOCALES if locale != FALLBACK])
def test_every_language_has_every_message_with_the_same_variables(locale: str) -> None:
    assert messages(locale) == messages(FALLBACK)


@pytest.mark.parametrize("locale", LOCALES)
def test_a_number_is_said_in_every_form_that_the_language_has_for_whole_numbers(locale: str) -> None:
    category = Locale.parse(locale, sep="-").plural_form
    # French has one for millions, too, which no message comes to; "other" may stand for it.
    wanted = {category(number) for number in range(1000)}
    chosen = Choices()
    for entry in entries(locale):
        chosen.visit(entry)
    lacking = [keys for keys in chosen.by_number if not wanted <= keys]
    assert chosen.by_number
    assert lacking == []


class Choices(Visitor):
    """Collects the keys of every choice by a number."""

    def __init__(self) -> None:
        self.by_number: list[set[str]] = []

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802 - Fluent's visitor
        keys = {it.key.name if isinstance(it.key, ftl.Identifier) else it.key.value for it in node.variants}
        if keys & {"zero", "one", "two", "few", "many"}:
            self.by_number.append(keys)
        self.generic_visit(node)


def test_no_message_is_unused() -> None:
    used = set().union(*literals().values())
    assert [key for key in messages(FALLBACK) if key not in used and not FAMILIES.match(key)] == []


def test_every_key_that_is_said_exists_and_gets_its_variables() -> None:
    known = messages(FALLBACK)
    wrong = []
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            said = _said(node)
            if said and said != (said[0], known.get(said[0])):
                wrong.append((path.name, said))
    assert wrong == []


def _said(node: ast.AST) -> tuple[str, set[str]] | None:
    """The key and variables of a call like `voice.say("key", name=…)`, where both stand in the code."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
        return None
    if node.func.attr not in {"say", "html"} or any(keyword.arg is None for keyword in node.keywords):
        return None
    keys = [argument for argument in node.args if isinstance(argument, ast.Constant)]
    if not keys or not isinstance(keys[-1].value, str):
        return None
    return keys[-1].value, {keyword.arg for keyword in node.keywords if keyword.arg}


def test_every_error_and_every_reason_has_its_sentence() -> None:
    def family(error: type[BotError]) -> set[type[BotError]]:
        return {error}.union(*(family(heir) for heir in error.__subclasses__()))

    wanted = {
        "error-" + error.code.replace("_", "-")
        for error in family(BotError)
        if error.__module__.startswith("bot.core")
    }
    wanted |= {"no-article-" + reason.replace("_", "-") for reason in Reason}
    assert wanted - messages(FALLBACK).keys() == set()


# A capital letter, then words, then the end of a sentence: nothing of that kind stands in the code.
OF_THEIR_OWN = (
    *("bot/settings", "bot/cli.py", "bot/server/", "bot/storage/"),
    *("bot/sources/worker_pool/preloaded.py", "bot/commands/doctor.py"),
)
SENTENCE = re.compile(r"[A-ZÄÖÜА-Я][\w’']*(?: [\w’',–-]+){2,}[.!?…]")


def test_no_sentence_for_people_stands_in_the_code() -> None:
    found = {(path, text) for path, texts in literals().items() for text in texts if SENTENCE.search(text)}
    # Help on options and settings is a manual in English, as is what programs read over HTTP;
    # storage speaks SQL, workers warm up on a page, and the doctor reads a text.
    assert {(path, text) for path, text in found if not path.startswith(OF_THEIR_OWN)} == set()


@pytest.mark.parametrize("locale", LOCALES)
def test_only_placeholders_end_in_an_ellipsis(locale: str) -> None:
    ending = {entry.id.name for entry in entries(locale) if _ends_in_ellipsis(entry)}
    assert ending == {key for key in messages(FALLBACK) if key.startswith("doing-")}


def _ends_in_ellipsis(message: ftl.Message) -> bool:
    class Ends(Visitor):
        found = False

        def visit_Pattern(self, node: ftl.Pattern) -> None:  # noqa: N802 - Fluent's visitor
            last = node.elements[-1]
            if isinstance(last, ftl.TextElement) and last.value.rstrip().endswith("…"):
                self.found = True
            self.generic_visit(node)

    ends = Ends()
    ends.visit(message)
    return ends.found


@pytest.mark.parametrize("locale", LOCALES)
def test_what_shows_in_a_box_fits_in_it(locale: str) -> None:
    said = Messages.load()
    boxes = [said.say(locale, key, title="x" * 60) for key in ("ask-how", "ask-how-group")]
    plain = ("button-stale", "button-unknown", "button-foreign", "digest-when-last")
    boxes += [said.say(locale, key) for key in plain]
    boxes += [
        said.say(locale, key, id="123456789")
        for key in ("gave-up-failed", "gave-up-timed-out", "gave-up-cancelled")
    ]
    assert [text for text in boxes if len(text) > 200] == []


def test_one_other_sentence_is_not_1_others() -> None:
    figures = {"place": 1, "total": 9, "words": "roof", "percent": 50}
    one, two = (Messages.load().say("en", "why-line", shared=shared, **figures) for shared in (1, 2))
    assert "with one other. Closer" in one
    assert "with 2 others. Closer" in two


@pytest.mark.parametrize("locale", LOCALES)
def test_every_message_is_found_without_parsing_the_file(locale: str) -> None:
    said = Messages.load()
    assert all(said.has(locale, key) for key in messages(locale))
    assert not said.has(locale, "one")


def test_plurals_are_those_of_the_language() -> None:
    said = Messages.load()
    ends = [said.say("ru", "doing-reading-several", count=count) for count in (1, 2, 5, 21)]
    assert ends == ["Читаю 1 страницу …", "Читаю 2 страницы …", "Читаю 5 страниц …", "Читаю 21 страницу …"]


def test_numbers_and_values_come_in_the_manner_of_the_language_without_invisible_marks() -> None:
    said = Messages.load()
    assert said.say("de", "error-text-too-long", limit=2_000_000).count("2.000.000") == 1
    assert not re.search("[\u2066-\u2069]", said.say("en", "doing-reading", what="example.org"))


def test_values_that_run_the_other_way_are_kept_apart() -> None:
    said = Messages({"en": ["of = { $part } of { $whole }"], "ar": ["of = { $part } من { $whole }"]})
    assert said.say("en", "of", part="שלום", whole="b") == "\u2068שלום\u2069 of b"
    assert said.say("ar", "of", part="Nutshell", whole=3) == "\u2068Nutshell\u2069 من 3"
    assert said.say("en", "of", part="\u2069", whole="b") == "\u2069 of b"
    assert [said.right_to_left(locale) for locale in said.locales] == [True, False]
    assert [said.apart(locale, "Nutshell") for locale in said.locales] == ["\u2068Nutshell\u2069", "Nutshell"]


def test_commands_and_addresses_keep_their_sign_in_front_where_the_words_run_the_other_way() -> None:
    said = Messages(
        {
            "en": ["x = x"],
            "ar": ["x = عبر /help. أو @BotFather، https://a.example/b، و { $what } و /digest 18:00"],
        }
    )
    apart = re.findall("\u2068(.*?)\u2069", said.say("ar", "x", what="/start"))
    assert apart == ["/help", "@BotFather", "https://a.example/b", "/start", "/digest 18:00"]


def test_marks_around_values_count_in_the_offsets_of_entities() -> None:
    said = Messages.load().say("ar", "channel-title", title="News 📰 of Kiel")
    assert said[said.index("News") :].startswith("News 📰 of Kiel\u2069")  # the title itself is as it was


@pytest.mark.parametrize(
    ("code", "default", "chosen"),
    [
        ("de", "en", "de"),
        ("de-AT", "en", "de"),
        ("RU", "en", "ru"),
        ("pt-br", "de", "pt"),
        (None, "ru", "ru"),
        ("xx", "yy", "en"),
    ],
)
def test_a_language_is_chosen_that_exists(code: str | None, default: str, chosen: str) -> None:
    assert Messages.load().choose(code, default) == chosen


def test_a_language_is_called_by_its_name_in_another_one_as_far_as_that_is_known() -> None:
    said = Messages({"en": [], "xx": []})
    assert said.language("de", "en") == "Englisch"
    assert said.language("de", "xx") == "xx"
    assert said.language("xx", "de") == "de"


def test_a_message_that_a_language_lacks_comes_in_english() -> None:
    said = Messages({"en": ["hello = Hello"], "xx": ["other = Other"]})
    assert said.say("xx", "hello") == "Hello"
    with pytest.raises(LookupError):
        said.say("xx", "nowhere")
