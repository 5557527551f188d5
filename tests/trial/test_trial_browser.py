"""The page in Chromium, with the fake bot behind it: works like a chat client, for everyone."""

import asyncio
import os
import signal

import pytest

pytestmark = pytest.mark.browser

LAST = "[...document.querySelectorAll('.message')].at(-1)"
LAST_IN = "[...document.querySelectorAll('.message.in')].at(-1)"
EXAMPLE = "document.querySelector('#send-example')"

# Every visible text against the ground that is really behind it; returns the pairs below the wanted contrast.
CONTRASTS = """(() => {
  const channel = (value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const parse = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = (top, bottom) => [0, 1, 2].map((i) => top[i] * top[3] + bottom[i] * (1 - top[3]));
  const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const ground = (element) => {
    if (!element) return [255, 255, 255];
    const color = parse(getComputedStyle(element).backgroundColor);
    return color[3] === 1 ? color.slice(0, 3) : over(color, ground(element.parentElement));
  };
  const bad = [];
  let seen = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || element.closest('.unseen, .room, option, script')) continue;
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    seen += 1;
    const behind = ground(element);
    const front = over(parse(getComputedStyle(element).color), behind);
    const [light, dark] = [luminance(front), luminance(behind)].sort((a, b) => b - a);
    const contrast = (light + 0.05) / (dark + 0.05);
    if (contrast < 4.5) bad.push(`${contrast.toFixed(2)} ${element.className}: ${walker.currentNode.data}`);
  }
  return seen > 20 ? bad : ['saw only ' + seen];
})()"""

# Everything that can be pressed or typed into must have a name that is more than a picture.
NAMELESS = """[...document.querySelectorAll('button, a[href], select, textarea, input:not([hidden])')]
  .filter((element) => element.checkVisibility())
  .filter((element) => {
    const name = element.ariaLabel ?? (element.labels?.[0]?.textContent || element.textContent);
    return !/[\\p{L}\\p{Nd}]/u.test(name);
  }).map((element) => element.outerHTML)"""

WIDE = """document.documentElement.scrollWidth > innerWidth
  || document.querySelector('#scroll').scrollWidth > innerWidth"""


async def ready(tab, trial):
    await tab.open(trial.address)
    await tab.until("document.querySelector('#state').className === 'ready'", 20)


async def read_example(tab):
    """Sends the example article and waits for the summary."""
    await tab.click(EXAMPLE)
    await tab.until(f"{LAST_IN}?.querySelector('.key')")


async def test_it_opens_with_a_greeting_the_commands_and_an_example(tab, trial):
    await ready(tab, trial)
    text = await tab.run("document.querySelector('.about').innerText")
    assert "Nothing leaves the computer" in text
    assert "/start" in text
    assert await tab.run("document.activeElement.id") == "write"
    await read_example(tab)
    first = await tab.run("document.querySelector('.message.out .body').innerText")
    assert first.strip() == f"{trial.address}/example/en"
    assert tab.complaints == []


async def test_a_placeholder_turns_into_the_answer_in_place(tab, trial):
    await ready(tab, trial)
    await tab.send("https://example.org/a")
    await tab.until(f"{LAST_IN}?.innerText.includes('Reading example.org …')")
    first = await tab.run(f"{LAST_IN}.id")
    await tab.until(f"{LAST_IN}.innerText.includes('The lighthouse that learned')")
    assert await tab.run(f"{LAST_IN}.id") == first


async def test_formatting_is_shown_as_elements(tab, trial):
    await ready(tab, trial)
    await read_example(tab)
    assert (
        await tab.run(f"{LAST_IN}.querySelector('.body strong').textContent")
        == "The lighthouse that learned to save"
    )
    assert await tab.run(f"{LAST_IN}.querySelector('.body a').href") == "https://example.org/light"
    assert await tab.run(f"{LAST_IN}.querySelector('.body a').rel") == "noopener noreferrer"
    assert await tab.run(f"{LAST_IN}.querySelectorAll('.line.item').length") == 2
    assert (
        await tab.run(f"{LAST_IN}.querySelector('em').textContent") == "Example · Mara Ellison · 3 min read"
    )


