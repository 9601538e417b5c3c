import { expect, test } from "vitest";
import { noteReleases } from "../../src/publish/note-releases.ts";
import { decodeReleases, RELEASES_KEY } from "../../src/representation/releases.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import { RecordingStore } from "./recording-store.ts";

const HUBS = ["https://hub.example/"];
const NEXT = { at: 2000, topics: ["https://quay.example/rss.xml"] };

async function noted() {
  const memory = new MemoryStore();
  // There is no note before, so nothing has opened since.
  expect(await noteReleases(memory, HUBS, [NEXT], 3000)).toEqual([]);
  return new RecordingStore(memory);
}

test("what opens by itself is noted with the hubs that are to hear of it", async () => {
  const { value } = (await (await noted()).get(RELEASES_KEY)) ?? {};
  expect(decodeReleases(Buffer.from(value ?? []).toString())).toEqual({ hubs: HUBS, releases: [NEXT] });
});

test("the same note is not written again", async () => {
  const store = await noted();
  await noteReleases(store, HUBS, [NEXT], 1000);
  expect(store.writes).toEqual([]);
});

test("what has opened since is given to the next publish, and the note goes with it", async () => {
  const store = await noted();
  expect(await noteReleases(store, HUBS, [], 1999)).toEqual([]);
  const other = await noted();
  expect(await noteReleases(other, HUBS, [], 2000)).toEqual(NEXT.topics);
  expect(other.writes).toEqual([`delete ${RELEASES_KEY}`]);
});

test("a site without hubs notes nothing, and nothing is read", async () => {
  const store = new RecordingStore(new MemoryStore());
  expect(await noteReleases(store, [], [NEXT], 1000)).toEqual([]);
  expect(store.asked).toEqual([]);
});

test("a damaged note counts as none", () => {
  for (const text of ["", "[]", '{"hubs":1}', "null"]) expect(decodeReleases(text)).toBeNull();
});
