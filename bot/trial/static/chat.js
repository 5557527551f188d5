// The chat page: shows what the stand-in tells, and tells it what the person does.

import { create, fill, preview, renderMessage, renderNote, senderName, settleQuotes } from "./bubble.js";
import { makeAsker, resultItems } from "./inline.js";
import * as places from "./places.js";
import { showClock, showOutside, showPanel } from "./play.js";
import { call, Unreached, upload } from "./stand-in.js";

const TYPING_MS = 5000; // how long Telegram shows an action
const PRESSED_MS = 10000;
const TOAST_MS = 5000;
const NEAR_PX = 80; // this near to the end counts as reading the newest
const CLOCK_MS = 10000;
const REACTIONS = ["👍", "❤", "👀", "🔥"];

const $ = (id) => document.getElementById(id);
const scroll = $("scroll");
const list = $("messages");
const write = $("write");
const world = places.makeWorld();
const state = { words: {}, notes: [], replyTo: null, bot: null, online: false, home: 0 };
const here = () => places.messagesHere(world);
const calm = matchMedia("(prefers-reduced-motion: reduce)");

// What the stand-in tells

const handlers = {
  snapshot(event) {
    Object.assign(state, { home: event.me, words: event.words, bot: event.bot, notes: event.notes });
    Object.assign(world, { chats: event.chats, people: event.people, commands: event.commands, privacy: event.privacy });
    world.movedSeconds = event.clock.moved_s;
    world.byChat = new Map(Object.entries(event.messages).map(([id, all]) => [Number(id), byId(all)]));
    if (!world.speaker.user) places.chooseSpeaker(world, `${event.me}`);
    if (!world.place.chat) places.choosePlace(world, `${event.me}`);
    places.settlePlace(world);
    showLanguages(event.locales, event.language);
    showAll();
  },
  message({ chat_id: chat, message }) {
    if (!world.byChat.has(chat)) world.byChat.set(chat, new Map());
    const all = world.byChat.get(chat);
    const old = all.get(message.message_id);
    all.set(message.message_id, message);
    if (!places.isHere(world, chat, message)) return;
    if (message.by !== world.speaker.user) stopTyping();
    keepingPlace(() => showMessage(message, Boolean(old)));
    showKeys();
  },
  deleted({ chat_id: chat, message_id: id }) {
    world.byChat.get(chat)?.delete(id);
    if (chat !== world.place.chat) return;
    if (state.replyTo === id) replyTo(null);
    $(`message-${id}`)?.remove();
    group();
  },
  note({ note }) {
    state.notes.push(note);
    if (world.place.chat === state.home) keepingPlace(() => showNote(note));
  },
  bot({ bot }) {
    state.bot = bot;
    showState();
  },
  action({ chat_id: chat }) {
    if (chat !== world.place.chat) return;
    keepingPlace(() => ($("typing").hidden = false));
    clearTimeout(state.typing);
    state.typing = setTimeout(stopTyping, TYPING_MS);
    showState();
  },
  answer({ query_id: id, text, alert }) {
    document.querySelector(`[data-query="${CSS.escape(id)}"]`)?.classList.remove("pressed");
    if (text && alert) showAlert(text);
    else if (text) toast(text);
  },
  commands({ commands }) {
    world.commands = commands;
    showCommands();
  },
  chats({ chats, commands }) {
    const before = JSON.stringify(world.place);
    Object.assign(world, { chats, commands });
    places.settlePlace(world);
    if (JSON.stringify(world.place) === before) showAround();
    else showAll();
  },
  clock({ clock }) {
    world.movedSeconds = clock.moved_s;
    showAround();
  },
  privacy({ privacy }) {
    world.privacy = privacy;
    showAround();
  },
  inline(event) {
    if (event.chat_id !== world.place.chat || event.query_id !== state.query) return;
    const items = resultItems(event, choose, openPrivate);
    $("results").hidden = !items.length;
    $("results").firstElementChild.replaceChildren(...items);
  },
};