async def test_a_long_quote_opens_and_closes_by_click_and_by_key(tab, trial):
    await ready(tab, trial)
    await read_example(tab)
    button = f"{LAST_IN}.querySelector('.expand')"
    closed = await tab.run(f"{LAST_IN}.querySelector('blockquote').offsetHeight")
    await tab.click(f"{LAST_IN}.querySelector('blockquote .line')")
    assert await tab.run(f"{button}.getAttribute('aria-expanded')") == "true"
    assert await tab.run(f"{LAST_IN}.querySelector('blockquote').offsetHeight") > closed
    await tab.run(f"{button}.focus()")
    await tab.press("Enter")
    assert await tab.run(f"{button}.getAttribute('aria-expanded')") == "false"


async def test_a_button_edits_its_message_and_keeps_the_focus_there(tab, trial):
    await ready(tab, trial)
    await read_example(tab)
    await tab.run(f"{LAST_IN}.querySelector('.key').focus()")
    await tab.press("Enter")
    await tab.until(f"{LAST_IN}.innerText.includes('One more line.')")
    assert await tab.run(f"{LAST_IN}.contains(document.activeElement)")
    assert await tab.run("document.activeElement.classList.contains('key')")


async def test_an_alert_is_a_dialog(tab, trial):
    await ready(tab, trial)
    await read_example(tab)
    await tab.click(f"{LAST_IN}.querySelectorAll('.key')[1]")
    await tab.until("document.querySelector('#alert').open")
    assert "lighthouse, lamp" in await tab.run("document.querySelector('#alert').innerText")
    await tab.press("Escape")
    await tab.until("!document.querySelector('#alert').open")


async def test_enter_sends_and_shift_enter_starts_a_line(tab, trial):
    await ready(tab, trial)
    await tab.type("one")
    await tab.press("Enter", modifiers=8)
    await tab.type("two")
    await tab.press("Enter")
    await tab.until("document.querySelectorAll('.message.out').length === 1")
    assert (await tab.run("document.querySelector('.message.out .body').innerText")).strip() == "one\ntwo"
    assert await tab.run("document.querySelector('#write').value") == ""


async def test_arrows_choose_the_message_to_reply_to(tab, trial):
    await ready(tab, trial)
    await tab.send("the first one")
    await tab.until(f"{LAST_IN}?.innerText.includes('13 characters')")
    await tab.press("ArrowUp")
    await tab.press("ArrowUp")
    assert await tab.run("document.querySelector('#reply-text').textContent") == "the first one"
    await tab.press("ArrowDown")
    assert "13 characters" in await tab.run("document.querySelector('#reply-text').textContent")
    await tab.press("Escape")
    assert await tab.run("document.querySelector('#replying').hidden")
    await tab.press("ArrowUp")
    await tab.press("ArrowUp")
    await tab.send("about it")
    await tab.until(f"{LAST_IN}.innerText.includes('| the first one |')")
    shown = await tab.run(
        "[...document.querySelectorAll('.message.out')].at(-1).querySelector('.quoted').innerText"
    )
    assert shown == "You\nthe first one"


async def test_a_click_on_reply_chooses_the_message(tab, trial):
    await ready(tab, trial)
    await tab.send("the first one")
    await tab.until(f"{LAST_IN}?.innerText.includes('13 characters')")
    await tab.click("document.querySelector('.message.out .reply')")
    assert await tab.run("document.querySelector('#reply-text').textContent") == "the first one"
    assert await tab.run("document.activeElement.id") == "write"


async def test_a_long_paste_becomes_several_messages(tab, trial):
    await ready(tab, trial)
    await tab.type("All of this is one paste. " * 400)
    await tab.press("Enter")
    await tab.until("document.querySelectorAll('.message.out').length === 3")


