import { Hono } from "hono/tiny";
import { storageKeyOfPath } from "../representation/storage-key.ts";
import { answer, answerPlainly } from "./respond.ts";

/** What the worker is bound to in wrangler.toml. */
export interface Bindings {
  readonly DOCUMENTS: KVNamespace;
}

/** The edge: GET and HEAD of what was baked. */
export const app = new Hono<{ Bindings: Bindings }>();

app.on(["GET", "HEAD"], "*", async ({ req, env }) => {
  const key = storageKeyOfPath(new URL(req.url).pathname);
  if (key === null) return answerPlainly(404, "There is nothing at this address.");
  return answer(req.raw, key, env.DOCUMENTS);
});

app.all("*", () => answerPlainly(405, "This site answers GET and HEAD.", { Allow: "GET, HEAD" }));

app.onError((error) => {
  console.error(JSON.stringify({ level: "error", message: error.message }));
  return answerPlainly(503, "This site cannot answer right now.", { "Retry-After": "30" });
});
