import { describe, expect, onTestFinished, test } from "vitest";
import { LocalStore } from "../../src/store/local-store.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import type { Store } from "../../src/store/store.ts";
import { temporaryFolder } from "../content-folder.ts";
import { documentsIn, HOUR, NOW, publishFiles } from "../publish/publish-files.ts";
import { setUp } from "./remote-namespace.ts";
import { entry, keysIn } from "./store-contract.ts";

const STORES: readonly { readonly name: string; readonly open: () => Promise<Store> }[] = [
  { name: "memory", open: async () => new MemoryStore() },
  { name: "the local KV in workerd", open: openLocal },
  { name: "Cloudflare's KV through its API", open: async () => (await setUp()).store },
];

/** The local KV, until the test ends. */
async function openLocal(): Promise<LocalStore> {
  const store = await LocalStore.open(temporaryFolder());
  onTestFinished(() => store.close());
  return store;
}

describe.for(STORES)("$name", ({ open }) => {
  test("puts, lists and deletes more than one page of keys, and tells how far it is", async () => {
    const store = await open();
    const entries = Array.from({ length: 1100 }, (_, n) => entry(`/${String(n).padStart(5, "0")}`));
    const told: number[] = [];
    await store.put(entries, (done) => told.push(done));
    expect(told.at(-1)).toBe(1100);
    expect(await keysIn(store)).toEqual(entries.map(({ key }) => key));
    await store.delete(entries.slice(1).map(({ key }) => key));
    expect(await keysIn(store)).toEqual(["/00000"]);
  });

  test("a published site lies in it as in memory", async () => {
    const [store, memory] = [await open(), new MemoryStore()];
    const files = { "tide.md": "# Tide\n\nIt rises.\n", "été/lock.md": "# Lock\n\nIt opens.\n" };
    for (const one of [store, memory]) {
      await publishFiles(files, one, NOW);
      await publishFiles({ "tide.md": "# Tide\n\nIt falls.\n" }, one, NOW + HOUR);
    }
    expect(await documentsIn(store)).toEqual(await documentsIn(memory));
    expect(await keysIn(store)).toEqual(await keysIn(memory));
  });
});