async def test_a_file_is_sent_and_read(tab, trial, tmp_path):
    await ready(tab, trial)
    path = tmp_path / "notes.txt"
    path.write_text("twelve bytes")
    await tab.choose_file(path)
    await tab.until(f"{LAST_IN}?.innerText.includes('12 bytes')")
    assert "notes.txt" in await tab.run("document.querySelector('.message.out .file').innerText")
    assert await tab.run("document.querySelector('.file').getAttribute('aria-label')") == "Download notes.txt"


async def test_a_file_can_be_dropped(tab, trial):
    await ready(tab, trial)
    await tab.run("""(() => {
      const data = new DataTransfer();
      data.items.add(new File(['dropped'], 'drop.txt', { type: 'text/plain' }));
      const init = { dataTransfer: data, bubbles: true, cancelable: true };
      for (const type of ['dragenter', 'dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, init));
    })()""")
    await tab.until(f"{LAST_IN}?.innerText.includes('7 bytes')")
    assert await tab.run("document.querySelector('#drop').hidden")


async def test_the_menu_opens_with_a_slash_and_is_used_by_keys(tab, trial):
    await ready(tab, trial)
    await tab.type("/")
    assert await tab.run("document.querySelectorAll('#menu button').length") == 2
    await tab.type("h")
    assert await tab.run("document.querySelector('#menu').innerText.includes('What I can do')")
    assert await tab.run("document.querySelector('#open-menu').getAttribute('aria-expanded')") == "true"
    await tab.press("ArrowDown")
    await tab.press("Enter")
    await tab.until(f"{LAST_IN}?.innerText.includes('5 characters: /help')")
    assert await tab.run("document.querySelector('#write').value") == ""


async def test_the_page_follows_the_persons_language(tab, trial):
    await ready(tab, trial)
    await tab.run("""(() => {
      const select = document.querySelector('#language');
      select.value = 'de';
      select.dispatchEvent(new Event('change'));
    })()""")
    await tab.until("document.documentElement.lang === 'de'")
    assert await tab.run("document.querySelector('#send-example').textContent") == "Beispielartikel senden"
    await tab.send("hallo")
    await tab.until(f"{LAST_IN}?.innerText.includes('| de')")


async def test_a_killed_bot_is_told_and_comes_back_with_the_chat_as_it_was(tab, trial):
    await ready(tab, trial)
    await tab.send("before")
    await tab.until(f"{LAST_IN}?.innerText.includes('6 characters')")
    os.kill(trial.supervisor.status.pid, signal.SIGKILL)
    await tab.until("document.querySelector('.note.down')?.innerText.includes('signal 9')")
    await tab.send("meanwhile")
    await tab.until("document.querySelector('.note.ready')", 20)
    await tab.until(f"{LAST_IN}.innerText.includes('9 characters: meanwhile')")
    await tab.call("Page.reload")
    await tab.until(
        "document.querySelectorAll('.message').length + document.querySelectorAll('.note').length === 6"
    )
    order = await tab.run(
        "[...document.querySelector('#messages').children].map((item) => item.classList[0])"
    )
    assert order[:3] == ["message", "message", "note"]


async def test_the_restart_button_restarts_the_bot(tab, trial):
    await ready(tab, trial)
    await tab.click("document.querySelector('#restart')")
    await tab.until("document.querySelector('.note.ready')", 20)
    assert trial.supervisor.status.starts == 2


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_every_text_stands_out_from_its_ground(tab, trial, theme):
    await tab.prefer(prefers_color_scheme=theme, prefers_reduced_motion="reduce")
    await ready(tab, trial)
    assert await tab.run("document.documentElement.dataset.theme") == theme
    await read_example(tab)
    await tab.send("and <more>")
    await tab.until(f"{LAST_IN}.innerText.includes('10 characters')")
    os.kill(trial.supervisor.status.pid, signal.SIGKILL)
    await tab.until("document.querySelector('.note.down')")
    await tab.press("ArrowUp")
    assert await tab.run(CONTRASTS) == []
    await tab.until("document.querySelector('#state').className === 'ready'", 20)
    await tab.type("/")
    assert await tab.run(CONTRASTS) == []


