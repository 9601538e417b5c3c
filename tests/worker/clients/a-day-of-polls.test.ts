import { afterAll, beforeAll, expect, test } from "vitest";
import { BakedSite } from "../baked-site.ts";
import type { Edge } from "../edge.ts";
import { startEdge } from "../edge.ts";
import type { RawAnswer } from "../raw-http.ts";
import { sendRaw } from "../raw-http.ts";
import type { CountingProxy } from "./counting-proxy.ts";
import { startCountingProxy } from "./counting-proxy.ts";
import { proseArticle } from "./prose.ts";

/** Every ten minutes for a day. */
const POLLS = 144;
/** Polls before which an article is published. */
const PUBLISHES = [20, 45, 70, 100, 130];

/** What clients send with a poll, given the answer that they have. */
const CLIENTS: Readonly<Record<string, (last: RawAnswer | null) => Record<string, string>>> = {
  "without validators": () => ({}),
  "with validators": (last) => ({ "If-None-Match": last?.field("ETag") ?? '""' }),
  "with validators and deltas": (last) => ({ "If-None-Match": last?.field("ETag") ?? '""', "A-IM": "feed" }),
};

let edge: Edge;
let proxy: CountingProxy;
beforeAll(async () => {
  edge = await startEdge();
  proxy = await startCountingProxy(edge.port);
});
afterAll(async () => {
  await proxy.stop();
  await edge.stop();
});

test("a day of polls costs under 5 % with validators and under 3 % with deltas of what it costs without", async () => {
  const site = new BakedSite();
  const files: Record<string, string> = {};
  for (let at = 1; at <= 40; at += 1) files[`${at}.txt`] = proseArticle(at);
  const started = Math.floor(Date.now() / 1000) - 1800;
  const last = new Map<string, RawAnswer>();
  const bytes = new Map<string, number>();
  const publish = async (now: number) => {
    const { put, delete: gone } = site.bake(files, now);
    await edge.put(put);
    await edge.remove(gone);
  };
  await publish(started);
  for (const [name, fieldsOf] of Object.entries(CLIENTS)) {
    last.set(name, await sendRaw(proxy.port, { target: "/rss.xml", fields: fieldsOf(null) }));
  }
  for (let poll = 1; poll <= POLLS; poll += 1) {
    if (PUBLISHES.includes(poll)) {
      files[`${40 + poll}.txt`] = proseArticle(40 + poll);
      await publish(started + poll);
    }
    for (const [name, fieldsOf] of Object.entries(CLIENTS)) {
      proxy.take();
      const fields = { "Accept-Encoding": "gzip, br", ...fieldsOf(last.get(name) ?? null) };
      last.set(name, await sendRaw(proxy.port, { target: "/rss.xml", fields }));
      bytes.set(name, (bytes.get(name) ?? 0) + proxy.take().bytes);
    }
  }
  const [none = 0, validators = 0, deltas = 0] = Object.keys(CLIENTS).map((name) => bytes.get(name));
  console.info(`${POLLS} polls: ${none} bytes without validators, ${validators} with, ${deltas} with deltas`);
  expect(validators / none).toBeLessThan(0.05);
  expect(deltas / none).toBeLessThan(0.03);
});
