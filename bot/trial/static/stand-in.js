// Asks the stand-in to do what a Telegram client would have Telegram do.

export async function call(name, asked) {
  return answered(
    fetch(`/stand-in/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(asked),
    }),
  );
}

export async function upload(file, caption, replyTo, who) {
  const form = new FormData();
  for (const [name, value] of Object.entries(who)) if (value) form.append(name, String(value));
  form.append("caption", caption);
  if (replyTo !== null) form.append("reply_to", String(replyTo));
  form.append("file", file, file.name);
  return answered(fetch("/stand-in/upload", { method: "POST", body: form }));
}

// The stand-in could not be reached at all: what the browser says of that is in its own language and words.
export class Unreached extends Error {}

async function answered(request) {
  const response = await request.catch(() => {
    throw new Unreached();
  });
  const result = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(result.description ?? `HTTP ${response.status}`);
  return result;
}
