// One message as a list item.

import { directionOf, renderText } from "./text.js";

const PREVIEW_LENGTH = 120;

const BOT = 7000000001;
const SERVICE = {
  new_chat_members: (message) => ["trial-service-came", message.new_chat_members[0].first_name],
  left_chat_member: (message) => ["trial-service-left", message.left_chat_member.first_name],
  pinned_message: () => ["trial-service-pinned", ""],
  forum_topic_created: (message) => ["trial-service-topic", message.forum_topic_created.name],
  forum_topic_closed: () => ["trial-service-closed", ""],
  forum_topic_reopened: () => ["trial-service-reopened", ""],
  migrate_from_chat_id: () => ["trial-service-migrated", ""],
  chat_shared: (message) => ["trial-service-shared", message.chat_shared.title ?? ""],
};

export function senderName(message, me, words) {
  const name = message.by === me && !message.sender_chat ? words["trial-you"] : authorName(message, words);
  return message.via_bot ? fill(words["trial-via"], { name, bot: words["trial-bot"] }) : name;
}

function authorName(message, words) {
  if (message.sender_chat) return message.sender_chat.title;
  if (message.from?.id === BOT || message.by === BOT) return words["trial-bot"];
  return message.from?.first_name === "You" ? words["trial-you"] : (message.from?.first_name ?? "");
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
  return new Date(message.date * 1000).toLocaleTimeString(locale, timeFormat(locale));
}

// "9:05 AM" where the day has twice twelve hours, "09:05" elsewhere.
export function timeFormat(locale) {
  const twelve = new Intl.DateTimeFormat(locale, { hour: "numeric" }).resolvedOptions().hour12;
  return { hour: twelve ? "numeric" : "2-digit", minute: "2-digit" };
}

// Fills `item`, a list item that may hold an older state of the same message.
export function renderMessage(item, message, { me, words }) {
  const mine = message.by === me;
  const service = Object.keys(SERVICE).find((key) => key in message);
  if (service) return renderService(item, message, SERVICE[service](message), words);
  const name = senderName(message, me, words);
  const time = timeOf(message, words.locale);
  item.id = `message-${message.message_id}`;
  item.className = `message ${mine ? "out" : "in"}`;
  item.dataset.id = message.message_id;
  item.tabIndex = -1;

  const bubble = create("div", "bubble");
  bubble.append(create("span", "unseen", fill(words["trial-message-of"], { name, time })));
  if (!mine && message.chat.type !== "private") {
    const author = create("p", "author", name);
    author.setAttribute("aria-hidden", "true");
    bubble.append(author);
  }
  if (message.pinned) bubble.append(create("p", "forwarded", words["trial-pinned"]));
  if (message.forward_origin) bubble.append(forwarded(message, words));
  if (message.reply_to_message && !message.reply_to_message.forum_topic_created) bubble.append(quoted(message, me, words));
  if (message.document) bubble.append(file(message.document, words));
  const text = message.text ?? message.caption;
  if (text) {
    const body = create("div", "body");
    body.append(renderText(text, message.entities ?? message.caption_entities ?? [], words));
    bubble.append(body);
  }
  const stamp = meta(message, mine, time, words);
  const last = bubble.querySelector(".body > .line:last-child");
  if (last) bubble.dir = directionOf(last.textContent); // so that the time stands where its last line ends
  if (last) leaveRoom(bubble, stamp);
  bubble.append(stamp);
  item.replaceChildren(bubble, replyButton(words), moreButton(words));
  if (message.reactions?.length) item.append(reactions(message, words));
  const rows = message.reply_markup?.inline_keyboard ?? [];
  if (rows.length) item.append(keyboard(rows, words));
}

function renderService(item, message, [key, name], words) {
  item.id = `message-${message.message_id}`;
  item.className = "message note";
  item.dataset.id = message.message_id;
  item.tabIndex = -1;
  item.replaceChildren(create("span", "", fill(words[key], { name })));
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
  const origin = message.forward_origin;
  const name = origin.sender_user_name ?? origin.chat?.title ?? origin.sender_chat?.title ?? origin.sender_user?.first_name ?? "";
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
  const kind = document.file_name.split(".").slice(1).pop()?.slice(0, 4).toUpperCase() ?? "";
  const name = create("span", "name", document.file_name);
  name.append(create("small", "", size(document.file_size, words)));
  link.append(create("span", "kind", kind), name);
  return link;
}

function size(bytes, words) {
  const large = bytes >= 1e6;
  const value = Math.max(bytes / (large ? 1e6 : 1e3), 0.1);
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

function moreButton(words) {
  const button = create("button", "more round");
  button.type = "button";
  button.tabIndex = -1;
  button.title = words["trial-more"];
  button.setAttribute("aria-label", words["trial-more"]);
  button.append(create("span", "", "…"));
  return button;
}

function reactions(message, words) {
  const line = create("p", "reactions");
  line.append(create("span", "unseen", words["trial-reacted"]));
  for (const { emoji, by } of message.reactions) line.append(create("span", "", by.length > 1 ? `${emoji} ${by.length}` : emoji));
  return line;
}

function keyboard(rows, words) {
  const group = create("div", "keyboard");
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", words["trial-buttons"]);
  for (const row of rows) {
    const line = create("div", "row");
    line.append(...row.map(keyboardButton));
    for (const key of line.children) key.dir = "auto"; // a question of an article is in the article's language
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
  if (button.switch_inline_query_current_chat !== undefined) element.dataset.inline = button.switch_inline_query_current_chat;
  if (button.copy_text) element.dataset.copy = button.copy_text.text;
  return element;
}