function listen() {
  const source = new EventSource("/stand-in/live");
  source.onopen = () => {
    state.online = true;
    showState();
  };
  source.onerror = () => {
    state.online = false;
    showState();
  };
  source.onmessage = ({ data }) => {
    const event = JSON.parse(data);
    handlers[event.kind]?.(event);
  };
}

// Showing

const byId = (messages) => new Map(messages.map((message) => [message.message_id, message]));

function showAll() {
  showWords();
  showAround();
  list.replaceChildren();
  const messages = here();
  for (const message of messages.values()) showMessage(message);
  if (world.place.chat === state.home) for (const note of state.notes) showNote(note);
  showState();
  showCommands();
  showKeys();
  $("results").hidden = true;
  if (messages.size) toEnd(true);
}

// What stands around the messages: the lists of chats and speakers, the clock, the panel.
function showAround() {
  places.showPlaces(world, state.words, $("place"), $("speaker"));
  showClock(world, state.words, $("clock"));
  const focused = document.activeElement?.closest("#panel") ? document.activeElement.textContent : null;
  showPanel(world, state.words, $("panel"), act);
  if (focused !== null) [...$("panel").querySelectorAll("button")].find((one) => one.textContent === focused)?.focus();
  showOutside(world, state.words, $("outside"), act);
  const chat = places.currentChat(world);
  document.body.classList.toggle("in-group", Boolean(chat) && chat.type !== "private");
}

// The keyboard that the bot asks the person's client to show in place of the letters.
function showKeys() {
  const asking = [...here().values()].reverse().find((message) => message.keys);
  const rows = (asking?.keys ?? []).map((row) => {
    const line = create("div", "row");
    line.append(...row.map(replyKey));
    return line;
  });
  $("keys").replaceChildren(...rows);
  $("keys").hidden = !rows.length || world.place.chat !== world.speaker.user;
}

function replyKey(given) {
  const label = given.text ?? given;
  const button = create("button", "key", label);
  button.type = "button";
  button.addEventListener("click", () => (given.request_chat ? askForChat(given.request_chat) : send(label)));
  return button;
}

function showWords() {
  const { words } = state;
  document.documentElement.lang = words.locale;
  document.documentElement.dir = words.dir;
  document.title = words["trial-title"];
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = words[element.dataset.word];
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", words[element.dataset.label]);
    if (element.matches("button")) element.title = words[element.dataset.hint ?? element.dataset.label];
  }
  write.placeholder = words[write.dataset.placeholder];
  $("open-example").href = examplePath();
}

function showMessage(message, edited = false) {
  const id = `message-${message.message_id}`;
  const item = $(id) ?? create("li");
  const focused = item.contains(document.activeElement) ? document.activeElement.textContent : null;
  const height = item.offsetHeight;
  renderMessage(item, message, { me: world.speaker.user, words: state.words });
  if (!item.isConnected) {
    list.append(item);
    if (state.ready) item.classList.add("new");
  }
  settleQuotes(item);
  group();
  if (edited) animateEdit(item, height);
  if (focused !== null) refocus(item, focused);
}

// An edit replaces the buttons: the one that was pressed keeps the focus, or the message does.
function refocus(item, label) {
  const keys = [...item.querySelectorAll(".key")];
  (keys.find((key) => key.textContent === label) ?? keys[0] ?? item).focus({ preventScroll: true });
}

function animateEdit(item, before) {
  const after = item.offsetHeight;
  if (calm.matches || before === after || !before) return;
  item.animate([{ height: `${before}px` }, { height: `${after}px` }], { duration: 180, easing: "ease-out" });
  item.querySelector(".body")?.animate([{ opacity: 0.2 }, { opacity: 1 }], { duration: 220 });
}

function showNote(note) {
  const id = `note-${note.number}`;
  const item = $(id) ?? create("li");
  item.id = id;
  item.dataset.after = note.after;
  renderNote(item, note, state.words);
  const next = [...list.children].find((other) => Number(other.dataset.id ?? other.dataset.after) > note.after);
  list.insertBefore(item, next ?? null);
  group();
}

