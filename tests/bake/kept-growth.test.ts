import { expect, test } from "vitest";
import type { BakedSite } from "../../src/bake/bake-site.ts";
import { bakeSite } from "../../src/bake/bake-site.ts";
import { inputOf, siteWith } from "./small-site.ts";
import { NOW } from "./values.ts";

const SETTINGS = 'feed_items = 2\nchannel_archives = ["sections"]\n';

/** Articles of one section; with a ninth the first has a date of long ago. */
const files = (count: number) =>
  Object.fromEntries(
    Array.from({ length: Math.min(count, 8) }, (_, at) => [
      `sea/a${at}.md`,
      `---\ndate: ${at === 0 && count > 8 ? "2001-01-01" : `2025-05-${at + 10}`}\n---\nText.\n`,
    ]),
  );

test("what stands beside a window or a year is drawn anew where these come", () => {
  let last: BakedSite | null = null;
  let drawn = 0;
  for (let count = 5; count < 10; count += 1) {
    const fields = { site: siteWith(SETTINGS), now: NOW + count * 60, ...(last && { ledger: last.ledger }) };
    const anew: BakedSite = bakeSite(inputOf(files(count), fields));
    if (last !== null) {
      const knowing = bakeSite(inputOf(files(count), { ...fields, known: last.known }));
      const keys = ({ documents }: BakedSite) => documents.map(({ key }) => key);
      expect(keys(knowing)).toEqual(keys(anew));
      drawn += keys(anew).filter((key) => /^\/sections\/sea\/archive\/\d+$/.test(key)).length;
    }
    last = anew;
  }
  expect(drawn).toBeGreaterThan(2);
});
