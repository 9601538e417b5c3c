import { describe, expect, test } from "vitest";
import type { ContentPath } from "../../src/article/values.ts";
import { parseArticle } from "../../src/source/parse-article.ts";
import { readSiteSettings } from "../../src/source/settings/site-settings.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";

const SETTINGS = `title = "The Quay"
timezone = "Europe/Paris"
release = "09:00"
[sections.sea]
release = "07:30"
[sections.night]
release = "02:30"
`;

/** When an article is published, by site.toml and its own head. */
function publishedBy(
  head: string,
  path = "a.md",
  settings = SETTINGS,
  text = `---\ntitle: Tide\n${head}---\nText.\n`,
): string | null {
  const problems = new FileProblems("site.toml");
  const site = readSiteSettings(
    { path: "site.toml" as ContentPath, bytes: Buffer.from(settings) },
    "quay",
    problems,
  );
  expect(problems.list).toEqual([]);
  const bytes = Buffer.from(text);
  const { published = null } = parseArticle({ path: path as ContentPath, bytes }, site).article ?? {};
  return published?.kind === "instant" ? new Date(published.at * 1000).toISOString() : null;
}

describe("the time of release", () => {
  test.for([
    ["of a date without a time", "date: 2026-07-01\n", "a.md", "2026-07-01T07:00:00.000Z"],
    ["in winter, in the zone of the site", "date: 2026-01-31\n", "a.md", "2026-01-31T08:00:00.000Z"],
    ["of a month by its name", "date: July 1, 2026\n", "a.md", "2026-07-01T07:00:00.000Z"],
    ["of a section that has its own", "date: 2026-07-01\n", "sea/a.md", "2026-07-01T05:30:00.000Z"],
    ["of a day in the name of the file", "", "2026-07-01-tide.md", "2026-07-01T07:00:00.000Z"],
    ["that the clocks leave out, an hour on", "date: 2026-03-29\n", "night/a.md", "2026-03-29T01:30:00.000Z"],
    ["that the clocks show twice, the first", "date: 2026-10-25\n", "night/a.md", "2026-10-25T00:30:00.000Z"],
    ["not of a date that has a time", "date: 2026-07-01T00:00:00Z\n", "a.md", "2026-07-01T00:00:00.000Z"],
  ] as const)("%s", ([, head, path, at]) => {
    expect(publishedBy(head, path)).toBe(at);
  });

  test("is midnight where site.toml names none", () => {
    expect(publishedBy("date: 2026-07-01\n", "a.md", 'title = "The Quay"\n')).toBe(
      "2026-07-01T00:00:00.000Z",
    );
  });
});

test("the time of release of a dateline with its year counts as well", () => {
  expect(publishedBy("", "a.txt", undefined, "Tide\nPARIS, July 1, 2026 (QNS) - It is in.\n")).toBe(
    "2026-07-01T07:00:00.000Z",
  );
});

test("the time of release of a dateline with a year of three digits counts as well", () => {
  expect(
    publishedBy(
      "",
      "a.txt",
      'title = "The Quay"\nrelease = "09:00"\n',
      "Tide\nPARIS, July 1, 0850 (QNS) - It is in.\n",
    ),
  ).toBe("0850-07-01T09:00:00.000Z");
});

test("an embargo goes before a date", () => {
  expect(publishedBy("date: 2026-06-01\nembargo: 2026-07-01T09:00:00Z\n")).toBe("2026-07-01T09:00:00.000Z");
});

test.for(['"9:00"', '"24:00"', '"9am"', '"09:00:30"', '"09:60"', '""', "9", "09:00:00", "true"])(
  "release = %s is no time of day, and said so with its line",
  (value) => {
    for (const [line, settings] of [
      [1, `release = ${value}\n`],
      [2, `[sections.sea]\nrelease = ${value}\n`],
    ] as const) {
      const problems = new FileProblems("site.toml");
      readSiteSettings({ path: "site.toml" as ContentPath, bytes: Buffer.from(settings) }, "quay", problems);
      expect(problems.list.map((one) => [one.line, one.message])).toEqual([
        [line, expect.stringContaining('write a time of day such as "09:00"')],
      ]);
    }
  },
);
