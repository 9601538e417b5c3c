import { afterAll, beforeAll, expect, test } from "vitest";
import { pollForADay } from "../../../scripts/bench/day-of-polls.ts";
import { HABITS } from "../../../scripts/bench/reader-habits.ts";
import { BakedSite } from "../baked-site.ts";
import type { Edge } from "../edge.ts";
import { STILL_NOW, startEdge } from "../edge.ts";
import { sendRaw } from "../raw-http.ts";
import type { CountingProxy } from "./counting-proxy.ts";
import { startCountingProxy } from "./counting-proxy.ts";
import { proseArticle } from "./prose.ts";

/** Every ten minutes. */
const POLLERS = (["no validators, brotli", "validators, brotli", "validators, deltas"] as const).map(
  (name) => ({ name, intervalMinutes: 10, fields: HABITS[name] }),
);

let edge: Edge;
let proxy: CountingProxy;
beforeAll(async () => {
  edge = await startEdge({ now: STILL_NOW });
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
  const started = STILL_NOW - 1800;
  const days = await pollForADay(
    POLLERS,
    async (articles) => {
      if (articles > 0) files[`${40 + articles}.txt`] = proseArticle(40 + articles);
      const { put, delete: gone } = site.bake(files, started + articles);
      await edge.put(put);
      await edge.remove(gone);
    },
    async (fields) => {
      proxy.take();
      const answer = await sendRaw(proxy.port, { target: "/rss.xml", fields });
      return { status: answer.status, bytes: proxy.take().bytes, tag: answer.field("ETag") };
    },
  );
  const [none, validators, deltas] = POLLERS.map((poller) => days.get(poller));
  if (!none || !validators || !deltas) throw new Error("no day");
  for (const [{ name }, { polls, bytes }] of days) console.info(`${polls} polls, ${name}: ${bytes} bytes`);
  expect(none.polls).toBe(144);
  expect([...validators.statuses].sort()).toEqual([
    [200, 5],
    [304, 139],
  ]);
  expect([...deltas.statuses].sort()).toEqual([
    [226, 5],
    [304, 139],
  ]);
  expect(validators.bytes / none.bytes).toBeLessThan(0.05);
  expect(deltas.bytes / none.bytes).toBeLessThan(0.03);
});
