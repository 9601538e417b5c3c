import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BakedSite } from "../../src/bake/bake-site.ts";
import type { Plan } from "../../src/publish/plan.ts";
import { planPublish } from "../../src/publish/plan.ts";
import { publish } from "../../src/publish/publish.ts";
import { readState } from "../../src/publish/stored-ledger.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import { writeBenchSite } from "./corpus.ts";
import { inFolder } from "./in-folder.ts";
import { bakeOnce } from "./sample.ts";
import type { Row } from "./table.ts";
import { printTable } from "./table.ts";

/** 2026-01-01T00:00:00Z, after every article of the corpus. */
const NOW = 1_767_225_600;
const HOUR = 3600;
const ARTICLES = 200;
const SECTIONS = ["harbour", "world", "science", "culture", "weather"];

const TRIALS = [
  { what: "one release", count: 1, everySeconds: HOUR },
  { what: "five, an hour apart", count: 5, everySeconds: HOUR },
  { what: "eight, an hour apart", count: 8, everySeconds: HOUR },
  { what: "twenty at one instant", count: 20, everySeconds: 0 },
] as const;

/** What releases cost in writes of KV: behind the present states, in keys of their own, and by bakes at their instants. */
export async function benchReleases(): Promise<void> {
  const rows: Row[] = [];
  for (const { what, count, everySeconds } of TRIALS) {
    const instants = Array.from({ length: count }, (_, at) => NOW + 2 * HOUR + at * everySeconds);
    const { inValue, ownKeys } = await inFolder((folder) => sealed(folder, instants));
    const bakes = await inFolder((folder) => bakedAtInstants(folder, instants));
    rows.push({
      what: `${what}, sealed in the values`,
      figure: `${inValue} writes`,
      ratio: `${ownKeys} in keys of their own; ${bakes} by a bake at each instant`,
      met: inValue <= ownKeys && inValue <= bakes,
      budget: "no more than either",
    });
  }
  printTable(`releases in a site of ${ARTICLES} articles`, rows);
}

async function sealed(
  folder: string,
  instants: readonly number[],
): Promise<{ inValue: number; ownKeys: number }> {
  const store = await published(folder);
  for (const [at, instant] of instants.entries()) writeRelease(folder, at, instant);
  const { plan, site } = await publishAt(folder, store, NOW + HOUR);
  const states = (site.ledger.sealed ?? []).flatMap(({ documents }) => documents.map(([key]) => key));
  const there = new Set(states.filter((key) => site.ledger.documents.has(key)));
  const inValue = writesOf(plan);
  // Each state has a key, and what stands there now must name it: the edge finds it by nothing else.
  return { inValue, ownKeys: inValue - new Set(states).size + states.length + there.size };
}

/** The same articles, each of which comes into the folder at its instant. */
async function bakedAtInstants(folder: string, instants: readonly number[]): Promise<number> {
  const store = await published(folder);
  let writes = 0;
  for (const instant of new Set(instants)) {
    for (const [at, own] of instants.entries()) if (own === instant) writeRelease(folder, at, own);
    writes += writesOf((await publishAt(folder, store, instant)).plan);
  }
  return writes;
}

async function published(folder: string): Promise<MemoryStore> {
  writeBenchSite(folder, ARTICLES);
  const store = new MemoryStore();
  await publishAt(folder, store, NOW);
  return store;
}

/** Each with a section, an author and three tags that few of the others have. */
function writeRelease(folder: string, at: number, instant: number): void {
  const date = new Date(instant * 1000).toISOString();
  const tags = [0, 1, 2].map((tag) => `"tag ${(3 * at + tag) % 40}"`).join(", ");
  const head = `title: "Release ${at}"\ndate: ${date}\nauthor: Desk ${at % 7}\ntags: [${tags}]`;
  const section = SECTIONS[at % SECTIONS.length] ?? "";
  writeFileSync(join(folder, section, `release-${at}.md`), `---\n${head}\n---\n\nIt left on time.\n`);
}

async function publishAt(
  folder: string,
  store: MemoryStore,
  now: number,
): Promise<{ plan: Plan; site: BakedSite }> {
  const state = await readState(store, { newestEdition: 0, pausesMs: [], now });
  const site = bakeOnce(folder, state.ledger, now);
  const plan = planPublish(site, state, Number.POSITIVE_INFINITY);
  await publish(
    plan,
    state,
    store,
    () => undefined,
    () => now,
  );
  return { plan, site };
}

/** The journal is written and taken away again. */
function writesOf({ put, delete: deleted, over }: Plan): number {
  return put + deleted.length + over.length;
}
