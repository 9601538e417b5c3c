import { describe, expect, test } from "vitest";
import { knownIds } from "../../src/ledger/known-ids.ts";
import { records } from "./records.ts";

const idOf = (name: string) => `tag:quay.example,2025:${name}`;

describe("the ids of a site", () => {
  test("are those of all articles that were ever published, also of those that were deleted", () => {
    const ids = knownIds(records(3, { 1: { deleted: 2000 } }));
    expect(["a0", "a1", "a2", "a3"].map((name) => ids.has(idOf(name)))).toEqual([true, true, true, false]);
  });

  test("are those, too, that are added, each from then on", () => {
    const ids = knownIds(records(1));
    expect(ids.has("urn:quay:1")).toBe(false);
    ids.add("urn:quay:1");
    expect(["urn:quay:1", "urn:quay:2", idOf("a0")].map((id) => ids.has(id))).toEqual([true, false, true]);
  });

  test("are none where nothing was published", () => {
    expect(["", idOf("a0")].map((id) => knownIds([]).has(id))).toEqual([false, false]);
  });

  test("are what they were when others ask for ids of the same end", () => {
    const ids = knownIds(records(40));
    const asked = Array.from({ length: 60 }, (_, at) => idOf(`a${at}`));
    expect(asked.filter((id) => ids.has(id))).toEqual(asked.slice(0, 40));
    expect(asked.filter((id) => ids.has(`urn:${id}`))).toEqual([]);
  });
});
