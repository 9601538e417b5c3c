import { expect, test } from "vitest";
import { noteReleases } from "../../src/publish/note-releases.ts";
import { RELEASES_KEY } from "../../src/representation/releases.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import { startServer } from "../publish/loopback.ts";
import { STILL_NOW, startEdge } from "./edge.ts";

const AT = STILL_NOW;
const FEED = "https://quay.example/rss.xml";
const OTHER = "https://quay.example/atom.xml";

test("a cron trigger tells hubs what opened in the minute before it, and nothing else", async () => {
  const pings: string[][] = [];
  const hub = await startServer(({ form }) => {
    pings.push(form.getAll("hub.url"));
    return { status: 204 };
  });
  const store = new MemoryStore();
  const releases = [
    { at: AT, topics: [FEED] },
    { at: AT + 1, topics: [FEED, OTHER] },
    { at: AT + 61, topics: [OTHER] },
  ];
  await noteReleases(store, [hub], releases, AT - 100);
  const note = await store.get(RELEASES_KEY);
  const edge = await startEdge({ now: AT });
  try {
    await edge.put([{ key: RELEASES_KEY, value: note?.value ?? new Uint8Array(), metadata: null }]);
    for (const second of [AT - 1, AT, AT + 60, AT + 120, AT + 180]) await edge.trigger(second);
  } finally {
    await edge.stop();
  }
  expect(pings).toEqual([[FEED], [FEED, OTHER], [OTHER]]);
});
