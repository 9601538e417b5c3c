import { describe, expect, test } from "vitest";
import { surveyStore } from "../../../src/publish/survey.ts";
import { verifyStore } from "../../../src/publish/verify.ts";
import { MemoryStore } from "../../../src/store/memory-store.ts";
import type { Files } from "../../publish/publish-files.ts";
import { articleAddresses, NOW, publishFiles, stateOf } from "../../publish/publish-files.ts";
import { copiedStore } from "../../store/copied-store.ts";
import { DyingStore, Killed, shuffledBy } from "../../store/dying-store.ts";
import { shownAt } from "./shown-at.ts";

const AT = NOW + 7200;
const iso = new Date(AT * 1000).toISOString();
const BEFORE: Files = { "old.md": "# Old\n\nOld.\n", "ad.md": "# Ad\n\nAn ad.\n" };
const PLANNED: Files = {
  "old.md": "---\ntitle: Old\n---\nSee [it](next.md).\n",
  "ad.md": `---\ntitle: Ad\nexpires: ${iso}\n---\nAn ad.\n`,
  "next.md": `---\ntitle: Embargo\ndate: ${iso}\ntags: [hush]\n---\nKept back.\n`,
};
const FEEDS = ["/rss.xml", "/atom.xml", "/feed.json"];

/** What lies in a store before that. */
const before = (async () => {
  const store = new MemoryStore();
  await publishFiles(BEFORE, store, NOW);
  return store;
})();

/** A publish that seals, killed after so many writes; null where it came to its end. */
async function killedAfter(writes: number): Promise<MemoryStore | null> {
  const store = await copiedStore(await before);
  try {
    await publishFiles(PLANNED, new DyingStore(store, writes, shuffledBy(writes)) as never, NOW + 60);
    return null;
  } catch (cause) {
    if (cause instanceof Killed) return store;
    throw cause;
  }
}

/** Every address that a feed names answers, before and after the instant. */
async function expectWhole(store: MemoryStore, now: number): Promise<void> {
  const shown = await shownAt(store, now);
  for (const feed of FEEDS) {
    for (const address of articleAddresses(shown.get(feed)?.body ?? "")) {
      expect(shown.get(address)?.metadata.status, `${feed} names ${address} at ${now - AT}`).toBe(200);
    }
  }
}

describe("a publish that seals, killed anywhere", () => {
  test("tells nothing before, names nothing that is not there, and is finished by the next", async () => {
    let kills = 0;
    for (let writes = 0; ; writes += 1) {
      const store = await killedAfter(writes);
      if (store === null) break;
      kills += 1;
      for (const { body } of (await shownAt(store, AT - 1)).values()) {
        expect(body).not.toMatch(/Embargo|Kept back|hush/);
      }
      await expectWhole(store, AT - 1);
      await expectWhole(store, AT);

      await publishFiles(PLANNED, store, NOW + 120);
      const { ledger } = (await stateOf(store)).stored;
      expect(verifyStore(await surveyStore(store), ledger)).toMatchObject({
        missing: [],
        different: [],
        orphans: [],
      });
      const shown = await shownAt(store, AT);
      for (const feed of FEEDS) expect(shown.get(feed)?.body).toContain("Embargo");
      expect(shown.get("/articles/ad")?.metadata.status).toBe(410);
    }
    expect(kills).toBeGreaterThan(15);
  });

  test("is finished by one after the instant, under the ids and addresses that were sealed", async () => {
    const whole = new MemoryStore();
    await publishFiles(BEFORE, whole, NOW);
    await publishFiles(PLANNED, whole, NOW + 60);
    const sealed = (await stateOf(whole)).stored.ledger.sealed?.[0]?.articles.find(
      ({ path }) => path === "next.md",
    );
    const store = await killedAfter(12);
    const { site } = await publishFiles(
      { ...PLANNED, "next.md": PLANNED["next.md"]?.replace("Embargo", "Released") ?? "" },
      store ?? whole,
      AT + 60,
    );
    const record = [...site.ledger.articles].find(({ path }) => path === "next.md");
    expect([record?.id, record?.address]).toEqual([sealed?.id, sealed?.address]);
  });
});
