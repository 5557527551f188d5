// Which chat is shown and who is speaking in it: the two lists above the messages.

import { create } from "./bubble.js";

export const BOT = 7000000001;
const GENERAL = "general";

// What the page knows of chats and people; `place` is the chat (and topic) that is shown.
export function makeWorld() {
  return { chats: [], people: [], byChat: new Map(), place: { chat: 0, topic: null }, speaker: { user: 0, anonymous: false }, commands: {} };
}

export function currentChat(world) {
  return world.chats.find((chat) => chat.id === world.place.chat);
}

export function messagesHere(world) {
  const all = world.byChat.get(world.place.chat) ?? new Map();
  const chat = currentChat(world);
  if (!chat?.topics) return all;
  return new Map([...all].filter(([, message]) => isInTopic(message, world.place.topic)));
}

export function isHere(world, chatId, message) {
  return chatId === world.place.chat && (!currentChat(world)?.topics || isInTopic(message, world.place.topic));
}

function isInTopic(message, topic) {
  return (message.is_topic_message ? message.message_thread_id : null) === topic;
}

export function commandsHere(world) {
  return world.commands[world.place.chat]?.[world.speaker.user] ?? [];
}

// Who speaks and where, as the stand-in wants to hear it.
export function asked(world) {
  return {
    user_id: world.speaker.user,
    chat_id: world.place.chat,
    thread_id: world.place.topic,
    anonymous: world.speaker.anonymous,
  };
}

export function memberOf(chat, userId) {
  return chat?.members.find((member) => member.user.id === userId);
}

export function isAdmin(chat, userId) {
  return ["creator", "administrator"].includes(memberOf(chat, userId)?.status);
}

export function nameOf(world, userId, words) {
  if (userId === BOT) return words["trial-bot"];
  const person = world.people.find((one) => one.id === userId);
  if (!person || person.first_name === "You") return words["trial-you"];
  return person.first_name;
}

// The options of both lists, with what is chosen.
export function showPlaces(world, words, placeList, speakerList) {
  const mine = world.speaker.user;
  const options = [option(words["trial-place-private"], `${mine}`, world.place.chat === mine)];
  for (const chat of world.chats.filter((one) => one.type !== "private")) options.push(chatOption(world, words, chat));
  placeList.replaceChildren(...options);
  speakerList.replaceChildren(...speakers(world, words));
}

function chatOption(world, words, chat) {
  const here = world.place.chat === chat.id;
  const kind = words[`trial-place-${chat.type === "channel" ? "channel" : "group"}`];
  if (!chat.topics) return option(`${chat.title} · ${kind}`, `${chat.id}`, here);
  const group = create("optgroup");
  group.label = kind;
  const named = (topic) => `${chat.title}: ${topic}`;
  const general = option(named(words["trial-topic-general"]), `${chat.id}/${GENERAL}`, here && world.place.topic === null);
  const topics = chat.topics.map((topic) =>
    option(
      named(topic.closed ? words["trial-topic-closed"].replace("{name}", topic.name) : topic.name),
      `${chat.id}/${topic.thread_id}`,
      here && world.place.topic === topic.thread_id,
    ),
  );
  group.append(general, ...topics);
  return group;
}

function speakers(world, words) {
  const chat = currentChat(world);
  return world.people.flatMap((person) => {
    const name = nameOf(world, person.id, words);
    const admin = isAdmin(chat, person.id);
    const label = admin ? words["trial-speaker-admin"].replace("{name}", name) : name;
    const { user, anonymous } = world.speaker;
    const choices = [option(label, `${person.id}`, user === person.id && !anonymous)];
    if (admin && chat.type !== "channel" && chat.type !== "private") {
      const hidden = words["trial-speaker-anonymous"].replace("{name}", name);
      choices.push(option(hidden, `${person.id}/anonymous`, user === person.id && anonymous));
    }
    return choices;
  });
}

function option(label, value, selected) {
  return new Option(label, value, false, selected);
}

export function choosePlace(world, value) {
  const [chat, topic] = value.split("/");
  world.place = { chat: Number(chat), topic: topic && topic !== GENERAL ? Number(topic) : null };
  if (!isAdmin(currentChat(world), world.speaker.user)) world.speaker.anonymous = false;
}

export function chooseSpeaker(world, value) {
  const [user, anonymous] = value.split("/");
  const wasPrivate = world.place.chat === world.speaker.user;
  world.speaker = { user: Number(user), anonymous: anonymous === "anonymous" };
  if (wasPrivate) world.place = { chat: world.speaker.user, topic: null };
}

// A topic or a group that has gone: what is shown then is what is left of it.
export function settlePlace(world) {
  const chat = currentChat(world);
  if (!chat && world.place.chat !== world.speaker.user) {
    const heir = world.chats.find((one) => one.id === world.place.chat - 1e12);
    world.place = { chat: heir?.id ?? world.speaker.user, topic: null };
  } else if (world.place.topic !== null && !chat?.topics?.some((topic) => topic.thread_id === world.place.topic)) {
    world.place.topic = null;
  }
}
