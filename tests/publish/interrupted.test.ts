import { describe, expect, test } from "vitest";
import { MemoryStore } from "../../src/store/memory-store.ts";
import { copiedStore } from "../store/copied-store.ts";
import { DyingStore, Killed, shuffledBy } from "../store/dying-store.ts";
import type { Files } from "./publish-files.ts";
import {
  brokenLinks,
  DAY,
  documentsIn,
  HOUR,
  NOW,
  otherKeys,
  publishFiles,
  stateOf,
} from "./publish-files.ts";

/** Windows of two, so that a small site has archives. */
const SETTINGS = `title = "The Quay"
url = "https://quay.example"
authority = "quay.example,2025"
feed_items = 2
`;

const article = (title: string, text = "One paragraph.", fields = "") =>
  `---\n${fields}---\n# ${title}\n\n${text}\n`;

/** What was published before: eight articles, and two pictures. */
const BEFORE: Files = {
  "site.toml": SETTINGS,
  "eel.png": "a picture of an eel",
  "ferry.png": "a picture of a ferry",
  ...Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`old${n}.md`, article(`Old ${n}`)])),
};

/** What is being published: some new, edited, moved, deleted, with another slug, a picture less. */
const { "old1.md": _, "old2.md": moved = "", "eel.png": __, ...others } = BEFORE;
const DURING: Files = {
  ...others,
  "old0.md": article("Old 0", "Another paragraph."),
  "elsewhere/old2.md": moved,
  "old3.md": article("Old 3", "One paragraph.", "slug: third\n"),
  "new0.md": article("New 0"),
  "new1.md": article("New 1", "One paragraph.", "date: 2025-06-01T00:00:00Z\n"),
  "new2.md": article("New 2"),
};

/** What the folder is when the publish is run again. */
const AFTER: readonly { readonly name: string; readonly files: Files; readonly from: number }[] = [
  { name: "unchanged", files: DURING, from: 1 },
  { name: "with an article retitled", files: { ...DURING, "new0.md": article("New nought") }, from: 2 },
  {
    name: "with an article deleted",
    files: Object.fromEntries(Object.entries(DURING).filter(([path]) => path !== "new2.md")),
    from: 3,
  },
  { name: "as it was before", files: BEFORE, from: 4 },
];

/** A store in which that lies. */
const published = new MemoryStore();
await publishFiles(BEFORE, published, NOW);

async function undisturbed(after: Files): Promise<MemoryStore> {
  const store = await copiedStore(published);
  await publishFiles(DURING, store, NOW + HOUR);
  await publishFiles(after, store, NOW + DAY);
  return store;
}

async function articlesIn(store: MemoryStore) {
  return (await stateOf(store)).stored.ledger.articles;
}

/** Status and text of each document; of feeds, which tell their own edition, only that they are there. */
function pagesOf(documents: Awaited<ReturnType<typeof documentsIn>>) {
  return [...documents].map(([key, { metadata, body }]) => [
    key,
    metadata.status,
    metadata.kind === "feed" || metadata.kind === "archive" ? null : body,
  ]);
}

async function countWrites(): Promise<number> {
  const store = await copiedStore(published);
  const { plan } = await publishFiles(DURING, store, NOW + HOUR);
  return plan.put + plan.delete.length + 1;
}

// Every fourth write is enough to notice a wrong order; `npm run test:all` takes each of them.
const STEP = process.env.FEEDWRIGHT_TESTS === "all" ? 1 : 4;

