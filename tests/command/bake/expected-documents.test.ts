import { expect, test } from "vitest";
import { bakeSite } from "../../../src/bake/bake-site.ts";
import { openBake } from "../../../src/bake/open-bake.ts";
import { expectedDocuments } from "../../../src/command/bake/expected-documents.ts";
import { inputOf, siteWith } from "../../bake/small-site.ts";

const FILES = Object.fromEntries(
  Array.from({ length: 120 }, (_, n) => [
    `${n % 2 === 0 ? "harbour" : "world"}/a${n}.md`,
    `# Number ${n}\n\nText.\n`,
  ]),
);

/** How many documents are expected of these articles, and how many there are. */
function counted(settings: string) {
  const input = inputOf(FILES, { site: siteWith(`feed_items = 2\n${settings}`) });
  return { expected: expectedDocuments(openBake(input)), found: bakeSite(input).count };
}

test("as many more documents are expected as there are archives of channels, about", () => {
  const without = counted("channel_archives = []\n");
  const all = counted('channel_archives = ["sections"]\n');
  const archives = all.found - without.found;
  expect(archives).toBeGreaterThan(150);
  expect((all.expected - without.expected) / archives).toBeCloseTo(1, 1);
  expect(without.expected).toBeGreaterThan(120);
  expect(without.expected).toBeLessThan(without.found);
});
