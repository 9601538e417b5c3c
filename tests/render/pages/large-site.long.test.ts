import { expect, test } from "vitest";
import { bakeFolder, bodyOf, NOW } from "../../bake/baked-folder.ts";
import { contentFolder, SITE_TOML } from "../../content-folder.ts";

const SENTENCE =
  "The harbour office said on Tuesday that the second lock would open to ships of any length. ";

test("the front page of 10,000 articles, and of the largest feeds, stays under 100 kB", () => {
  const files: Record<string, string> = { "site.toml": `${SITE_TOML}feed_items = 500\n` };
  for (let at = 0; at < 10_000; at += 1) {
    const date = new Date((NOW - at * 40_000) * 1000).toISOString();
    const front = `title: "${SENTENCE.trim()} ${at}"\ndate: ${date}\ntags: [locks, ships]\nauthor: Desk`;
    files[`desk/${at % 100}/a${at}.md`] = `---\n${front}\n---\n${SENTENCE.repeat(6)}\n`;
  }
  const site = bakeFolder(contentFolder(files));
  expect(site.articles).toHaveLength(10_000);
  expect(Buffer.byteLength(bodyOf(site, "/"))).toBeLessThan(100_000);
});
