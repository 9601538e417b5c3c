import { describe, expect, test } from "vitest";
import type { Problem } from "../../src/article/problem.ts";
import type { BakeInput } from "../../src/bake/bake-input.ts";
import type { BakedSite } from "../../src/bake/bake-site.ts";
import { bakeSite } from "../../src/bake/bake-site.ts";
import { bakeSkippingInvalid } from "../../src/bake/skip-invalid.ts";
import { inputOf, siteWith } from "./small-site.ts";
import { NOW } from "./values.ts";

const HOUR = 3600;
const dated = (date: string, fields = "") => `---\ndate: ${date}\n${fields}---\nText.\n`;

const paths = ({ articles }: BakedSite) => [...articles].map(({ path }) => path).sort();
const told = ({ problems }: BakedSite) => [
  ...new Set(problems.map(({ file, severity }) => `${severity}: ${file}`)),
];

describe("--skip-invalid", () => {
  test("publishes the rest and still tells what was left out", async () => {
    const files = { "good.md": dated("2025-06-30"), "bad.md": dated("0001-01-01") };
    const baked = await bakeSkippingInvalid(inputOf(files));
    expect(paths(baked)).toEqual(["good.md"]);
    expect(told(baked)).toEqual(["error: bad.md"]);
    expect(baked.problems.map(({ message }) => message).join()).toContain("placeholder date");
    expect(baked.documents.some(({ key }) => key === "/articles/bad")).toBe(false);
  });

  test("finds in the first bake what would show only in the third, once what hides it is gone", async () => {
    // The gate looks at what changes. The old article changes an archive; without it, its tombstone
    // changes the newest feed; without what stood there, its neighbour comes back into the tag's feed.
    const site = siteWith("feed_items = 1\n");
    const neighbour = { "neighbour.md": dated("0001-01-01", "tags: [sea]\n") };
    const files = { "old.md": dated("2025-01-01"), ...neighbour, "fine.md": dated("2025-01-02") };
    const first = bakeSite(inputOf(files, { site }));
    const more = { ...files, "newest.md": dated("0002-01-01", "tags: [sea]\n") };
    const { ledger } = bakeSite(inputOf(more, { site, ledger: first.ledger, now: NOW + HOUR }));

    const rounds: string[][] = [];
    const input = inputOf({ ...more, "old.md": dated("0003-01-01") }, { site, ledger, now: NOW + 2 * HOUR });
    const baked = await bakeSkippingInvalid(input, (again) => {
      const round = bakeSite(again);
      rounds.push(told(round));
      return round;
    });
    expect(rounds).toEqual([["error: old.md", "error: neighbour.md", "error: newest.md"], []]);
    expect(paths(baked)).toEqual(["fine.md"]);
    expect(told(baked)).toEqual(["error: old.md", "error: neighbour.md", "error: newest.md"]);
  });

  const files = { "a.md": dated("2025-06-29"), "b.md": dated("2025-06-30") };
  const problem = (file: string, severity: Problem["severity"]): Problem => ({
    file,
    line: null,
    severity,
    message: "is not as it should be",
  });
  /** Bakes that find these problems, one after the other. */
  const finding = (rounds: readonly (readonly Problem[])[]) => {
    const left = [...rounds];
    return async (input: BakeInput) => ({ ...bakeSite(input), problems: left.shift() ?? [] });
  };

  test("leaves nothing out for a warning or a notice", async () => {
    const problems = [problem("a.md", "warning"), problem("b.md", "notice")];
    const baked = await bakeSkippingInvalid(inputOf(files), finding([problems, []]));
    expect(paths(baked)).toEqual(["a.md", "b.md"]);
    expect(baked.problems).toEqual(problems);
  });

  test("keeps an error of the settings, for which nothing can be left out, and tells it once", async () => {
    const settings = problem("site.toml", "error");
    const alone = await bakeSkippingInvalid(inputOf(files), finding([[settings], []]));
    expect([paths(alone), told(alone)]).toEqual([["a.md", "b.md"], ["error: site.toml"]]);
    const rounds = [[settings, problem("a.md", "error")], [settings]];
    const beside = await bakeSkippingInvalid(inputOf(files), finding(rounds));
    expect([paths(beside), told(beside)]).toEqual([["b.md"], ["error: a.md", "error: site.toml"]]);
  });

  test("walks the sources once", async () => {
    const input = inputOf(files);
    const once = [...input.sources].values();
    const rounds = [[problem("a.md", "error")], []];
    expect(paths(await bakeSkippingInvalid({ ...input, sources: once }, finding(rounds)))).toEqual(["b.md"]);
  });
});
