// A message's text with its entities as DOM nodes. Offsets are UTF-16 units, which is how JavaScript counts.

const BLOCKS = new Set(["blockquote", "expandable_blockquote", "pre"]);
const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code" };
const BULLET = /^(?:[•◦▪‣–-]|\d{1,3}[.)])\s/;

// The way a line runs, as its first letter tells. Letters inside of isolates don't count (UAX #9, P2): so it
// is in Telegram's clients, and not with dir="auto".
export function directionOf(text) {
  const letter = text.replace(/\u2068[^\u2069]*\u2069/g, "").match(/\p{L}/u)?.[0] ?? "";
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(letter) ? "rtl" : "ltr";
}

export function renderText(text, entities, words) {
  const blocks = entities.filter((entity) => BLOCKS.has(entity.type));
  const inline = entities.filter((entity) => !BLOCKS.has(entity.type));
  const fragment = document.createDocumentFragment();
  let at = 0;
  for (const block of blocks) {
    if (block.offset < at) continue;
    const end = block.offset + block.length;
    appendLines(fragment, text, at, text[block.offset - 1] === "\n" ? block.offset - 1 : block.offset, inline, words);
    fragment.append(renderBlock(block, text, end, inline, words));
    at = text[end] === "\n" ? end + 1 : end;
  }
  appendLines(fragment, text, at, text.length, inline, words);
  return fragment;
}

function renderBlock(block, text, end, inline, words) {
  if (block.type === "pre") {
    const pre = document.createElement("pre");
    pre.textContent = text.slice(block.offset, end);
    return pre;
  }
  const quote = document.createElement("blockquote");
  const content = document.createElement("div");
  content.className = "content";
  appendLines(content, text, block.offset, end, inline, words);
  quote.append(content);
  if (block.type === "expandable_blockquote") makeExpandable(quote, words);
  return quote;
}

// Closed it shows three lines; the button is there only where there are more.
function makeExpandable(quote, words) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "expand";
  const set = (open) => {
    quote.classList.toggle("closed", !open);
    button.setAttribute("aria-expanded", String(open));
    button.setAttribute("aria-label", words[open ? "trial-quote-close" : "trial-quote-open"]);
  };
  set(false);
  quote.classList.add("expandable");
  quote.append(button);
  quote.addEventListener("click", (event) => {
    if (event.target.closest("a") || getSelection().toString()) return;
    set(quote.classList.contains("closed"));
  });
}

function appendLines(parent, text, start, end, inline, words) {
  if (start >= end) return;
  let at = start;
  for (const line of text.slice(start, end).split("\n")) {
    const element = document.createElement("div");
    if (line.trim()) {
      const bullet = line.match(BULLET)?.[0] ?? "";
      element.className = bullet ? "line item" : "line";
      element.dir = directionOf(line);
      if (bullet) element.append(marker(bullet.trimEnd()));
      element.append(...inlineNodes(text, at + bullet.length, at + line.length, inline, words));
    } else {
      element.className = "gap";
    }
    parent.append(element);
    at += line.length + 1;
  }
}

function marker(bullet) {
  const element = document.createElement("span");
  element.className = "marker";
  element.textContent = `${bullet} `;
  return element;
}

function inlineNodes(text, start, end, entities, words) {
  const nodes = [];
  let at = start;
  const inside = entities.filter((entity) => entity.offset < end && entity.offset + entity.length > start);
  while (inside.length) {
    const entity = inside.shift();
    const from = Math.max(entity.offset, at);
    const to = Math.min(entity.offset + entity.length, end);
    if (from >= to) continue;
    if (from > at) nodes.push(document.createTextNode(text.slice(at, from)));
    const element = inlineElement(entity, text.slice(entity.offset, entity.offset + entity.length), words);
    element.append(...inlineNodes(text, from, to, inside, words));
    nodes.push(element);
    at = to;
  }
  if (at < end) nodes.push(document.createTextNode(text.slice(at, end)));
  return nodes;
}

function inlineElement(entity, covered, words) {
  if (entity.type === "text_link" || entity.type === "url" || entity.type === "email") {
    const address = entity.url ?? (entity.type === "email" ? `mailto:${covered}` : covered);
    const element = link(/^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `http://${address}`);
    // A sign alone, such as a raised number, says nothing when it is read aloud.
    if (!/[\p{L}\p{Nd}]/u.test(covered)) {
      element.className = "sign";
      element.ariaLabel = words["trial-open-link"].replace("{site}", element.hostname);
    }
    return element;
  }
  if (entity.type === "bot_command") {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "command";
    button.dataset.command = covered;
    return button;
  }
  return document.createElement(TAGS[entity.type] ?? "span");
}

function link(address) {
  const element = document.createElement("a");
  if (/^(?:https?|mailto|tel|tg):/i.test(address)) element.href = address;
  element.target = "_blank";
  element.rel = "noopener noreferrer";
  return element;
}
