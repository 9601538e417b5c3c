import { describe, expect, test } from "vitest";
import { bakeSite } from "../../src/bake/bake-site.ts";
import { openedTwice } from "./remembering.ts";
import { inputOf, siteWith } from "./small-site.ts";

const site = siteWith('feed_items = 2\nchannel_archives = ["tags"]\n');
const dated = (day: number, title: string) =>
  `---\ndate: 2025-06-0${day}\ntags: [sea]\n---\n# ${title}\n\nText of ${title}.\n`;
const FILES = Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map((day) => [`a${day}.md`, dated(day, `${day}`)]));

/** A site whose third article stands at an address that such a site has come to need since. */
function siteAt(address: string, files = FILES) {
  const { ledger } = bakeSite(inputOf(files, { site }));
  const articles = [...ledger.articles].map((one) => (one.path === "a3.md" ? { ...one, address } : one));
  return { site, ledger: { ...ledger, articles, documents: new Map() } };
}

/** What both ways of baking leave of it. */
function left(address: string, changes: Readonly<Record<string, string>>, files = FILES) {
  const { inputs } = openedTwice(files, changes, { before: siteAt(address, files) });
  const [anew, again] = [inputs.anew, inputs.again].map((input) => {
    const { documents, count, ledger, problems } = bakeSite(input);
    const written = documents.map(({ key, place }) => [key, place]);
    return { written, count, kept: [...ledger.documents], problems };
  });
  return { anew, again };
}

describe("an article stays at an address where the site has a document by now, as it would anew", () => {
  test.for([
    "/archive/1/rss.xml",
    "/archive/2/feed.json",
    "/tags/sea/archive/1",
    "/tags/sea/archive/2/atom.xml",
    "/dates/2025/06",
    "/tags/sea",
  ])("%s", (address) => {
    for (const changes of [{}, { "a5.md": dated(5, "Another") }]) {
      const { anew, again } = left(address, changes);
      expect(again).toEqual(anew);
    }
  });

  test("/sitemap/1.xml, in a site with more than one part", () => {
    const more = Array.from({ length: 1001 }, (_, at) => [
      `b/n${at}.md`,
      "---\ndate: 2025-05-01\n---\n# B\n\nText.\n",
    ]);
    const files: typeof FILES = { ...Object.fromEntries(more), ...FILES };
    const { anew, again } = left("/sitemap/1.xml", {}, files);
    expect(again).toEqual(anew);
  });
});
