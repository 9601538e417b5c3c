import { expect, test } from "vitest";
import { MemoryStore } from "../../src/store/memory-store.ts";
import { DAY, NOW, publishFiles } from "./publish-files.ts";

const article = (title: string) =>
  `---\ndate: 2025-0${(title.length % 6) + 1}-01\nsection: Harbour\nauthor: A. Marsh\ntags: [Water, Ships, Tides]\n---\n# ${title}\n\nOne paragraph.\n`;

/** A site of so many articles, with windows of five. */
function site(count: number): Record<string, string> {
  const settings = `title = "The Quay"\nurl = "https://quay.example"\nauthority = "quay.example,2025"\nfeed_items = 5\n`;
  const articles = Array.from({ length: count }, (_, n) => [`a${n}.md`, article(`Number ${n}`)]);
  return { "site.toml": settings, ...Object.fromEntries(articles) };
}

test.for([
  { name: "a new article with a section, an author and three tags", before: 12, most: 36 },
  { name: "one that completes a window", before: 14, most: 42 },
])("$name costs at most $most writes, journal included", async ({ before, most }) => {
  const store = new MemoryStore();
  await publishFiles(site(before), store, NOW);
  const { plan } = await publishFiles(site(before + 1), store, NOW + DAY);
  const written = [...plan.stages, ...plan.ledger].flat().map(({ key }) => key);
  expect(plan.put + plan.delete.length + 1, written.join(" ")).toBeLessThanOrEqual(most);
});
