import { describe, expect, test } from "vitest";
import { bakePast } from "../../src/bake/bake-past.ts";
import type { DocumentRecord } from "../../src/ledger/ledger.ts";
import { goneRepresentation, movedRepresentation } from "../../src/representation/moved.ts";
import type { Representation } from "../../src/representation/representation.ts";
import type { StorageKey } from "../../src/representation/storage-key.ts";

describe("what stands in the place of a document that moved or went", () => {
  const baked = (
    edition: number,
    made: (edition: number) => Representation,
    before?: DocumentRecord,
    memory?: unknown,
    again?: readonly string[],
  ) =>
    bakePast("/a" as StorageKey, made, memory, {
      edition,
      before: new Map(before ? [["/a", before]] : []),
      ...(again && { again: new Set(again) }),
    });
  const movedTo = (place: string) => (edition: number) => movedRepresentation(place, edition);

  test("is of its edition, with its memory", () => {
    const { representation, record, ...past } = baked(1000, movedTo("/b"), undefined, ["earlier", 1]);
    expect(past).toEqual({ key: "/a", part: "past" });
    expect(record.edition).toBe(1000);
    expect(representation?.metadata).toMatchObject({
      status: 301,
      location: "/b",
      lastModified: 1000,
      memory: ["earlier", 1],
    });
    expect(representation?.value).toHaveLength(0);
    expect(baked(1000, goneRepresentation).representation?.metadata).not.toHaveProperty("memory");
  });

  test("is left alone while it is the same", () => {
    const { record } = baked(1000, movedTo("/b"), undefined, ["earlier", 1]);
    expect(baked(2000, movedTo("/b"), record, ["earlier", 1])).toEqual({
      key: "/a",
      part: "past",
      record,
      representation: null,
    });
  });

  test("is given of its old edition where it is asked for though it is the same", () => {
    const first = baked(1000, movedTo("/b"), undefined, ["earlier", 1]);
    const same = (again: readonly string[]) =>
      baked(2000, movedTo("/b"), first.record, ["earlier", 1], again);
    expect(same(["/a"])).toEqual(first);
    expect(same(["/b"]).representation).toBeNull();
  });

  const far = `/${"b".repeat(600)}`;
  test.for([
    { name: "another place", from: movedTo("/b"), to: movedTo("/c") },
    { name: "another place that is too long for a header", from: movedTo(`${far}b`), to: movedTo(`${far}c`) },
    { name: "nowhere any more", from: movedTo("/b"), to: goneRepresentation },
    { name: "another memory", from: movedTo("/b"), to: movedTo("/b"), memory: ["earlier", 1] },
  ])("gets the new edition with $name", ({ from, to, memory }) => {
    const { record } = baked(1000, from);
    const after = baked(2000, to, record, memory);
    expect(after.record.edition).toBe(2000);
    expect(after.record.digest).not.toBe(record.digest);
    expect(after.representation?.metadata.lastModified).toBe(2000);
  });
});
