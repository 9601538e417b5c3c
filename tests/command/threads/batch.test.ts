import { describe, expect, test } from "vitest";
import { Batch } from "../../../src/command/threads/batch.ts";

const MEBIBYTE = 1 << 20;

/** What a thread reads out of a batch. */
function partsOf({ content: { bytes, parts } }: Batch<string>) {
  const all = Buffer.from(bytes);
  let from = 0;
  return parts.map(({ metadataBytes, bodyBytes }) => {
    const bodyAt = from + metadataBytes;
    const part = [all.toString("utf8", from, bodyAt), all.toString("utf8", bodyAt, bodyAt + bodyBytes)];
    from = bodyAt + bodyBytes;
    return part;
  });
}

describe("a batch", () => {
  test("holds texts and bytes one behind the other, in memory that threads share", () => {
    const batch = new Batch<string>();
    batch.add("first", "page", '{"é":1}', "body € one", undefined);
    batch.add("second", "page", "{}", Buffer.from("body two"), undefined);
    expect(batch.places).toEqual(["first", "second"]);
    expect(partsOf(batch)).toEqual([
      ['{"é":1}', "body € one"],
      ["{}", "body two"],
    ]);
    expect(batch.content.bytes.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  test("takes what there is room for, by bytes and not by characters", () => {
    const batch = new Batch<string>();
    batch.add("half", "page", "{}", "x".repeat(MEBIBYTE / 2), undefined);
    expect(batch.takes("{}", "y".repeat(MEBIBYTE / 2 - 4))).toBe(true);
    expect(batch.takes("{}", "y".repeat(MEBIBYTE / 2 - 3))).toBe(false);
    expect(batch.takes("{}", "é".repeat(MEBIBYTE / 2 - 4))).toBe(false);
    expect(batch.takes("{}", Buffer.alloc(MEBIBYTE / 2 - 3))).toBe(false);
  });

  test("takes one body of any length while it is empty, and does not keep memory for it", () => {
    const batch = new Batch<string>();
    const long = "long ".repeat(MEBIBYTE);
    expect(batch.takes("{}", long)).toBe(true);
    batch.add("long", "page", "{}", long, undefined);
    expect(partsOf(batch)).toEqual([["{}", long]]);
    expect(batch.takes("{}", "short")).toBe(false);
    batch.clear();
    expect(batch.content.bytes.buffer.byteLength).toBe(MEBIBYTE);
  });

  test("is empty once it is cleared, and used again", () => {
    const batch = new Batch<string>();
    batch.add("first", "page", "{}", "one", undefined);
    const told = batch.content;
    batch.clear();
    expect(batch.places).toEqual([]);
    expect(partsOf(batch)).toEqual([]);
    batch.add("second", "page", "{ }", "two", undefined);
    expect(partsOf(batch)).toEqual([["{ }", "two"]]);
    // The task that was told before still says what it consisted of.
    expect(told.parts).toHaveLength(1);
    expect(batch.content.bytes.buffer).toBe(told.bytes.buffer);
  });
});
