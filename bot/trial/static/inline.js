// Inline mode: what is typed behind the bot's name, the results, and the buttons that the bot asks to show.

import { create } from "./bubble.js";

const USERNAME = "nutshell_trial_bot";
const PAUSE_MS = 400; // a client asks when the person stops typing

export const inlineQuery = (text) => text.match(new RegExp(`^@${USERNAME}\\s(.*)$`, "is"))?.[1]?.trim() ?? null;

// Asks when the typing stops; `ask` sends the query.
export function makeAsker(ask) {
  let timer;
  let last = null;
  return (text) => {
    const query = inlineQuery(text);
    clearTimeout(timer);
    if (query === null) last = null;
    else if (query !== last) {
      timer = setTimeout(() => {
        last = query;
        ask(query);
      }, PAUSE_MS);
    }
    return query;
  };
}

export function resultItems(event, choose, open) {
  const items = event.results.map((result) => {
    const button = create("button", "command-line result");
    button.type = "button";
    button.append(create("strong", "", result.title), create("span", "", result.description ?? ""));
    button.addEventListener("click", () => choose(event.query_id, result.id));
    return listed(button);
  });
  if (event.button) {
    const button = create("button", "command-line result", event.button.text);
    button.type = "button";
    button.addEventListener("click", () => open(event.button.start_parameter ?? ""));
    items.unshift(listed(button));
  }
  return items;
}

function listed(button) {
  const item = create("li");
  item.append(button);
  return item;
}
