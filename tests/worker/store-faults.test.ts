import { afterAll, beforeAll, expect, test } from "vitest";
import type { Edge } from "./edge.ts";
import { startEdge } from "./edge.ts";
import { sendRaw } from "./raw-http.ts";

/** Stands in for KV, since the real one does not fail when it is asked to. The path says how. */
const FAULTY_STORE = `
import { WorkerEntrypoint } from "cloudflare:workers";

const good = (status, kind) => ({
  v: 2, s: status, k: kind, t: "text/plain; charset=utf-8", e: 'W/"1760000000.0123456789abcdef"', m: 1760000000, p: 900, n: 5, l: [0, 0, 5, 0],
});
const body = (text) => new Blob([text]).stream();
const ANSWERS = {
  "/good": () => ({ value: body("good\\n"), metadata: good(200, "text") }),
  "/throws": () => { throw new Error("KV GET failed: 500 at secret-host"); },
  "/hangs": () => scheduler.wait(600_000),
  "/too-short": () => ({ value: body("good\\n"), metadata: { ...good(200, "text"), l: [9, 3, 0, 0] } }),
  "/gone-without-page": () => ({ value: body(""), metadata: { ...good(410, "error"), n: 0, l: [0, 0, 0, 0] } }),
  "/moved-nowhere": () => ({ value: body("//x"), metadata: { ...good(301, "moved"), n: 3, l: [0, 0, 3, 0] } }),
  "error/410": () => ({ value: body(""), metadata: { ...good(410, "error"), n: 0, l: [0, 0, 0, 0] } }),
  "error/404": () => { throw new Error("KV GET failed: 500"); },
};

export default class extends WorkerEntrypoint {
  getWithMetadata(key) {
    return ANSWERS[key]?.() ?? { value: null, metadata: null };
  }
}
`;

const UNAVAILABLE = "This site cannot answer now.\n";

let edge: Edge;
beforeAll(async () => {
  edge = await startEdge({ faultyStore: FAULTY_STORE });
});
afterAll(() => edge.stop());

test("the stand-in for KV is asked like KV", async () => {
  const { status, body } = await sendRaw(edge.port, { target: "/good" });
  expect([status, body.toString()]).toEqual([200, "good\n"]);
});

test.for([
  ["KV throws", "/throws"],
  ["KV does not answer within five seconds", "/hangs"],
  ["a value ends before the part that is sent", "/too-short"],
  ["a moved document has no target", "/moved-nowhere"],
] as const)("503 with Retry-After, and nothing of why, where %s (RFC 9110 §15.6.4)", async ([, target]) => {
  const answer = await sendRaw(edge.port, { target });
  expect(answer.status).toBe(503);
  expect(answer.field("Retry-After")).toBe("30");
  expect(answer.field("Cache-Control")).toBe("no-store");
  expect(answer.field("ETag")).toBeNull();
  expect(answer.text()).toBe(UNAVAILABLE);
});

test("404 in one sentence where the site's page cannot be read", async () => {
  const answer = await sendRaw(edge.port, { target: "/nothing" });
  expect([answer.status, answer.text()]).toEqual([404, "There is nothing at this address.\n"]);
  expect(answer.field("Cache-Control")).toBe("public, max-age=0");
});

test("410 in one sentence where the site's page is empty, and no circle", async () => {
  const answer = await sendRaw(edge.port, { target: "/gone-without-page" });
  expect([answer.status, answer.text()]).toEqual([410, "This is no longer published.\n"]);
});