// Messages of one side that follow each other stand closer, and only the last has the pointed corner.
function group() {
  const items = [...list.children];
  items.forEach((item, place) => {
    const next = items[place + 1];
    const side = item.classList.contains("out") ? "out" : "in";
    item.classList.toggle("followed", Boolean(next?.classList.contains(side)) && !item.classList.contains("note"));
  });
}

function showState() {
  const { words, bot } = state;
  if (!bot) return;
  const typing = !$("typing").hidden;
  const key = !state.online ? "trial-state-offline" : typing ? "trial-typing" : `trial-state-${bot.state}`;
  const element = $("state");
  if (element.textContent !== words[key]) element.textContent = words[key];
  element.className = state.online ? bot.state : "down";
  $("restart").disabled = !state.online || bot.state === "stopping";
}

function stopTyping() {
  clearTimeout(state.typing);
  $("typing").hidden = true;
  showState();
}

function showCommands() {
  const commands = places.commandsHere(world);
  $("commands").replaceChildren(...commands.map(commandItem));
  $("no-commands").hidden = commands.length > 0;
  $("open-menu").hidden = commands.length === 0;
  showMenu(state.menuOpen);
}

function commandItem({ command, description }) {
  const item = create("li");
  const button = create("button", "command-line");
  button.type = "button";
  button.dataset.command = `/${command}`;
  button.append(create("strong", "", `/${command}`), " ", create("span", "", description));
  item.append(button);
  return item;
}

function showLanguages(locales, chosen) {
  const names = locales.map((locale) => {
    const name = new Intl.DisplayNames([locale], { type: "language" }).of(locale);
    return new Option(name[0].toLocaleUpperCase(locale) + name.slice(1), locale, false, locale === chosen);
  });
  $("language").replaceChildren(...names);
}

let toastTimer;
function toast(text) {
  $("toast").textContent = text;
  $("toast").hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => ($("toast").hidden = true), TOAST_MS);
}

function showAlert(text) {
  $("alert").querySelector("p").textContent = text;
  $("alert").showModal();
}

// Scrolling

const isNearEnd = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR_PX;

// Until when the page is on its way to the newest message. An answer mostly comes while it scrolls to the question.
let scrollsUntil = 0;
const SCROLL_MS = 1000;

// Changes the list; whoever reads the newest message goes on doing so, but never past its beginning.
function keepingPlace(change) {
  const follows = isNearEnd() || performance.now() < scrollsUntil;
  change();
  if (follows) toEnd();
  showNewest();
}

// The person scrolls: they want to be where they are.
function stopFollowing() {
  scrollsUntil = 0;
}

function toEnd(atOnce = false) {
  scrollsUntil = performance.now() + SCROLL_MS;
  const last = list.lastElementChild;
  const end = scroll.scrollHeight - scroll.clientHeight;
  const start = last ? last.offsetTop - scroll.offsetTop - 12 : end;
  scroll.scrollTo({ top: Math.min(end, start), behavior: atOnce || calm.matches ? "instant" : "smooth" });
}

function showNewest() {
  // A scroll event may come between a change of size and `onResize`: it says nothing about where the person was.
  if (state.size === size()) state.atEnd = isNearEnd();
  $("newest").hidden = isNearEnd() || !here().size;
}

const size = () => `${scroll.clientWidth}x${scroll.clientHeight}`;

// A window that changes its size, or a field that grows, doesn't push the newest message out of sight.
function onResize() {
  if (state.atEnd && here().size) toEnd(true);
  state.size = size();
  showNewest();
}

// What the person does

async function attempt(action) {
  try {
    return await action();
  } catch (error) {
    const reason = error instanceof Unreached ? state.words["trial-state-offline"] : error.message;
    toast(fill(state.words["trial-failed"], { reason }));
    return null;
  }
}

