import { expect, test } from "vitest";
import { storeRepresentation, timedStore } from "../../src/bake/store-representation.ts";
import { strongEntityTag } from "../../src/representation/entity-tag.ts";

const metadata = {
  status: 200,
  kind: "media",
  type: "text/plain",
  tag: strongEntityTag("ab"),
  lastModified: 1,
  pollSeconds: 60,
  sizeBytes: 3,
} as const;

test("what the store takes is told apart from all else", () => {
  const instants = [130, 132, 140, 145, 200];
  const { store, timings } = timedStore(storeRepresentation, () => instants.shift() ?? 0, 100);
  expect(store(metadata, "tea", undefined)).toEqual(storeRepresentation(metadata, "tea"));
  store(metadata, "tea", undefined);
  expect(timings()).toEqual({ renderMs: 93, compressMs: 7 });
});
