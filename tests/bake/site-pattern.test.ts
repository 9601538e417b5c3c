import { expect, test } from "vitest";
import type { Problem } from "../../src/article/problem.ts";
import { withFreePattern } from "../../src/bake/places/site-pattern.ts";
import { siteWith } from "./small-site.ts";

/** The pattern with which a site goes on, and what is told of it. */
function free(permalink: string, settings = "") {
  const problems: Problem[] = [];
  const site = withFreePattern(siteWith(`permalink = "${permalink}"\n${settings}`), problems);
  return { permalink: site.permalink, permalinks: site.permalinks.map(({ pattern }) => pattern), problems };
}

test.for([
  "/{slug}",
  "/articles/{slug}",
  "/{section}/tags/{slug}",
  "/{year}/dates/{slug}",
  "/{author}/archive/{slug}",
])("a pattern stays that leads elsewhere than among the site's own addresses: %s", (permalink) => {
  expect(free(permalink)).toEqual({ permalink, permalinks: [], problems: [] });
});

test("one whose every address is the site's own is an error, and articles are judged as if they stood elsewhere", () => {
  const settings = 'permalinks = { "a" = "/tags/{slug}", "tag:b" = "/authors/{slug}", "c" = "/c/{slug}" }\n';
  const { permalink, permalinks, problems } = free("/sections/{slug}", settings);
  expect([permalink, ...permalinks]).toEqual([
    "/articles/{slug}",
    "/articles/{slug}",
    "/articles/{slug}",
    "/c/{slug}",
  ]);
  expect(problems.map(({ severity, message }) => `${severity}: ${message.split(",")[0]}`).toSorted()).toEqual(
    [
      'error: "permalink" is "/sections/{slug}"',
      'error: "permalinks.a" is "/tags/{slug}"',
      'error: "permalinks.tag:b" is "/authors/{slug}"',
    ],
  );
});
