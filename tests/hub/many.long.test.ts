import { expect, test } from "vitest";
import { KillableHub } from "./killable-hub.ts";
import { feedOf } from "./open-hub-site.ts";
import { publishTo, statusOf, subscribeAll } from "./remote-control.ts";
import type { Behaviour } from "./subscriber.ts";
import { answering, CONFIRMS, Subscriber } from "./subscriber.ts";

const CALLBACKS = 10_000;

/** One in a hundred each: five in a hundred in all. */
const BAD: readonly Behaviour[] = [
  // Slow: the answer comes after the hub has given up.
  (request, response) => (request.method === "GET" ? CONFIRMS(request, response) : undefined),
  answering(500),
  (request, response) => (request.method === "GET" ? CONFIRMS(request, response) : void response.destroy()),
  answering(302, { Location: "/elsewhere" }),
  answering(410),
];
const GONE = CALLBACKS / 100;

test("of 10,000 callbacks, 5 % of them bad, every good one has each edition at least once, in order", async () => {
  const [hub, subscriber] = [await KillableHub.start(), await Subscriber.start()];
  const origin = await hub.open();
  const bad = new Set<string>();
  const paths = Array.from({ length: CALLBACKS }, (_, at) => `/${at}`);
  for (const [at, path] of paths.entries()) {
    const behaviour = BAD[at % 100];
    if (behaviour === undefined) continue;
    bad.add(path);
    subscriber.behaviours.set(path, behaviour);
  }
  await subscribeAll(
    origin,
    paths.map((path) => subscriber.callback(path)),
    20,
  );
  while ((await statusOf(origin)).subscribers < CALLBACKS);
  subscriber.seen.length = 0;

  const [first, second] = [feedOf(100), feedOf(200, ...feedOf(100).items)];
  const good = paths.filter((path) => !bad.has(path));
  const heard = listening(subscriber);
  expect(await publishTo(origin, first)).toEqual({ subscribers: CALLBACKS });
  await subscriber.until(() => good.length <= heard().size && good.every((path) => heard().has(path)));
  // Who says that it is gone is told no more, and nobody else is forgotten.
  while ((await statusOf(origin)).subscribers > CALLBACKS - GONE);
  await publishTo(origin, second);
  await subscriber.until(() => good.every((path) => heard().get(path)?.at(-1) === "200"));

  const expected = /^(?:100,)+(?:200,?)+$/;
  expect(good.filter((path) => !expected.test(heard().get(path)?.join() ?? ""))).toEqual([]);
  expect(subscriber.seen.filter(({ url }) => url.pathname === "/elsewhere")).toEqual([]);
  const gone = paths.filter((_, at) => at % 100 === 4);
  expect(gone.filter((path) => heard().get(path)?.includes("200") ?? true)).toEqual([]);
  expect((await statusOf(origin)).subscribers).toBe(CALLBACKS - GONE);
});

/** Which editions each callback has heard of by now, in order. */
function listening({ seen }: Subscriber): () => ReadonlyMap<string, readonly string[]> {
  const heard = new Map<string, string[]>();
  let at = 0;
  return () => {
    for (; at < seen.length; at += 1) {
      const request = seen[at];
      if (request?.method !== "POST") continue;
      const { pathname } = request.url;
      heard.set(pathname, [...(heard.get(pathname) ?? []), request.body.toString().match(/\d+/)?.[0] ?? ""]);
    }
    return heard;
  };
}
