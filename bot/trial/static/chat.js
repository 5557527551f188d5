// The chat page: shows what the stand-in tells, and tells it what the person does.

import { create, fill, preview, renderMessage, renderNote, senderName, settleQuotes } from "./bubble.js";
import { call, upload } from "./stand-in.js";

const TYPING_MS = 5000; // how long Telegram shows an action
const PRESSED_MS = 10000;
const TOAST_MS = 5000;
const NEAR_PX = 80; // this near to the end counts as reading the newest

const $ = (id) => document.getElementById(id);
const scroll = $("scroll");
const list = $("messages");
const write = $("write");
const state = { me: 0, words: {}, commands: [], messages: new Map(), notes: [], replyTo: null, bot: null, online: false };
const calm = matchMedia("(prefers-reduced-motion: reduce)");

// What the stand-in tells

const handlers = {
  snapshot(event) {
    Object.assign(state, { me: event.me, words: event.words, commands: event.commands, bot: event.bot, notes: event.notes });
    state.messages = new Map(event.messages.map((message) => [message.message_id, message]));
    showLanguages(event.locales, event.language);
    showAll();
  },
  message({ message }) {
    const old = state.messages.get(message.message_id);
    state.messages.set(message.message_id, message);
    if (message.from.id !== state.me) stopTyping();
    keepingPlace(() => showMessage(message, Boolean(old)), !old || message.from.id === state.me);
  },
  deleted({ message_id: id }) {
    state.messages.delete(id);
    if (state.replyTo === id) replyTo(null);
    $(`message-${id}`)?.remove();
    group();
  },
  note({ note }) {
    state.notes.push(note);
    keepingPlace(() => showNote(note), true);
  },
  bot({ bot }) {
    state.bot = bot;
    showState();
  },
  action() {
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
    state.commands = commands;
    showCommands();
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

function showAll() {
  showWords();
  list.replaceChildren();
  for (const message of state.messages.values()) showMessage(message);
  for (const note of state.notes) showNote(note);
  showState();
  showCommands();
  if (state.messages.size) toEnd(true);
}

function showWords() {
  const { words } = state;
  document.documentElement.lang = words.locale;
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
  renderMessage(item, message, state);
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
  $("commands").replaceChildren(...state.commands.map(commandItem));
  $("no-commands").hidden = state.commands.length > 0;
  $("open-menu").hidden = state.commands.length === 0;
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

// Changes the list; whoever reads the newest message goes on doing so, but never past its beginning.
function keepingPlace(change, follow = true) {
  const near = isNearEnd();
  change();
  if (near && follow) toEnd();
  else if (near) toEnd(false, true);
  showNewest();
}

function toEnd(atOnce = false) {
  const last = list.lastElementChild;
  const end = scroll.scrollHeight - scroll.clientHeight;
  const start = last ? last.offsetTop - scroll.offsetTop - 12 : end;
  scroll.scrollTo({ top: Math.min(end, start), behavior: atOnce || calm.matches ? "instant" : "smooth" });
}

function showNewest() {
  // A scroll event may come between a change of size and `onResize`: it says nothing about where the person was.
  if (state.size === size()) state.atEnd = isNearEnd();
  $("newest").hidden = isNearEnd() || !state.messages.size;
}

const size = () => `${scroll.clientWidth}x${scroll.clientHeight}`;

// A window that changes its size, or a field that grows, doesn't push the newest message out of sight.
function onResize() {
  if (state.atEnd && state.messages.size) toEnd(true);
  state.size = size();
  showNewest();
}

// What the person does

async function attempt(action) {
  try {
    return await action();
  } catch (error) {
    toast(fill(state.words["trial-failed"], { reason: error.message }));
    return null;
  }
}

async function send(text) {
  if (!text.trim()) return;
  const reply = state.replyTo;
  // Emptied at once: the answer can come before this request returns, and a second Enter must not send it again.
  if (write.value === text) setText("");
  replyTo(null);
  const sent = await attempt(() => call("send", { text, reply_to: reply }));
  if (sent !== null) return toEnd();
  // It did not go; what the person wrote or chose meanwhile stays.
  if (!write.value) setText(text);
  if (state.replyTo === null) replyTo(reply);
}

async function sendFiles(files) {
  const caption = write.value.trim();
  for (const [place, file] of [...files].entries()) {
    await attempt(() => upload(file, place ? "" : caption, state.replyTo));
  }
  if (files.length) setText("");
  replyTo(null);
}

async function press(button) {
  const item = button.closest(".message");
  button.classList.add("pressed");
  setTimeout(() => button.classList.remove("pressed"), PRESSED_MS);
  const query = await attempt(() => call("press", { message_id: Number(item.dataset.id), data: button.dataset.data }));
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
  const message = state.messages.get(id);
  document.querySelector(".message.chosen")?.classList.remove("chosen");
  state.replyTo = message ? id : null;
  $("replying").hidden = !message;
  if (!message) return;
  $("reply-name").textContent = fill(state.words["trial-reply-to"], { name: senderName(message, state.me, state.words) });
  $("reply-text").textContent = preview(message, state.words);
  const item = $(`message-${id}`);
  item.classList.add("chosen");
  item.scrollIntoView({ block: "nearest" });
}

// Up and down through the messages, beginning with the newest.
function chooseReply(step) {
  const ids = [...state.messages.keys()];
  if (!ids.length) return;
  const place = state.replyTo === null ? ids.length : ids.indexOf(state.replyTo);
  const next = place + step;
  replyTo(next >= ids.length ? null : ids[Math.max(next, 0)]);
}

function showMenu(open) {
  const typed = write.value.startsWith("/") ? write.value.slice(1).split(/\s/)[0] : "";
  const fitting = state.commands.filter(({ command }) => command.startsWith(typed));
  state.menuOpen = Boolean(open && fitting.length);
  $("menu").hidden = !state.menuOpen;
  $("open-menu").setAttribute("aria-expanded", String(state.menuOpen));
  $("menu").firstElementChild.replaceChildren(...(state.menuOpen ? fitting.map(commandItem) : []));
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
  write.addEventListener("keydown", onWriteKey);
  write.addEventListener("input", () => {
    grow();
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
    const words = await attempt(() => call("language", { language: $("language").value }));
    if (words) {
      state.words = words;
      showAll();
    }
  });
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
  for (const type of ["dragenter", "dragover", "dragleave", "drop"]) document.addEventListener(type, onDrag);
  scroll.addEventListener("scroll", showNewest, { passive: true });
  new ResizeObserver(onResize).observe(scroll);
  listen();
  if (!matchMedia("(pointer: coarse)").matches) write.focus(); // on a phone it would open the keyboard
}

begin();
