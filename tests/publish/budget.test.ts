import { expect, test } from "vitest";
import { planPublish } from "../../src/publish/plan.ts";
import { publish } from "../../src/publish/publish.ts";
import { readState } from "../../src/publish/stored-ledger.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import { bakeFiles, DAY, NOW, publishFiles } from "./publish-files.ts";
import { RecordingStore } from "./recording-store.ts";

const article = (title: string) =>
  `---\ndate: 2025-0${(title.length % 6) + 1}-01\nsection: Harbour\nauthor: A. Marsh\ntags: [Water, Ships, Tides]\n---\n# ${title}\n\nOne paragraph.\n`;

/** A site of so many articles, with windows of five. */
function site(count: number, more = ""): Record<string, string> {
  const settings = `title = "The Quay"\nurl = "https://quay.example"\nauthority = "quay.example,2025"\nfeed_items = 5\n`;
  const articles = Array.from({ length: count }, (_, n) => [`a${n}.md`, article(`Number ${n}`)]);
  return { "site.toml": `${settings}${more}`, ...Object.fromEntries(articles) };
}

test.for([
  { name: "a new article with a section, an author and three tags", before: 12, most: 33 },
  {
    name: "one in two forms for programs more",
    before: 12,
    most: 35,
    more: 'article_formats = ["json", "markdown"]\n',
  },
  { name: "one that completes a window of the site", before: 14, most: 40, more: "channel_archives = []\n" },
  { name: "one that completes a window of the site, of its section and of its author", before: 14, most: 54 },
])("$name costs at most $most writes, journal included", async ({ before, most, more = "" }) => {
  const store = new MemoryStore();
  await publishFiles(site(before, more), store, NOW);
  const { plan } = await publishFiles(site(before + 1, more), store, NOW + DAY);
  const written = [...plan.stages, ...plan.ledger].flat().map(({ key }) => key);
  expect(plan.put + plan.delete.length + 1, written.join(" ")).toBeLessThanOrEqual(most);
});

test("a store that lags costs no more: the journal before is taken away in place of one's own", async () => {
  const written: number[] = [];
  for (const lagSeconds of [0, 600]) {
    const store = new RecordingStore(new MemoryStore());
    for (const [at, count] of [12, 13, 14, 14].entries()) {
      const state = await readState(store, { newestEdition: 0, pausesMs: [], lagSeconds });
      store.asked.length = 0;
      await publish(
        planPublish(bakeFiles(site(count), state, NOW + at * DAY), state, Infinity),
        state,
        store,
      );
      written.push(store.writes.flatMap((one) => one.split(" ").slice(1)).length);
    }
  }
  const [first = 0, ...rest] = written.slice(0, 4);
  expect(rest.at(-1), "an idle bake").toBe(0);
  // The first leaves its journal, and finds none.
  expect(written.slice(4)).toEqual([first - 1, ...rest]);
});
