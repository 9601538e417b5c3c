import { expect, test } from "vitest";
import { settingsDigest } from "../../src/bake/settings-digest.ts";
import { siteWith } from "./small-site.ts";

const site = siteWith();

// A feed whose settings have another digest is sent anew to every subscriber.
test.for([
  "articleFormats",
  "channelArchives",
  "dateFrom",
  "enclosureHosts",
  "feeds",
  "generator",
  "habits",
  "generatorData",
  "hosts",
  "hub",
  "hubSignature",
  "iconSize",
  "ids",
  "images",
  "languages",
  "media",
  "permalinks",
  "profiles",
  "redirectQueries",
  "slugs",
  "socialCards",
  "style",
  "templates",
])("%s changes nothing of the settings that feeds show", (name) => {
  expect(settingsDigest({ ...site, [name]: "another" })).toBe(settingsDigest(site));
});

test.for([
  "title",
  "url",
  "language",
  "timezone",
  "hubs",
  "permalink",
  "pollMinutes",
  "podcast",
  "footer",
  "none yet",
])("%s changes what feeds show", (name) => {
  expect(settingsDigest({ ...site, [name]: "another" })).not.toBe(settingsDigest(site));
});

test("the digest is SHA-256, in hexadecimal", () => {
  expect(settingsDigest(site)).toMatch(/^[\da-f]{64}$/);
});