describe("a publish that is interrupted at any write", async () => {
  const writes = await countWrites();

  test.for(AFTER)("is finished by the next one, the folder $name", async ({ files, from }) => {
    const expected = await undisturbed(files);
    const expectedArticles = await articlesIn(expected);
    const expectedPages = pagesOf(await documentsIn(expected));
    for (let killedAfter = STEP === 1 ? 1 : from; killedAfter < writes; killedAfter += STEP) {
      const store = await copiedStore(published);
      const dying = new DyingStore(store, killedAfter, shuffledBy(killedAfter));
      await expect(publishFiles(DURING, dying, NOW + HOUR)).rejects.toThrow(Killed);
      expect(await brokenLinks(store), `killed after ${killedAfter}`).toEqual([]);

      await publishFiles(files, store, NOW + DAY);
      expect(await brokenLinks(store)).toEqual([]);
      expect(await articlesIn(store), `killed after ${killedAfter}`).toEqual(expectedArticles);
      expect(pagesOf(await documentsIn(store))).toEqual(expectedPages);
      expect(await otherKeys(store)).toEqual(["ledger", "ledger/0001"]);
      const { plan } = await publishFiles(files, store, NOW + 2 * DAY);
      expect(plan).toMatchObject({ put: 0, delete: [], over: [] });
    }
  });

  test("is finished in small steps too, none of which breaks a link", async () => {
    const expected = await articlesIn(await undisturbed(DURING));
    for (let killedAfter = 2; killedAfter < writes; killedAfter += 7 * STEP) {
      const store = await copiedStore(published);
      const dying = new DyingStore(store, killedAfter, shuffledBy(killedAfter));
      await expect(publishFiles(DURING, dying, NOW + HOUR)).rejects.toThrow(Killed);
      for (let left = 1, run = 0; left > 0; run += 1) {
        ({ left } = (await publishFiles(DURING, store, NOW + DAY + run, 30)).plan);
        expect(await brokenLinks(store)).toEqual([]);
      }
      expect(await articlesIn(store)).toEqual(expected);
      const { plan } = await publishFiles(DURING, store, NOW + 2 * DAY);
      expect(plan).toMatchObject({ put: 0, delete: [], over: [] });
    }
  });

  test("twice in a row is finished by the third", async () => {
    const expected = await articlesIn(await undisturbed(DURING));
    for (let killedAfter = 1; killedAfter < writes; killedAfter += 3 * STEP) {
      const store = new MemoryStore();
      await publishFiles(BEFORE, store, NOW);
      for (const [at, left] of [killedAfter, writes - killedAfter].entries()) {
        const dying = new DyingStore(store, left, shuffledBy(left));
        await publishFiles(DURING, dying, NOW + HOUR + at).catch((cause) =>
          expect(cause).toBeInstanceOf(Killed),
        );
      }
      await publishFiles(DURING, store, NOW + DAY);
      expect(await articlesIn(store)).toEqual(expected);
      expect(await otherKeys(store)).toEqual(["ledger", "ledger/0001"]);
    }
  });
});

test("a first publish that is interrupted keeps the dates that readers saw", async () => {
  const store = new MemoryStore();
  await expect(publishFiles(DURING, new DyingStore(store, 5, shuffledBy(1)), NOW)).rejects.toThrow(Killed);
  await publishFiles(DURING, store, NOW + DAY);
  const undated = [...(await articlesIn(store))].filter(({ path }) => path !== "new1.md");
  expect(new Set(undated.map(({ published }) => published))).toEqual(new Set([NOW]));
});

describe("a media file that was taken out of the folder", async () => {
  const writes = await countWrites();
  // The picture and the journal are deleted last.
  const ledgerIsWritten = writes - 2;

  const mediaIn = async (store: MemoryStore) =>
    [...(await documentsIn(store))].filter(([, { metadata }]) => metadata.kind === "media").length;

  test.for([
    { name: "at the journal", killedAfter: 1 },
    { name: "before the ledger's head", killedAfter: ledgerIsWritten - 1 },
    { name: "when the ledger is written", killedAfter: ledgerIsWritten },
  ])(
    "is still there where the publish is interrupted $name, and the next one deletes it",
    async ({ killedAfter }) => {
      const store = await copiedStore(published);
      const dying = new DyingStore(store, killedAfter, shuffledBy(1));
      await expect(publishFiles(DURING, dying, NOW + HOUR)).rejects.toThrow(Killed);
      const { stored } = await stateOf(store);
      expect(stored.ledger.edition).toBe(killedAfter === ledgerIsWritten ? NOW + HOUR : NOW);
      expect(await mediaIn(store)).toBe(2);

      await publishFiles(DURING, store, NOW + DAY);
      expect(await mediaIn(store)).toBe(1);
    },
  );
});
