import { describe, expect, test } from "vitest";
import { stateAfter } from "../../src/dev/site-state.ts";
import { problem, reported } from "./reports.ts";

const BEFORE = { version: 5, trouble: null };

describe("the version that open pages are of", () => {
  test.for([
    { name: "moves with a publish that wrote", put: 3, delete: 0, version: 6 },
    { name: "moves with one that deleted", put: 0, delete: 1, version: 6 },
    { name: "stays where nothing was to write", put: 0, delete: 0, version: 5 },
  ])("$name", ({ put, delete: deleted, version }) => {
    const result = reported({ plan: { put, keep: 0, delete: deleted, left: 0 } });
    expect(stateAfter(BEFORE, result)).toEqual({ version, trouble: null });
  });

  test("stays where a bake was refused, whatever it planned", () => {
    const refused = reported({ refusal: "no", plan: { put: 3, keep: 0, delete: 0, left: 0 } });
    expect(stateAfter(BEFORE, refused).version).toBe(5);
  });
});

describe("the trouble that pages show", () => {
  test("is the errors, and no warning or notice", () => {
    const error = problem("error", "bad.md");
    const result = reported({ refusal: "fix it", problems: [problem("warning", "a.md"), error] });
    expect(stateAfter(BEFORE, result).trouble).toEqual({ summary: "1 error to fix", problems: [error] });
  });

  test("is the refusal where no file is to blame", () => {
    const result = reported({
      refusal: "there is no content folder x",
      problems: [problem("notice", "a.md")],
    });
    expect(stateAfter(BEFORE, result).trouble).toEqual({
      summary: "there is no content folder x",
      problems: [],
    });
  });

  test("is a fault with what it came from", () => {
    const fault = new Error("fetch failed", { cause: new Error("connect ECONNREFUSED") });
    expect(stateAfter(BEFORE, { kind: "failed", fault }).trouble?.summary).toBe(
      "The bake failed: fetch failed: connect ECONNREFUSED",
    );
  });

  test("is over with the next publish, also of articles that are left out", () => {
    const broken = { version: 5, trouble: { summary: "1 error to fix", problems: [] } };
    const result = reported({ problems: [problem("error", "bad.md")] });
    expect(stateAfter(broken, result).trouble).toBeNull();
  });
});
