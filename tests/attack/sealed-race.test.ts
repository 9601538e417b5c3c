import { expect, test } from "vitest";
import { ClockBehindError } from "../../src/ledger/ledger.ts";
import { planPublish } from "../../src/publish/plan.ts";
import { publish } from "../../src/publish/publish.ts";
import { PublishRaceError } from "../../src/publish/race.ts";
import { readState } from "../../src/publish/stored-ledger.ts";
import { surveyStore } from "../../src/publish/survey.ts";
import { verifyStore } from "../../src/publish/verify.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import type { Store } from "../../src/store/store.ts";
import { shownAt } from "../bake/seal/shown-at.ts";
import type { Files } from "../publish/publish-files.ts";
import { bakeFiles, HOUR, NOW } from "../publish/publish-files.ts";
import { TakingTurns, Turns } from "./turns.ts";
import { BEFORE } from "./two-folders.ts";

const AT = NOW + 6 * HOUR;
const sealed = (title: string, at = AT) =>
  `---\ntitle: ${title}\ndate: ${new Date(at * 1000).toISOString()}\n---\nKept back: ${title}.\n`;

/** What two publishers have at the same hour. */
const PAIRS: Readonly<Record<string, readonly [Files, Files]>> = {
  "one seals what the other does not have": [{ "soon.md": sealed("Soon") }, { "new.md": "# New\n\nNew.\n" }],
  "both seal, one another text": [{ "soon.md": sealed("Soon") }, { "soon.md": sealed("Sooner") }],
  "both seal, one for later": [{ "soon.md": sealed("Soon") }, { "soon.md": sealed("Soon", AT + HOUR) }],
  "both seal the same": [{ "soon.md": sealed("Soon") }, { "soon.md": sealed("Soon") }],
};
const SEEDS = [1, 2, 3, 4];

test.for(Object.entries(PAIRS).flatMap(([name, pair]) => SEEDS.map((seed) => ({ name, pair, seed }))))(
  "two publishers at once, of whom $name: nothing tells before, and all is there in time (seed $seed)",
  async ({ pair, seed }) => {
    const store = new MemoryStore();
    await publishAt(BEFORE, store, NOW);
    const turns = new Turns(2, seed);
    await Promise.all(
      pair.map(async (more, task) => {
        const seen = new TakingTurns(store, () => turns.wait(task), seed);
        try {
          await publishAt({ ...BEFORE, ...more }, seen, NOW + HOUR + task);
        } catch (cause) {
          if (!(cause instanceof PublishRaceError || cause instanceof ClockBehindError)) throw cause;
        } finally {
          turns.end();
        }
      }),
    );
    expect(tellingOf(await shownAt(store, AT - 1))).toEqual([]);

    const last = { ...BEFORE, ...pair[seed % 2] };
    await publishAt(last, store, NOW + 2 * HOUR);
    const state = await readState(store, SHARED);
    expect(verifyStore(await surveyStore(store), state.ledger)).toMatchObject({
      missing: [],
      different: [],
      orphans: [],
    });
    const plan = planPublish(bakeFiles(last, state, NOW + 3 * HOUR), state, Infinity);
    expect([plan.put, plan.delete]).toEqual([0, []]);
    expect(tellingOf(await shownAt(store, AT - 1))).toEqual([]);
    const shown = await shownAt(store, AT + HOUR);
    const hasOne = "soon.md" in last;
    expect(shown.get("/rss.xml")?.body.includes("Kept back")).toBe(hasOne);
    expect([...shown.keys()].some((key) => key.startsWith("/articles/soon"))).toBe(hasOne);
  },
);

const SHARED = { newestEdition: 0, pausesMs: [0, 0, 0], lagSeconds: 600 };

/** Where a store shows something of what is sealed. */
function tellingOf(shown: Awaited<ReturnType<typeof shownAt>>): string[] {
  return [...shown].flatMap(([key, { body }]) => (/soon|Kept back/i.test(key + body) ? key : []));
}

async function publishAt(files: Files, store: Store, now: number): Promise<void> {
  const state = await readState(store, { ...SHARED, now });
  await publish(planPublish(bakeFiles(files, state, now), state, Infinity), state, store);
}
