import { describe, expect, test } from "vitest";
import { memoize } from "../../src/worker/memoize.ts";

describe("what was made of a text", () => {
  test("is kept, also where it is null", () => {
    let made = 0;
    const read = memoize((text) => {
      made += 1;
      return text === "" ? null : { text };
    });
    expect(read("br, gzip")).toBe(read("br, gzip"));
    expect([read(""), read("")]).toEqual([null, null]);
    expect(made).toBe(2);
  });

  test("is not kept for a long text", () => {
    const read = memoize((text) => ({ text }));
    const long = "a".repeat(2000);
    expect(read(long)).not.toBe(read(long));
    expect(read(long)).toEqual({ text: long });
  });

  test("is forgotten after many others, so that nobody can fill the memory", () => {
    const read = memoize((text) => ({ text }));
    const first = read("first");
    for (let other = 0; other < 500; other += 1) read(String(other));
    expect(read("first")).not.toBe(first);
    expect(read("first")).toEqual(first);
  });
});