async function send(text) {
  if (!text.trim()) return;
  const reply = state.replyTo;
  // Emptied at once: the answer can come before this request returns, and a second Enter must not send it again.
  if (write.value === text) setText("");
  replyTo(null);
  const sent = await attempt(() => call("send", { ...places.asked(world), text, reply_to: reply }));
  if (sent !== null) return toEnd();
  // It did not go; what the person wrote or chose meanwhile stays.
  if (!write.value) setText(text);
  if (state.replyTo === null) replyTo(reply);
}

async function sendFiles(files) {
  const caption = write.value.trim();
  for (const [place, file] of [...files].entries()) {
    await attempt(() => upload(file, place ? "" : caption, state.replyTo, places.asked(world)));
  }
  if (files.length) setText("");
  replyTo(null);
}

async function press(button) {
  const item = button.closest(".message");
  button.classList.add("pressed");
  setTimeout(() => button.classList.remove("pressed"), PRESSED_MS);
  const query = await attempt(() => call("press", { ...places.asked(world), message_id: Number(item.dataset.id), data: button.dataset.data }));
  if (query === null) button.classList.remove("pressed");
  else button.dataset.query = query;
}

function setText(text) {
  write.value = text;
  grow();
  showMenu(false);
}

function grow() {
  write.style.height = "auto";
  write.style.height = `${write.scrollHeight}px`;
  write.classList.toggle("tall", write.scrollHeight > write.clientHeight);
}

function replyTo(id) {
  const message = here().get(id);
  document.querySelector(".message.chosen")?.classList.remove("chosen");
  state.replyTo = message ? id : null;
  $("replying").hidden = !message;
  if (!message) return;
  $("reply-name").textContent = fill(state.words["trial-reply-to"], { name: senderName(message, world.speaker.user, state.words) });
  $("reply-text").textContent = preview(message, state.words);
  const item = $(`message-${id}`);
  item.classList.add("chosen");
  item.scrollIntoView({ block: "nearest" });
}

// Up and down through the messages, beginning with the newest.
function chooseReply(step) {
  const ids = [...here().values()].filter((message) => !$(`message-${message.message_id}`)?.matches(".note")).map((message) => message.message_id);
  if (!ids.length) return;
  const place = state.replyTo === null ? ids.length : ids.indexOf(state.replyTo);
  const next = place + step;
  replyTo(next >= ids.length ? null : ids[Math.max(next, 0)]);
}

function showMenu(open) {
  const typed = write.value.startsWith("/") ? write.value.slice(1).split(/\s/)[0] : "";
  const fitting = places.commandsHere(world).filter(({ command }) => command.startsWith(typed));
  state.menuOpen = Boolean(open && fitting.length);
  $("menu").hidden = !state.menuOpen;
  $("open-menu").setAttribute("aria-expanded", String(state.menuOpen));
  $("menu").firstElementChild.replaceChildren(...(state.menuOpen ? fitting.map(commandItem) : []));
}

// Asks the stand-in for something on the panel.
const act = (name, asked) => attempt(() => call(name, asked));

const askInline = makeAsker(async (query) => {
  state.query = await attempt(() => call("inline", { ...places.asked(world), query }));
});

async function choose(queryId, resultId) {
  $("results").hidden = true;
  setText("");
  await attempt(() => call("choose", { query_id: queryId, result_id: resultId }));
  write.focus();
}

// The button above inline results leads to the private chat, which begins with what it carries.
function openPrivate(parameter) {
  setText("");
  places.choosePlace(world, `${world.speaker.user}`);
  showAll();
  send(`/start ${parameter}`.trim());
}

// Where the bot asks for a chat, the client lists those that fit.
function askForChat(wanted) {
  const fitting = world.chats.filter(
    (chat) => chat.type !== "private" && (chat.type === "channel") === wanted.chat_is_channel && places.isAdmin(chat, world.speaker.user),
  );
  openMenu(
    state.words["trial-choose-chat"],
    fitting.map((chat) => [chat.title, () => act("share", { ...places.asked(world), request_id: wanted.request_id, shared_id: chat.id })]),
  );
}

