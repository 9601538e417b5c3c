import { describe, expect, test } from "vitest";
import { notePings, writePendingPings } from "../../src/publish/pending-pings.ts";
import type { Topic } from "../../src/publish/topics.ts";
import { HUBS_KEY } from "../../src/representation/storage-key.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import { RecordingStore } from "./recording-store.ts";

const HUB = "https://hub.example/";
const OTHER = "https://another-hub.example/";
const RSS = "https://quay.example/rss.xml";
const ATOM = "https://quay.example/atom.xml";

const topics = (...urls: string[]): Topic[] => urls.map((url) => ({ url, tag: 'W/"1"' }));

/** A store in which such a note lies; none where it is null. */
async function storeWith(note: string | null) {
  const memory = new MemoryStore();
  const value = new TextEncoder().encode(note ?? "");
  if (note !== null) await memory.put([{ key: HUBS_KEY, value, metadata: null }]);
  return { memory, store: new RecordingStore(memory) };
}

async function noteIn(memory: MemoryStore): Promise<unknown> {
  const stored = await memory.get(HUBS_KEY);
  return stored && JSON.parse(new TextDecoder().decode(stored.value));
}

describe("news for hubs", () => {
  test("is noted in the store before anybody is told, for each hub", async () => {
    const { memory, store } = await storeWith(null);
    const news = await notePings(store, [HUB, OTHER], topics(RSS, ATOM));
    expect([...news]).toEqual([
      [HUB, [RSS, ATOM]],
      [OTHER, [RSS, ATOM]],
    ]);
    expect(await noteIn(memory)).toEqual({ [HUB]: [RSS, ATOM], [OTHER]: [RSS, ATOM] });
    expect((await memory.get(HUBS_KEY))?.metadata).toBeNull();
  });

  test("comes after what a hub missed before, each topic once", async () => {
    const { memory, store } = await storeWith(JSON.stringify({ [HUB]: [ATOM] }));
    expect([...(await notePings(store, [HUB, OTHER], topics(RSS, ATOM)))]).toEqual([
      [HUB, [ATOM, RSS]],
      [OTHER, [RSS, ATOM]],
    ]);
    expect(await noteIn(memory)).toEqual({ [HUB]: [ATOM, RSS], [OTHER]: [RSS, ATOM] });
  });

  test("is noted whole, however many topics there are", async () => {
    const { memory, store } = await storeWith(null);
    const urls = Array.from({ length: 120 }, (_, n) => `https://quay.example/${n}`);
    expect([...(await notePings(store, [HUB], topics(...urls)))]).toEqual([[HUB, urls]]);
    expect(await noteIn(memory)).toEqual({ [HUB]: urls });
  });

  test("that is none is nothing to note, though another hub missed something", async () => {
    const { store } = await storeWith(JSON.stringify({ [HUB]: [RSS] }));
    expect([...(await notePings(store, [HUB, OTHER], []))]).toEqual([[HUB, [RSS]]]);
    expect(store.writes).toEqual([]);
  });

  test("of a site without hubs costs nothing, not even a read", async () => {
    const { store } = await storeWith(JSON.stringify({ [HUB]: [RSS] }));
    expect([...(await notePings(store, [], topics(RSS)))]).toEqual([]);
    expect(store.asked).toEqual([]);
  });

  test("that is noted already costs no write, in whatever order the hubs stand", async () => {
    const { store } = await storeWith(JSON.stringify({ [OTHER]: [RSS], [HUB]: [RSS] }));
    await notePings(store, [HUB, OTHER], topics(RSS));
    expect(store.writes).toEqual([]);
  });

  test("where there is none leaves the note as it is", async () => {
    const { store } = await storeWith(JSON.stringify({ [OTHER]: [RSS] }));
    expect([...(await notePings(store, [HUB], []))]).toEqual([]);
    expect(store.writes).toEqual([]);
  });
});

describe("a damaged note counts as none", () => {
  test.for([
    { name: "no JSON", note: "{" },
    { name: "null", note: "null" },
    { name: "a number", note: "1" },
    { name: "a hub with no list", note: JSON.stringify({ [HUB]: "/rss.xml" }) },
    { name: "a hub with nothing", note: JSON.stringify({ [HUB]: null }) },
  ])("$name", async ({ note }) => {
    const { store } = await storeWith(note);
    expect([...(await notePings(store, [HUB], topics(RSS)))]).toEqual([[HUB, [RSS]]]);
  });

  test("but for what of it can be read: every topic is text", async () => {
    const { store } = await storeWith(JSON.stringify({ [HUB]: [7] }));
    expect([...(await notePings(store, [HUB], topics(RSS)))]).toEqual([[HUB, ["7", RSS]]]);
  });
});

describe("what is left to tell", () => {
  const before = new Map([[HUB, [RSS]]]);

  test("is remembered", async () => {
    const { memory, store } = await storeWith(JSON.stringify({ [HUB]: [RSS] }));
    await writePendingPings(store, new Map([[OTHER, [ATOM]]]), before);
    expect(await noteIn(memory)).toEqual({ [OTHER]: [ATOM] });
  });

  test("costs no write where it is what was remembered", async () => {
    const { store } = await storeWith(JSON.stringify({ [HUB]: [RSS] }));
    await writePendingPings(store, new Map(before), before);
    expect(store.writes).toEqual([]);
  });

  test("is no note at all where nothing is left", async () => {
    const { memory, store } = await storeWith(JSON.stringify({ [HUB]: [RSS] }));
    await writePendingPings(store, new Map(), before);
    expect(store.writes).toEqual(["delete hubs"]);
    expect(await memory.get(HUBS_KEY)).toBeNull();
  });
});
