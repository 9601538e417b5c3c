import { describe, expect, test } from "vitest";
import { refuseOlderWorker } from "../../../src/command/bake/bake-refusals.ts";
import { Refusal } from "../../../src/command/reports/refusal.ts";
import { buildName, contractOfBuild } from "../../../src/command/stores/worker-build.ts";
import { CONTRACT_VERSION } from "../../../src/representation/contract.ts";
import { encodeMetadata } from "../../../src/representation/encode-metadata.ts";
import type { EntityTag } from "../../../src/representation/entity-tag.ts";
import type { StorageKey } from "../../../src/representation/storage-key.ts";

const place = { name: "the worker quay-production", flag: " with --env or --config" };

function planOf(...kinds: readonly ("page" | "article")[]) {
  const entries = kinds.map((kind) => ({
    key: `/${kind}` as StorageKey,
    value: new Uint8Array(),
    metadata: encodeMetadata({
      status: 200,
      kind,
      type: "text/plain",
      tag: 'W/"1"' as EntityTag,
      lastModified: 1,
      pollSeconds: 900,
      sizeBytes: 0,
      stored: { gzip: 0, brotli: 0, identity: 0, index: 0 },
    }),
  }));
  const journal = { key: "journal/1" as StorageKey, value: new Uint8Array(), metadata: null };
  return { stages: [[journal], entries] };
}

describe("a worker that reads an older contract", () => {
  test("is not given what it cannot read", async () => {
    const opened = { place, readsContract: async () => 2 };
    const refused = refuseOlderWorker(planOf("page", "article"), opened);
    await expect(refused).rejects.toThrow(Refusal);
    await expect(refused).rejects.toThrow(
      /^the worker quay-production is of an older version, .*; deploy the new one first: npm run deploy/,
    );
  });

  test("is given all else, without a question", async () => {
    const readsContract = () => Promise.reject(new TypeError("nobody is to be asked"));
    await refuseOlderWorker(planOf("page"), { place, readsContract });
  });

  test.for([3, CONTRACT_VERSION, CONTRACT_VERSION + 1, null])("is not one that reads %s", async (read) => {
    await refuseOlderWorker(planOf("article"), { place, readsContract: async () => read });
  });
});

test.for([
  ["of this version", buildName([], { settings: [] as never }), CONTRACT_VERSION],
  ["of a version before", `Feedwright ${"0".repeat(32)}`, 2],
  ["of somebody else's", "Deployed by hand", null],
  ["that nobody named", null, null],
] as const)("the contract that a worker reads is told by its build's name: %s", ([, name, contract]) => {
  expect(contractOfBuild(name)).toBe(contract);
});