// What can be done with a message besides replying to it.
function openMore(id) {
  const message = here().get(id);
  if (!message) return;
  const asked = { ...places.asked(world), message_id: id };
  const mine = message.reactions.find((reaction) => reaction.by.includes(world.speaker.user))?.emoji;
  const choices = REACTIONS.map((emoji) => [emoji, () => act("react", { ...asked, emoji: emoji === mine ? "" : emoji })]);
  const target = { user_id: world.speaker.user, from_chat_id: world.place.chat, message_id: id };
  choices.push([state.words["trial-forward"], () => act("forward", target)]);
  openMenu(state.words["trial-more"], choices);
}

function openMenu(title, choices) {
  const buttons = choices.map(([label, run]) => {
    const button = create("button", "key", label);
    button.type = "button";
    button.addEventListener("click", () => {
      $("choices").close();
      run();
    });
    return button;
  });
  $("choices").querySelector("h2").textContent = title;
  $("choices").querySelector(".line-of-buttons").replaceChildren(...buttons);
  $("choices").showModal();
}

function examplePath() {
  return `/example/${state.words.locale}`;
}

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  $("theme").setAttribute("aria-pressed", String(theme === "dark"));
}

// Keys, clicks and files

function onWriteKey(event) {
  if (event.isComposing) return;
  const empty = !write.value;
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    send(write.value);
  } else if (event.key === "Escape") {
    if (state.menuOpen) showMenu(false);
    else replyTo(null);
  } else if (state.menuOpen && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    const buttons = $("menu").querySelectorAll("button");
    buttons[event.key === "ArrowDown" ? 0 : buttons.length - 1].focus();
  } else if (empty && (event.key === "ArrowUp" || (event.key === "ArrowDown" && state.replyTo !== null))) {
    event.preventDefault();
    chooseReply(event.key === "ArrowUp" ? -1 : 1);
  }
}

function onMenuKey(event) {
  const buttons = [...$("menu").querySelectorAll("button")];
  const place = buttons.indexOf(document.activeElement);
  if (event.key === "ArrowDown") buttons[place + 1]?.focus();
  else if (event.key === "ArrowUp") (buttons[place - 1] ?? write).focus();
  else if (event.key === "Escape") {
    showMenu(false);
    write.focus();
  } else return;
  event.preventDefault();
}

function onClick(event) {
  const key = event.target.closest(".key[data-data]");
  if (key) return press(key);
  const copied = event.target.closest("[data-copy]");
  if (copied) return navigator.clipboard.writeText(copied.dataset.copy);
  const command = event.target.closest("[data-command]");
  if (command) {
    send(command.dataset.command);
    setText("");
    write.focus();
    return;
  }
  const reply = event.target.closest(".reply");
  if (reply) {
    replyTo(Number(reply.closest(".message").dataset.id));
    write.focus();
    return;
  }
  const more = event.target.closest(".more");
  if (more) return openMore(Number(more.closest(".message").dataset.id));
  const inline = event.target.closest("[data-inline]");
  if (inline) {
    setText(`@nutshell_trial_bot ${inline.dataset.inline}`);
    askInline(write.value);
    write.focus();
    return;
  }
  const quoted = event.target.closest(".quoted");
  if (quoted) showTarget($(`message-${quoted.dataset.target}`));
}

function showTarget(item) {
  if (!item) return;
  item.scrollIntoView({ block: "center", behavior: calm.matches ? "instant" : "smooth" });
  item.focus({ preventScroll: true });
  item.classList.add("flash");
  setTimeout(() => item.classList.remove("flash"), 1200);
}

function onDoubleClick(event) {
  const item = event.target.closest(".message");
  if (!item || event.target.closest("button, a")) return;
  getSelection().removeAllRanges();
  replyTo(Number(item.dataset.id));
  write.focus();
}

