"use strict";

const TEXT = "The old bridge over the Elde will close on 4 May, the town said on Monday. Engineers found cracks in two of its five arches. Repairs will cost 2.4 million euros and take eleven months. About 6,000 cars cross the bridge every day.";
const EXAMPLES = {
  summaries: { text: TEXT, sentences: 2 },
  answers: { sources: [{ text: TEXT }], questions: ["What will the repairs cost?"] },
  digests: { sources: [{ url: "https://example.org/feed.xml" }], stories: 3 },
  articles: { url: "https://example.org/" },
};

const [form, key, path, body, events, state, answer, curl] =
  ["form", "key", "path", "body", "events", "status", "answer", "curl"].map((id) => document.getElementById(id));

function quoted(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

// Beside this page, wherever a proxy serves it.
function endpoint() {
  return new URL(path.value, location.href).href;
}

function showCurl() {
  const accept = events.checked ? " -N -H 'Accept: text/event-stream'" : "";
  curl.textContent = `curl ${endpoint()} -H "Authorization: Bearer $KEY"${accept} -d ${quoted(body.value)}`;
}

function showExample() {
  body.value = JSON.stringify(EXAMPLES[path.value], null, 2);
  showCurl();
}

async function send(event) {
  event.preventDefault();
  answer.textContent = "";
  state.textContent = "…";
  const began = performance.now();
  const headers = { Authorization: `Bearer ${key.value}`, "Content-Type": "application/json" };
  if (events.checked) headers.Accept = "text/event-stream";
  try {
    const response = await fetch(endpoint(), { method: "POST", headers, body: body.value });
    if (response.headers.get("Content-Type") === "text/event-stream") {
      for await (const part of response.body.pipeThrough(new TextDecoderStream())) answer.textContent += part;
    } else {
      answer.textContent = JSON.stringify(await response.json(), null, 2);
    }
    state.textContent = `${response.status}, ${Math.round(performance.now() - began)} ms`;
  } catch (error) {
    state.textContent = String(error);
  }
}

for (const name of Object.keys(EXAMPLES)) path.add(new Option(`POST /v1/${name}`, name));
path.addEventListener("change", showExample);
body.addEventListener("input", showCurl);
events.addEventListener("change", showCurl);
form.addEventListener("submit", send);
showExample();
