import { expect, test } from "vitest";
import { KillableHub } from "./killable-hub.ts";
import { feedOf } from "./open-hub-site.ts";
import { publishTo, statusOf, subscribeAll } from "./remote-control.ts";
import { Subscriber } from "./subscriber.ts";

const KILLS = 25;
const CALLBACKS = 600;
const SHARD = 250;
const RUN = 40;

test("over 25 kills of workerd no edition is lost, and only who was under way gets the same bytes twice", async () => {
  const [hub, subscriber] = [await KillableHub.start(), await Subscriber.start()];
  const paths = Array.from({ length: CALLBACKS }, (_, at) => `/${at}`);
  let origin = await hub.open();
  await subscribeAll(
    origin,
    paths.map((path) => subscriber.callback(path)),
    1,
  );
  while ((await statusOf(origin)).subscribers < CALLBACKS);
  let chance = 20_260_701;
  const random = (below: number) => {
    chance = (chance * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((chance / 2 ** 31) * below);
  };

  for (let kill = 1; kill <= KILLS; kill += 1) {
    const feed = feedOf(kill * 10);
    subscriber.seen.length = 0;
    // Killed when so many have it; the first times while the publisher is still talking, or just after.
    const moment = random(CALLBACKS + 60) - 60;
    const publishing = publishTo(origin, feed).catch(() => null);
    if (moment >= -30) await publishing;
    await subscriber.until(() => moment <= 0 || subscriber.editions().length >= moment);
    await hub.kill();
    const before = subscriber.editions().map(({ url }) => url.pathname);
    const wasTaken = (await publishing) !== null;

    origin = await hub.open();
    // The publisher's tools post again what they do not know to be taken.
    if (!wasTaken) await publishTo(origin, feed);
    const heard = () => new Set(subscriber.editions().map(({ url }) => url.pathname));
    await subscriber.until(() => subscriber.seen.length >= CALLBACKS && heard().size === CALLBACKS);
    while ((await statusOf(origin)).pending > 0);

    const all = subscriber.editions().map(({ url }) => url.pathname);
    const twice = [...new Set(all.filter((path, at) => all.indexOf(path) !== at))];
    expect(heard().size, `kill ${kill} at ${moment}`).toBe(CALLBACKS);
    expect(all.length - heard().size, `kill ${kill} at ${moment}`).toBe(twice.length);
    const underWay = paths.length === 0 ? [] : shards(paths).flatMap((shard) => lastOf(before, shard));
    expect(
      twice.filter((path) => !underWay.includes(path)),
      `kill ${kill} at ${moment}`,
    ).toEqual([]);
  }
});

function shards(paths: readonly string[]): string[][] {
  const count = Math.ceil(paths.length / SHARD);
  return Array.from({ length: count }, (_, at) => paths.slice(at * SHARD, (at + 1) * SHARD));
}

/** Those of a shard who were served in its last run before the kill. */
function lastOf(before: readonly string[], shard: readonly string[]): string[] {
  const members = new Set(shard);
  return before.filter((path) => members.has(path)).slice(-RUN);
}