async def test_the_page_turns_dark_with_the_system_until_the_person_chooses(tab, trial):
    await ready(tab, trial)
    await tab.prefer(prefers_color_scheme="dark", prefers_reduced_motion="reduce")
    await tab.until("document.documentElement.dataset.theme === 'dark'")
    await tab.click("document.querySelector('#theme')")
    assert await tab.run("document.documentElement.dataset.theme") == "light"
    await tab.prefer(prefers_color_scheme="light", prefers_reduced_motion="reduce")
    await tab.prefer(prefers_color_scheme="dark", prefers_reduced_motion="reduce")
    assert await tab.run("document.documentElement.dataset.theme") == "light"


async def test_the_theme_can_be_chosen_and_stays(tab, trial):
    await ready(tab, trial)
    await tab.click("document.querySelector('#theme')")
    assert await tab.run("document.querySelector('#theme').getAttribute('aria-pressed')") == "true"
    await tab.call("Page.reload")
    await tab.until("document.documentElement?.dataset.theme === 'dark'")


async def test_a_screen_reader_finds_its_way(tab, trial):
    await ready(tab, trial)
    await read_example(tab)
    log = "document.querySelector('#log')"
    assert await tab.run(f"[{log}.getAttribute('role'), {log}.ariaLive, {log}.ariaLabel]") == [
        "log",
        "polite",
        "Chat with Nutshell",
    ]
    tree = (await tab.call("Accessibility.getFullAXTree"))["nodes"]
    roles = [node["role"]["value"] for node in tree if not node.get("ignored")]
    assert {"banner", "main", "log", "list", "listitem", "heading", "status", "textbox", "combobox"} <= set(
        roles
    )
    names = [node.get("name", {}).get("value", "") for node in tree if node["role"]["value"] == "button"]
    assert {"Send", "Attach a file", "Restart the bot", "Dark colours", "Reply", "Keywords"} <= set(names)
    assert await tab.run(NAMELESS) == []
    spoken = await tab.run(f"{LAST_IN}.querySelector('.unseen').textContent")
    assert spoken.startswith("Nutshell, ")


async def test_a_group_without_the_bot_says_so_and_lets_it_in(tab, trial):
    await ready(tab, trial)
    outside = "document.querySelector('#outside')"
    assert await tab.run(f"{outside}.hidden")
    await tab.run("""(() => {
      const list = document.querySelector('#place');
      list.value = [...list.options].find((one) => one.text.startsWith('Neighbours')).value;
      list.dispatchEvent(new Event('change', { bubbles: true }));
    })()""")
    await tab.until(f"{outside}.innerText.includes('is not in this chat')")
    await tab.click(f"{outside}.querySelector('button')")
    await tab.until(f"{outside}.hidden")


async def test_under_a_text_from_right_to_left_the_time_reads_as_everywhere(tab, trial):
    await ready(tab, trial)
    await tab.send("שלום לכולם")
    await tab.until(f"{LAST_IN}?.querySelector('time')")
    assert await tab.run(f"getComputedStyle({LAST_IN}.querySelector('time')).unicodeBidi") == "plaintext"


async def test_a_time_is_written_as_in_the_persons_language(tab, trial):
    await ready(tab, trial)
    morning = "{ date: new Date(2026, 2, 14, 9, 5) / 1000 }"
    written = f"import('/static/bubble.js').then((it) => it.timeOf({morning}, '%s'))"
    assert (await tab.run(written % "en")).replace("\u202f", " ") == "9:05 AM"
    assert await tab.run(written % "de") == "09:05"


