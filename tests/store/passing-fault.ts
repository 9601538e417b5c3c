import { expect } from "vitest";
import type { StorageKey } from "../../src/representation/storage-key.ts";
import type { RetryPolicy } from "../../src/store/retry-policy.ts";
import type { Fault } from "../stand-in/cloudflare-stand-in.ts";
import { entries, HASTY, keysOf, setUp } from "./remote-namespace.ts";

/** Writes, reads, lists and deletes where each thing that is asked goes wrong twice, and looks what came of it. */
export async function expectNoHarm(fault: Fault, policy: RetryPolicy = HASTY): Promise<void> {
  const { cloudflare, store, namespace } = await setUp(policy);
  const times = new Map<string, number>();
  cloudflare.fault = ({ method, path }) => {
    const asked = `${method} ${path}`;
    times.set(asked, (times.get(asked) ?? 0) + 1);
    const bulk = path.includes("/bulk");
    return (times.get(asked) ?? 0) <= 2 && (bulk || fault.kind !== "garbage") ? fault : null;
  };
  const list = entries(30);
  await store.put(list);
  const read = await store.get("/a/00007" as StorageKey);
  expect(read).toEqual({ value: new Uint8Array(list[7]?.value ?? []), metadata: { k: "/a/00007" } });
  const text = Buffer.from(list[7]?.value ?? []).toString();
  expect(await store.getTexts(["/a/00007", "/none"].map((name) => name as StorageKey))).toEqual([text, null]);
  expect(await keysOf(store)).toHaveLength(30);
  await store.delete(list.slice(10).map(({ key }) => key));
  expect([...namespace.pairs.keys()].sort()).toEqual(list.slice(0, 10).map(({ key }) => key));
  expect(times.get(`PUT storage/kv/namespaces/${namespace.id}/bulk`)).toBeGreaterThanOrEqual(3);
}
