import { expect, test } from "vitest";
import { planPublish } from "../../src/publish/plan.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import { SITE_TOML } from "../content-folder.ts";
import { sizeOf } from "../runs.ts";
import type { Files } from "./publish-files.ts";
import { bakeFiles, DAY, NOW, publishFiles, stateOf } from "./publish-files.ts";

const COUNT = sizeOf(1000, 300);
const SECTIONS = ["Harbour", "Science", "World"];
const TAGS = ["Water", "Ships", "Tides", "Locks", "Cranes", "Nets", "Salt"];

/** One of many articles: each shares its section, its author and its tags with others. */
function article(n: number): string {
  const date = new Date((NOW - DAY * (COUNT + 300 - n)) * 1000).toISOString();
  const tags = [TAGS[n % 7], TAGS[(n * 3 + 1) % 7]].join(", ");
  return `---\ndate: ${date}\nsection: ${SECTIONS[n % 3]}\nauthor: Desk ${n % 4}\ntags: [${tags}]\n---\n# Number ${n}\n\nText.\n`;
}

function site(count: number): Files {
  const articles = Array.from({ length: count }, (_, n) => [`a${n}.md`, article(n)]);
  return { "site.toml": `${SITE_TOML}channel_archives = []\n`, ...Object.fromEntries(articles) };
}

test(`the plan of one more article among ${COUNT} holds no other article's page`, async () => {
  const store = new MemoryStore();
  await publishFiles(site(COUNT), store, NOW);
  const state = await stateOf(store);
  const { stages } = planPublish(bakeFiles(site(COUNT + 1), state, NOW + DAY), state, Infinity);
  const pages = stages.flat().flatMap(({ key }) => (key.startsWith("/articles/") ? key : []));
  expect(pages).toEqual([`/articles/a${COUNT}`]);
});
