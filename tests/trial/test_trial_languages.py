"""Every language in Chromium on a phone: nothing is cut, and all of it runs the right way."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from bot.messages import Messages
from bot.trial.chats import PERSON_ID

pytestmark = pytest.mark.browser

SAID = Messages.load()
PROMPTS = Path(__file__).resolve().parents[2] / "prompts"
PHONE = (360, 740)
PORTION = 24  # sentences in a message; they stay under Telegram's 4096 characters

# Rows of buttons that the bot shows side by side, by the keys of their words; what is chosen has a tick.
ROWS = (
    ("button-shorter", "button-longer", "button-again"),
    ("button-keywords", "button-ask"),
    ("button-archive",),
    ("choice-short", "choice-medium", "choice-long"),
    ("choice-paragraphs", "choice-bullets"),
    ("auto-off",),
    ("auto-ask", "auto-on"),
    ("keep-shared",),
    ("keep-names",),
    ("digest-button-when", "digest-button-where"),
    ("digest-button-zone",),
    ("digest-button-shared", "digest-button-feeds"),
    ("digest-button-quiet", "digest-button-pin"),
    ("digest-daily", "digest-weekdays"),
    ("day-0", "day-1", "day-2", "day-3"),
    ("day-4", "day-5", "day-6"),
    ("button-newer", "button-older"),
    ("button-forget", "button-keep"),
    ("button-rss-new", "button-rss-off"),
    ("button-broadcast", "button-broadcast-drop"),
)
NUMBERS = {"day": datetime(2026, 3, 14, tzinfo=UTC), "count": 5, "kind": "other", "reason": "broken"}

# Words that are wider than their box, and boxes that are wider than the screen.
CUT = """(() => {
  const wide = [];
  for (const key of document.querySelectorAll('.key')) key.style.overflowWrap = 'normal'; // no word is torn
  for (const element of document.querySelectorAll('body *')) {
    if (!element.checkVisibility() || element.closest('.unseen, .skip, svg, option')) continue;
    const box = element.getBoundingClientRect();
    const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    const over = words && element.clientWidth && element.scrollWidth > element.clientWidth + 1;
    if (over || (box.width && (box.right > screen.width + 1 || box.left < -1)))
      wide.push(`${element.className || element.tagName}: ${element.textContent.slice(0, 60)}`);
  }
  // A phone shows a page that is wider than itself smaller, so that the window is as wide as the page.
  if (document.documentElement.scrollWidth > screen.width) wide.push('page');
  return wide;
})()"""

# Lines of the bot's messages with words that run from right to left, which don't run so as a whole.
ASTRAY = """[...document.querySelectorAll('.message.in .line')]
  .filter((line) => /[\\p{Script=Arabic}\\p{Script=Hebrew}]{2}/u.test(line.textContent))
  .filter((line) => !line.matches(':dir(rtl)'))
  .map((line) => line.textContent)"""


def sentences(locale: str) -> list[str]:
    """All that the bot says in a chat in a language, filled in."""
    body = FluentParser().parse((PROMPTS / f"{locale}.ftl").read_text(encoding="utf-8")).body
    keys = [entry.id.name for entry in body if isinstance(entry, ftl.Message)]
    chat = [key for key in keys if not re.match(r"trial-|cli-|doctor-|setting-|command-|button-|day-", key)]
    names = set(re.findall(r"\$(\w+)", (PROMPTS / f"{locale}.ftl").read_text(encoding="utf-8")))
    values: dict[str, Any] = {name: f"Example & {name}" for name in names} | NUMBERS
    values |= dict.fromkeys(("minutes", "days", "hours", "seconds", "people", "rate", "readings"), 5)
    return [SAID.say(locale, key, **values) for key in chat]


async def tell(trial: Any, texts: list[str], rows: list[list[str]]) -> None:
    """Messages of the bot, as its process sends them; the last one with buttons."""
    keys = [[{"text": label, "callback_data": "x"} for label in row] for row in rows]
    async with aiohttp.ClientSession(f"{trial.address}/bot{trial.token}/") as bot:
        for number, text in enumerate(texts, 1):
            body: dict[str, Any] = {"chat_id": PERSON_ID, "text": text}
            if number == len(texts):
                body["reply_markup"] = {"inline_keyboard": keys}
            async with bot.post("sendMessage", json=body) as response:
                assert response.status == 200, await response.text()


async def test_every_language_fits_a_phone_and_runs_its_way(tab: Any, trial: Any) -> None:
    await tab.resize(*PHONE)
    await tab.open(trial.address)
    await tab.until("document.querySelector('#state').className === 'ready'", 20)
    offered = await tab.run("[...document.querySelector('#language').options].map((each) => each.value)")
    assert offered == list(SAID.locales)
    for locale in SAID.locales:
        chosen = f"document.querySelector('#language').value = '{locale}'"
        await tab.run(f"{chosen}; document.querySelector('#language').dispatchEvent(new Event('change'))")
        await tab.until(f"document.documentElement.lang === '{locale}'")
        right_to_left = SAID.right_to_left(locale)
        assert await tab.run("document.documentElement.dir") == ("rtl" if right_to_left else "ltr")
        said = sentences(locale)
        texts = ["\n\n".join(said[start : start + PORTION]) for start in range(0, len(said), PORTION)]
        await tell(trial, texts, [[f"✓ {SAID.say(locale, key)}" for key in row] for row in ROWS])
        await tab.until("document.querySelector('.message.in .keyboard')")
        assert await tab.run(CUT) == [], locale
        assert not right_to_left or await tab.run(ASTRAY) == []
        await tab.run("document.querySelector('#messages').replaceChildren()")
