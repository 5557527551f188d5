// One message as a list item.

import { renderText } from "./text.js";

const PREVIEW_LENGTH = 120;

export function senderName(message, me, words) {
  return words[message.from.id === me ? "trial-you" : "trial-bot"];
}

export function preview(message, words) {
  const text = message.text ?? message.caption ?? message.document?.file_name ?? words["trial-deleted"];
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > PREVIEW_LENGTH ? `${line.slice(0, PREVIEW_LENGTH).trimEnd()}…` : line;
}

export function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);
}

export function timeOf(message, locale) {
  return new Date(message.date * 1000).toLocaleTimeString(locale, { hour: "2-digit", minute: "2-digit" });
}

// Fills `item`, a list item that may hold an older state of the same message.
export function renderMessage(item, message, { me, words }) {
  const mine = message.from.id === me;
  const name = senderName(message, me, words);
  const time = timeOf(message, words.locale);
  item.id = `message-${message.message_id}`;
  item.className = `message ${mine ? "out" : "in"}`;
  item.dataset.id = message.message_id;
  item.tabIndex = -1;

  const bubble = create("div", "bubble");
  bubble.append(create("span", "unseen", fill(words["trial-message-of"], { name, time })));
  if (message.forward_origin) bubble.append(forwarded(message, words));
  if (message.reply_to_message) bubble.append(quoted(message, me, words));
  if (message.document) bubble.append(file(message.document, words));
  const text = message.text ?? message.caption;
  if (text) {
    const body = create("div", "body");
    body.append(renderText(text, message.entities ?? message.caption_entities ?? [], words));
    bubble.append(body);
  }
  const stamp = meta(message, mine, time, words);
  if (bubble.querySelector(".body > .line:last-child")) leaveRoom(bubble, stamp);
  bubble.append(stamp);
  item.replaceChildren(bubble, replyButton(words));
  if (message.reactions?.length) item.append(reactions(message, words));
  const rows = message.reply_markup?.inline_keyboard ?? [];
  if (rows.length) item.append(keyboard(rows, words));
}

// A closed quote that shows everything needs no button to open it.
export function settleQuotes(item) {
  for (const quote of item.querySelectorAll("blockquote.expandable.closed")) {
    const content = quote.querySelector(".content");
    if (content.scrollHeight > content.clientHeight + 2) continue;
    quote.classList.remove("closed", "expandable");
    quote.querySelector(".expand").remove();
  }
}

export function renderNote(item, note, words) {
  const killed = note.exit_code < 0;
  const key = note.state === "down" ? `trial-note-${killed ? "killed" : "died"}` : "trial-note-ready";
  item.className = `note ${note.state}`;
  const values = { code: String(note.exit_code), signal: String(-note.exit_code) };
  item.replaceChildren(create("span", "", fill(words[key], values)));
}

export function create(tag, className = "", text = "") {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

function forwarded(message, words) {
  const name = message.forward_origin.sender_user_name ?? message.forward_origin.chat?.title ?? "";
  const line = create("p", "forwarded", words["trial-forwarded"]);
  line.append(" · ", create("strong", "", name));
  return line;
}

function quoted(message, me, words) {
  const target = message.reply_to_message;
  const button = create("button", "quoted");
  button.type = "button";
  button.dataset.target = target.message_id;
  const text = create("span", "", message.quote?.text ?? preview(target, words));
  button.append(create("strong", "", senderName(target, me, words)), text);
  return button;
}

function file(document, words) {
  const link = create("a", "file");
  link.href = `/stand-in/files/${encodeURIComponent(document.file_id)}`;
  link.download = document.file_name;
  link.setAttribute("aria-label", fill(words["trial-download"], { name: document.file_name }));
  const kind = document.file_name.split(".").pop().slice(0, 4).toUpperCase();
  const name = create("span", "name", document.file_name);
  name.append(create("small", "", size(document.file_size, words)));
  link.append(create("span", "kind", kind), name);
  return link;
}

function size(bytes, words) {
  const large = bytes >= 1e6;
  const value = bytes / (large ? 1e6 : 1e3);
  const number = value.toLocaleString(words.locale, { maximumFractionDigits: value < 10 ? 1 : 0 });
  return fill(words[large ? "trial-size-mb" : "trial-size-kb"], { size: number });
}

// The time stands beside the last line where it fits there: an unseen copy keeps the place free.
function leaveRoom(bubble, stamp) {
  const room = create("span", "room", stamp.textContent);
  room.setAttribute("aria-hidden", "true");
  bubble.querySelector(".body > .line:last-child").append(room);
}

function meta(message, mine, time, words) {
  const line = create("span", "meta");
  line.setAttribute("aria-hidden", "true");
  if (mine && message.edit_date) line.append(create("span", "", words["trial-edited"]), " ");
  const stamp = create("time", "", time);
  stamp.dateTime = new Date(message.date * 1000).toISOString();
  line.append(stamp);
  return line;
}

function replyButton(words) {
  const button = create("button", "reply round");
  button.type = "button";
  button.tabIndex = -1; // the arrow keys reach every message; a tab stop each would bury the rest
  button.title = words["trial-reply"];
  button.setAttribute("aria-label", words["trial-reply"]);
  button.append(document.querySelector("#replying svg").cloneNode(true));
  return button;
}

function reactions(message, words) {
  const line = create("p", "reactions");
  line.append(create("span", "unseen", words["trial-reacted"]));
  for (const reaction of message.reactions) line.append(create("span", "", reaction.emoji ?? ""));
  return line;
}

function keyboard(rows, words) {
  const group = create("div", "keyboard");
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", words["trial-buttons"]);
  for (const row of rows) {
    const line = create("div", "row");
    line.append(...row.map(keyboardButton));
    group.append(line);
  }
  return group;
}

function keyboardButton(button) {
  if (button.url) {
    const link = create("a", "key", button.text);
    if (/^(?:https?|tg):/i.test(button.url)) link.href = button.url;
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    return link;
  }
  const element = create("button", "key", button.text);
  element.type = "button";
  if (button.callback_data !== undefined) element.dataset.data = button.callback_data;
  if (button.copy_text) element.dataset.copy = button.copy_text.text;
  return element;
}
