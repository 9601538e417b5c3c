import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
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
    new StoreError(`the local store in ${place}/state cannot be opened`),
  );
});
