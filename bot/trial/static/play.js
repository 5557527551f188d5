// The panel with which a person plays: the clock, what Nutshell may in this chat, topics, privacy mode.

import { create, timeFormat } from "./bubble.js";
import { asked, BOT, currentChat, isAdmin, memberOf } from "./places.js";

const STEPS = { "trial-clock-hour": 3600, "trial-clock-half-day": 12 * 3600, "trial-clock-day": 86400, "trial-clock-week": 7 * 86400 };
const STATUSES = ["left", "member", "administrator", "restricted"];

export const trialTime = (world) => new Date(Date.now() + world.movedSeconds * 1000);

export function showClock(world, words, element) {
  const format = { weekday: "short", day: "numeric", month: "short", ...timeFormat(words.locale) };
  element.textContent = trialTime(world).toLocaleString(words.locale, format);
  element.dateTime = trialTime(world).toISOString();
}

// `act` asks the stand-in for something and tells where that fails.
export function showPanel(world, words, panel, act) {
  const chat = currentChat(world);
  const sections = [clock(words, act)];
  if (chat && chat.type !== "private") sections.push(membership(world, words, chat, act));
  if (chat?.topics) sections.push(topics(world, words, chat, act));
  if (chat?.type === "group") sections.push(section(words["trial-migrate"], [button(words["trial-migrate-do"], () => act("migrate", { chat_id: chat.id }))]));
  sections.push(privacy(world, words, act));
  panel.replaceChildren(...sections);
}

function section(title, elements) {
  const element = create("section");
  const line = create("div", "line-of-buttons");
  line.append(...elements);
  element.append(create("h3", "", title), line);
  return element;
}

function button(label, onClick, pressed) {
  const element = create("button", "key", label);
  element.type = "button";
  if (pressed !== undefined) element.setAttribute("aria-pressed", String(pressed));
  element.addEventListener("click", onClick);
  return element;
}

function clock(words, act) {
  const steps = Object.entries(STEPS).map(([key, seconds]) => button(words[key], () => act("clock", { seconds })));
  return section(words["trial-clock"], steps);
}

// In a group or channel where the bot is not: that it hears nothing, and the ways to let it in.
export function showOutside(world, words, element, act) {
  const chat = currentChat(world);
  element.hidden = !chat || chat.type === "private" || statusIn(chat) !== "left";
  if (element.hidden) return;
  const line = create("div", "line-of-buttons");
  line.append(...entries(world, words, chat, act).filter((one) => one.value === "member" || one.value === "administrator"));
  element.replaceChildren(create("p", "", words["trial-outside"]), line);
  if (!isAdmin(chat, world.speaker.user)) element.append(create("p", "label", words["trial-member-hint"]));
}

function statusIn(chat) {
  const status = memberOf(chat, BOT)?.status ?? "left";
  return status === "kicked" ? "left" : status;
}

// A button for each thing that the bot can be in a chat.
function entries(world, words, chat, act) {
  const present = statusIn(chat);
  const offered = chat.type === "channel" ? ["left", "administrator"] : STATUSES;
  return offered.map((one) => {
    const entry = button(words[`trial-member-${one}`], () => act("member", { ...asked(world), status: one }), one === present);
    entry.value = one;
    return entry;
  });
}

function membership(world, words, chat, act) {
  const choices = entries(world, words, chat, act);
  const element = section(words["trial-member"], choices);
  if (!isAdmin(chat, world.speaker.user)) element.append(create("p", "label", words["trial-member-hint"]));
  return element;
}

function topics(world, words, chat, act) {
  const form = create("form", "line-of-buttons");
  const name = create("input");
  name.required = true;
  name.maxLength = 128;
  name.setAttribute("aria-label", words["trial-topic-name"]);
  name.placeholder = words["trial-topic-name"];
  form.append(name, create("button", "key", words["trial-topic-open"]));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    act("topic", { chat_id: chat.id, name: name.value });
    name.value = "";
  });
  const thread = world.place.topic;
  const closed = thread === null ? chat.general_closed : chat.topics.find((one) => one.thread_id === thread)?.closed;
  const change = { chat_id: chat.id, thread_id: thread };
  const buttons = [button(words[closed ? "trial-topic-reopen" : "trial-topic-close"], () => act("topic", { ...change, closed: !closed }))];
  if (thread !== null) buttons.push(button(words["trial-topic-delete"], () => act("topic", { ...change, deleted: true })));
  const element = section(words["trial-topic"], buttons);
  element.append(form);
  return element;
}

function privacy(world, words, act) {
  const element = section(words["trial-privacy"], [
    button(words["trial-privacy-on"], () => act("privacy", { on: true }), world.privacy),
    button(words["trial-privacy-off"], () => act("privacy", { on: false }), !world.privacy),
  ]);
  element.append(create("p", "label", words["trial-privacy-hint"]));
  return element;
}
