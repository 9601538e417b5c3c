import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, describe, expect, test } from "vitest";
import type { StorageKey } from "../../src/representation/storage-key.ts";
import { LocalStore } from "../../src/store/local-store.ts";
import { StoreError } from "../../src/store/store.ts";
import { contentFolder, temporaryFolder } from "../content-folder.ts";
import { describeStore } from "./store-contract.ts";

// One workerd serves the whole contract: starting it takes half a second.
const folder = mkdtempSync(join(tmpdir(), "feedwright-store-"));
const shared = await LocalStore.open(folder);
afterAll(async () => {
  await shared.close();
  rmSync(folder, { recursive: true, force: true });
});

async function emptied(): Promise<LocalStore> {
  const keys: StorageKey[] = [];
  for await (const { key } of shared.list()) keys.push(key as StorageKey);
  await shared.delete(keys);
  return shared;
}

describeStore("the local KV in workerd", emptied);

test("the local KV keeps what it has when it is closed", async () => {
  const place = temporaryFolder();
  const store = await LocalStore.open(place);
  const key = "/a" as StorageKey;
  await store.put([{ key, value: new Uint8Array([1]), metadata: { n: 1 } }]);
  await store.close();
  const again = await LocalStore.open(place);
  expect(await again.get(key)).toEqual({ value: new Uint8Array([1]), metadata: { n: 1 } });
  await again.close();
});

test("a folder that cannot be one is a clear fault", async () => {
  const place = contentFolder({ state: "a file" });
  await expect(LocalStore.open(`${place}/state`)).rejects.toThrow(
    new StoreError(`${place}/state is a file, and the store needs a folder; name another with --persist-to`),
  );
});

describe("a store", () => {
  /** A closed store of one pair, and the files of the database in which workerd keeps it. */
  async function closedStore() {
    const place = temporaryFolder();
    const store = await LocalStore.open(place);
    await store.put([{ key: "/a" as StorageKey, value: new Uint8Array([1]), metadata: null }]);
    await store.close();
    const folder = join(place, "v3/kv/miniflare-KVNamespaceObject");
    const files = readdirSync(folder).filter((file) => !file.startsWith("metadata."));
    return { place, files: files.map((file) => join(folder, file)) };
  }

  const reading = async (place: string) => {
    const store = await LocalStore.open(place);
    try {
      await store.put([{ key: "/b" as StorageKey, value: new Uint8Array([2]), metadata: null }]);
    } finally {
      await store.close();
    }
  };

  test("that another process holds is told as that", async () => {
    const { place, files } = await closedStore();
    const other = new DatabaseSync(files.find((file) => file.endsWith(".sqlite")) ?? "");
    other.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;");
    try {
      await expect(reading(place)).rejects.toThrow(`another process writes to the store in ${place};`);
    } finally {
      other.close();
    }
  });

  test("that is damaged is told as that", async () => {
    const { place, files } = await closedStore();
    for (const file of files) writeFileSync(file, "no database ".repeat(1000));
    await expect(reading(place)).rejects.toThrow(`the local store in ${place} is damaged;`);
  });

  test.for([
    {
      name: "the log of its pairs",
      within: "v3/kv/miniflare-KVNamespaceObject",
      damages: (file: string) => file.endsWith(".sqlite-wal") && !file.startsWith("metadata."),
    },
    {
      name: "a database of its cache",
      within: "v3/cache/miniflare-CacheObject",
      damages: (file: string) => file === "metadata.sqlite",
    },
  ])(
    "that has a folder in place of $name is told as damaged, with the way out",
    async ({ within, damages }) => {
      const { place } = await closedStore();
      const file = readdirSync(join(place, within)).find(damages) ?? "";
      rmSync(join(place, within, file));
      mkdirSync(join(place, within, file));
      await expect(reading(place)).rejects.toThrow(
        `the local store in ${place} is damaged; move that folder away and bake again;`,
      );
    },
  );
});