async def test_where_the_focus_is_can_be_seen(tab, trial):
    await ready(tab, trial)
    await tab.run("document.querySelector('.skip').focus()")
    seen = []
    while "send" not in seen:
        await tab.press("Tab")
        name, visible = await tab.run("""(() => {
          const element = document.activeElement;
          const style = getComputedStyle(element);
          const around = getComputedStyle(element.closest('#composer') ?? element).borderTopColor;
          const accent = getComputedStyle(document.querySelector('#send')).backgroundColor;
          const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
          return [element.id || element.tagName, outlined || around === accent];
        })()""")
        seen.append(name)
        assert visible, seen
        assert len(seen) < 20
    wanted = ["language", "theme", "restart", "send-example", "open-example", "attach", "write", "open-menu"]
    assert [name for name in seen if name in wanted] == wanted


@pytest.mark.parametrize("width", [360, 390, 768, 1440])
async def test_it_fits_every_width(tab, trial, width):
    await tab.resize(width, 740)
    await ready(tab, trial)
    assert not await tab.run(WIDE)
    await read_example(tab)
    await tab.send("A" * 300)
    await tab.until(f"{LAST_IN}.innerText.includes('300 characters')")
    assert not await tab.run(WIDE)
    box = await tab.run("document.querySelector('#send').getBoundingClientRect().toJSON()")
    assert box["right"] <= width
    assert box["bottom"] <= 740


@pytest.mark.parametrize("width", [390, 1440])
async def test_a_long_chat_leaves_the_choice_of_chat_its_room(tab, trial, width):
    await tab.resize(width, 740)
    await ready(tab, trial)
    await tab.send("line\n" * 60)
    await tab.until(LAST_IN)
    top = "document.querySelector('#scroll').getBoundingClientRect().top"
    controls = "[...document.querySelectorAll('.stage select, #play')]"
    assert await tab.run(f"{controls}.every((one) => one.getBoundingClientRect().bottom <= {top})")
    assert await tab.run(
        "document.querySelector('#play').scrollWidth <= document.querySelector('#play').clientWidth"
    )
    await tab.click("document.querySelector('#play')")
    assert await tab.run(f"document.querySelector('#panel').getBoundingClientRect().bottom <= {top}")


async def test_the_newest_message_stays_in_sight_when_the_window_changes(tab, trial):
    await ready(tab, trial)
    for number in range(3):
        await tab.send(f"{number} " + "line\n" * 20)
        await tab.until(f"document.querySelectorAll('.message.in').length === {number + 1}")
    await tab.resize(500, 500)
    await tab.until(
        f"{LAST}.getBoundingClientRect().bottom <= document.querySelector('#scroll').offsetTop + 500"
    )
    await tab.run("document.querySelector('#scroll').scrollTo(0, 0)")
    await tab.until("!document.querySelector('#newest').hidden")
    await tab.click("document.querySelector('#newest')")
    await tab.until("document.querySelector('#newest').hidden")


async def test_an_answer_that_comes_while_the_page_scrolls_to_the_question_is_shown(tab, trial):
    await tab.prefer(prefers_reduced_motion="no-preference")
    await ready(tab, trial)
    await tab.resize(390, 600)
    for _ in range(3):
        await tab.send("A sentence of a long text. " * 30)
        await tab.send("https://example.org/a")
        await tab.until(f"{LAST_IN}?.querySelector('.key')")
        seen = "document.querySelector('#scroll').getBoundingClientRect()"
        await tab.until(
            f"{LAST_IN} === {LAST} && {LAST_IN}.getBoundingClientRect().top < {seen}.bottom - 100"
        )


async def test_what_cannot_be_sent_is_told_and_stays_in_the_field(tab, trial):
    await ready(tab, trial)
    await tab.call("Network.enable")
    await tab.call(
        "Network.emulateNetworkConditions", offline=True, latency=0, downloadThroughput=0, uploadThroughput=0
    )
    await tab.send("lost?")
    await tab.until("!document.querySelector('#toast').hidden")
    told = await tab.run("document.querySelector('#toast').innerText")
    assert told == "That did not work: no connection to the trial server"
    assert await tab.run("document.querySelector('#write').value") == "lost?"
    await asyncio.sleep(0)
