import * as fc from "fast-check";
import { expect, test } from "vitest";
import { MemoryStore } from "../../../src/store/memory-store.ts";
import { NOW, publishFiles } from "../../publish/publish-files.ts";
import type { History } from "./lagging-locations.ts";
import { Reader, snapshot } from "./lagging-locations.ts";
import { shownAt } from "./shown-at.ts";

const FEED = "/rss.xml";
const LAGS = [0, 60, 240, 599];

/** What happens every so often: an article is added, planned so far ahead, or edited. */
const happening = fc.record({
  verb: fc.constantFrom("add", "plan", "plan", "edit", "postpone"),
  pick: fc.nat(20),
  ahead: fc.integer({ min: 5, max: 1500 }),
  pause: fc.integer({ min: 20, max: 900 }),
});
const polls = fc.array(
  fc.record({ lag: fc.constantFrom(...LAGS), after: fc.integer({ min: 5, max: 120 }) }),
  {
    minLength: 40,
    maxLength: 40,
  },
);

test("whoever polls locations that lag ends with every article, as it is, once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 2, maxLength: 5 }), polls, async (plan, polled) => {
      const { history, store, end } = await published(plan);
      for (const isStrict of [true, false]) {
        const reader = new Reader(FEED, isStrict);
        for (let now = NOW + 1, turn = 0; now < end; turn += 1) {
          const { lag = 0, after = 30 } = polled[turn % polled.length] ?? {};
          reader.poll(history, lag, now);
          now += after;
        }
        // Every location has caught up by then.
        reader.poll(history, 0, end + 1200);
        const items =
          (await shownAt(store, end + 1200)).get(FEED)?.body.match(/<item>[\s\S]*?<\/item>/g) ?? [];
        expect([...reader.items.values()].sort()).toEqual([...items].sort());
      }
    }),
    { numRuns: 25 },
  );
});

async function published(
  plan: readonly {
    readonly verb: string;
    readonly pick: number;
    readonly ahead: number;
    readonly pause: number;
  }[],
): Promise<{ readonly history: History; readonly store: MemoryStore; readonly end: number }> {
  const store = new MemoryStore();
  const articles = [{ text: "First.", date: NOW - 9 }];
  const history: { at: number; values: Awaited<ReturnType<typeof snapshot>> }[] = [];
  let now = NOW;
  const bake = async () => {
    const files = Object.fromEntries(
      articles.map(({ text, date }, n) => [
        `a${n}.md`,
        `---\ntitle: A${n}\ndate: ${new Date(date * 1000).toISOString()}\n---\n${text}\n`,
      ]),
    );
    await publishFiles(files, store, now);
    history.push({ at: now, values: await snapshot(store, [FEED]) });
  };
  await bake();
  for (const { verb, pick, ahead, pause } of plan) {
    now += pause;
    const one = articles[pick % articles.length];
    if (verb === "add") articles.push({ text: "New.", date: now });
    else if (verb === "plan") articles.push({ text: "Planned.", date: now + ahead });
    else if (one !== undefined && verb === "edit") one.text += " More.";
    else if (one !== undefined && one.date > now) one.date = now + ahead;
    await bake();
  }
  return { history, store, end: now + 2400 };
}