let dragDepth = 0;
function onDrag(event) {
  if (!event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  if (event.type === "dragenter") dragDepth += 1;
  if (event.type === "dragleave") dragDepth -= 1;
  if (event.type === "drop") {
    dragDepth = 0;
    sendFiles(event.dataTransfer.files);
  }
  $("drop").hidden = dragDepth <= 0;
}

function begin() {
  setTheme(document.documentElement.dataset.theme);
  // A phone that turns dark in the evening takes the page along, unless the person has chosen.
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", (dark) => {
    if (!localStorage.getItem("theme")) setTheme(dark.matches ? "dark" : "light");
  });
  write.addEventListener("keydown", onWriteKey);
  write.addEventListener("input", () => {
    grow();
    if (askInline(write.value) === null) $("results").hidden = true;
    showMenu(/^\/\w*$/.test(write.value));
  });
  write.addEventListener("paste", (event) => {
    if (!event.clipboardData.files.length) return;
    event.preventDefault();
    sendFiles(event.clipboardData.files);
  });
  $("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    send(write.value);
    write.focus();
  });
  $("menu").addEventListener("keydown", onMenuKey);
  $("open-menu").addEventListener("click", () => {
    showMenu(!state.menuOpen);
    if (state.menuOpen) $("menu").querySelector("button").focus();
  });
  $("attach").addEventListener("click", () => $("file").click());
  $("file").addEventListener("change", async () => {
    await sendFiles($("file").files);
    $("file").value = "";
  });
  $("reply-cancel").addEventListener("click", () => {
    replyTo(null);
    write.focus();
  });
  $("newest").addEventListener("click", () => toEnd());
  $("send-example").addEventListener("click", () => send(location.origin + examplePath()));
  $("language").addEventListener("change", async () => {
    const words = await attempt(() => call("language", { user_id: state.home, language: $("language").value }));
    if (words) {
      state.words = words;
      showAll();
    }
  });
  $("place").addEventListener("change", () => {
    places.choosePlace(world, $("place").value);
    replyTo(null);
    showAll();
  });
  $("speaker").addEventListener("change", () => {
    places.chooseSpeaker(world, $("speaker").value);
    replyTo(null);
    showAll();
  });
  $("play").addEventListener("click", () => {
    const open = $("panel").hidden;
    $("panel").hidden = !open;
    $("play").setAttribute("aria-expanded", String(open));
  });
  $("choices").querySelector(".primary").addEventListener("click", () => $("choices").close());
  setInterval(() => showClock(world, state.words, $("clock")), CLOCK_MS);
  $("theme").addEventListener("click", () => {
    const theme = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
    localStorage.setItem("theme", theme);
    setTheme(theme);
  });
  $("restart").addEventListener("click", () => attempt(() => call("restart", {})));
  $("alert").querySelector("button").addEventListener("click", () => $("alert").close());
  document.addEventListener("click", onClick);
  document.addEventListener("click", (event) => {
    if (state.menuOpen && !event.target.closest("#menu, #open-menu, #write")) showMenu(false);
  });
  list.addEventListener("dblclick", onDoubleClick);
  list.addEventListener("contextmenu", (event) => {
    const item = event.target.closest(".message");
    if (!item || event.target.closest("a") || !matchMedia("(pointer: coarse)").matches) return;
    event.preventDefault();
    openMore(Number(item.dataset.id));
  });
  for (const type of ["dragenter", "dragover", "dragleave", "drop"]) document.addEventListener(type, onDrag);
  scroll.addEventListener("scroll", showNewest, { passive: true });
  for (const type of ["wheel", "touchmove", "keydown"]) scroll.addEventListener(type, stopFollowing, { passive: true });
  new ResizeObserver(onResize).observe(scroll);
  listen();
  if (!matchMedia("(pointer: coarse)").matches) write.focus(); // on a phone it would open the keyboard
}

begin();
