import { expect, test } from "vitest";
import { bakeFolder, bodyOf, NOW } from "../../bake/baked-folder.ts";
import { contentFolder, SITE_TOML } from "../../content-folder.ts";
import { parsePage, pathsOf } from "./html.ts";

const SENTENCE =
  "The harbour office said on Tuesday that the second lock would open to ships of any length. ";

test("the front page of 10,000 articles, and of the largest feeds, stays under 100 kB", () => {
  const files: Record<string, string> = { "site.toml": `${SITE_TOML}feed_items = 500\n` };
  for (let at = 0; at < 10_000; at += 1) {
    const date = new Date((NOW - at * 40_000) * 1000).toISOString();
    const front = `title: "${SENTENCE.trim()} ${at}"\ndate: ${date}\ntags: [locks, ships]\nauthor: Desk`;
    files[`desk-${at % 15}/${at % 100}/a${at}.md`] = `---\n${front}\n---\n${SENTENCE.repeat(6)}\n`;
  }
  const site = bakeFolder(contentFolder(files));
  expect(site.articles).toHaveLength(10_000);
  expect(Buffer.byteLength(bodyOf(site, "/"))).toBeLessThan(100_000);
});

test("every article of 2,000 is three clicks away, and no page of the archive has 100 kB", () => {
  const files: Record<string, string> = { "site.toml": SITE_TOML };
  for (let at = 0; at < 2000; at += 1) {
    // A month of 1,400, of which 900 are of one day, and one like others.
    const date = at < 900 ? NOW - 86_400 : at < 1400 ? NOW - at * 1500 : NOW - at * 9000;
    const front = `title: "${SENTENCE.trim()} ${at}"\ndate: ${new Date(date * 1000).toISOString()}`;
    files[`desk/a${at}.md`] = `---\n${front}\n---\n${SENTENCE}\n`;
  }
  const site = bakeFolder(contentFolder(files));
  const pages = new Set<string>(
    site.documents.flatMap(({ key, representation }) =>
      representation?.metadata.type.startsWith("text/html") ? key : [],
    ),
  );
  const seen = new Set(["/"]);
  let reached = ["/"];
  for (let click = 0; click < 3; click += 1) {
    const found = reached
      .filter((path) => pages.has(path) && !path.startsWith("/articles/"))
      .flatMap((path) => pathsOf(parsePage(bodyOf(site, path))));
    reached = [...new Set(found)].filter((path) => !seen.has(path));
    for (const path of reached) seen.add(path);
  }
  expect([...site.articles].filter(({ address }) => !seen.has(address))).toEqual([]);
  const large = [...pages].filter((key) => /^\/dates\//.test(key) && bodyOf(site, key).length >= 100_000);
  expect(large).toEqual([]);
  expect([...pages].filter((key) => key.startsWith("/dates/")).length).toBeGreaterThan(10);
});
