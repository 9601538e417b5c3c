import { describe, expect, test } from "vitest";
import { planPublish, TooFewWritesError } from "../../src/publish/plan.ts";
import { publish } from "../../src/publish/publish.ts";
import { surveyStore } from "../../src/publish/survey.ts";
import { isSound, verifyStore } from "../../src/publish/verify.ts";
import type { StorageKey } from "../../src/representation/storage-key.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import type { Store } from "../../src/store/store.ts";
import { bakeFiles, brokenLinks, DAY, HOUR, NOW, publishFiles, stateOf } from "./publish-files.ts";

const FILES = Object.fromEntries(
  Array.from({ length: 30 }, (_, n) => [`a${n}.md`, `# Number ${n}\n\nText of ${n}.\n`]),
);

async function planFor(
  files: Readonly<Record<string, string>>,
  store: Store,
  now: number,
  maxWrites = Infinity,
) {
  const state = await stateOf(store);
  return planPublish(bakeFiles(files, state, now), state, maxWrites);
}

describe("a plan", () => {
  test("begins with the journal, writes pages before what names them, and ends with the ledger's head", async () => {
    const { stages, ledger } = await planFor(FILES, new MemoryStore(), NOW);
    const keys = stages.map((stage) => stage.map(({ key }) => key as string));
    expect(keys[0]).toEqual([expect.stringMatching(/^journal\//)]);
    const stageOf = (key: string) => keys.findIndex((stage) => stage.includes(key));
    for (let n = 0; n < 30; n += 1) {
      expect(stageOf(`/articles/a${n}`)).toBeLessThan(stageOf("/rss.xml"));
    }
    expect(ledger.map((stage) => stage.map(({ key }) => key))).toEqual([["ledger/0001"], ["ledger"]]);
  });

  test("writes an archive before the feeds that continue it (RFC 5005 §4)", async () => {
    const settings = {
      "site.toml": 'url = "https://quay.example"\nauthority = "quay.example,2025"\nfeed_items = 10\n',
    };
    const store = new MemoryStore();
    const { "a29.md": last = "", ...before } = FILES;
    await publishFiles({ ...settings, ...before }, store, NOW);
    const { stages } = await planFor({ ...settings, ...before, "a29.md": last }, store, NOW + DAY);
    const keys = stages.map((stage) => stage.map(({ key }) => key as string));
    const stageOf = (key: string) => keys.findIndex((stage) => stage.includes(key));
    expect(stageOf("/articles/a29")).toBeGreaterThan(0);
    expect(stageOf("/archive/2/atom.xml")).toBeGreaterThan(stageOf("/articles/a29"));
    expect(stageOf("/atom.xml")).toBeGreaterThan(stageOf("/archive/2/atom.xml"));
  });

  test("is empty for an unchanged site, a day later and after a change of nothing", async () => {
    const store = new MemoryStore();
    await publishFiles(FILES, store, NOW);
    expect(await planFor({ ...FILES }, store, NOW + DAY)).toMatchObject({
      put: 0,
      delete: [],
      left: 0,
      over: [],
    });
  });

  test("for one edit leaves all other articles alone", async () => {
    const store = new MemoryStore();
    await publishFiles(FILES, store, NOW);
    const { stages } = await planFor(
      { ...FILES, "a7.md": "# Number 7\n\nAnother text.\n" },
      store,
      NOW + DAY,
    );
    const pages = stages
      .flat()
      .map(({ key }) => key)
      .filter((key) => key.startsWith("/articles/"));
    expect(pages).toEqual(["/articles/a7"]);
  });

  test("remembers a move that changes no feed", async () => {
    const store = new MemoryStore();
    await publishFiles(FILES, store, NOW);
    const { "a7.md": moved = "", ...others } = FILES;
    await publishFiles({ ...others, "elsewhere.md": moved }, store, NOW + HOUR);
    const { articles } = (await stateOf(store)).stored.ledger;
    expect([...articles].find(({ path }) => path === "elsewhere.md")?.address).toBe("/articles/a7");
  });

  test("never touches a key that is not ours", async () => {
    const store = new MemoryStore();
    const theirs = { key: "/theirs" as StorageKey, value: new Uint8Array([1]), metadata: { v: 1 } };
    await store.put([theirs]);
    await publishFiles(FILES, store, NOW);
    await publishFiles({ "a1.md": "# One\n\nOnly.\n" }, store, NOW + DAY);
    expect(await store.get(theirs.key)).toEqual({ value: theirs.value, metadata: theirs.metadata });
  });
});

describe("a plan with a limit of writes", () => {
  test.for([6, 9, 25])(
    "of %i never goes over it, never breaks a link, and ends where one without does",
    async (limit) => {
      const store = new MemoryStore();
      let runs = 0;
      for (let left = 1; left > 0; runs += 1) {
        const state = await stateOf(store);
        const plan = planPublish(bakeFiles(FILES, state, NOW + runs), state, limit);
        expect(plan.put + plan.delete.length + 1).toBeLessThanOrEqual(limit);
        await publish(plan, state, store);
        expect(await brokenLinks(store)).toEqual([]);
        left = plan.left;
      }
      expect(runs).toBeGreaterThan(1);
      const { ledger } = (await stateOf(store)).stored;
      expect(isSound(verifyStore(await surveyStore(store), ledger))).toBe(true);
      expect(new Set([...ledger.articles].map(({ published }) => published))).toEqual(new Set([NOW]));
      expect(await planFor(FILES, store, NOW + DAY)).toMatchObject({ put: 0, left: 0 });
    },
  );

  test("that leaves room for nothing is refused", async () => {
    const planning = planFor(FILES, new MemoryStore(), NOW, 4);
    await expect(planning).rejects.toThrow(TooFewWritesError);
    await expect(planning).rejects.toThrow("takes 4 writes");
  });
});
