import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plan } from "../../src/publish/plan.ts";
import { planPublish } from "../../src/publish/plan.ts";
import { publish } from "../../src/publish/publish.ts";
import { readState } from "../../src/publish/stored-ledger.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import { writeBenchSite } from "./corpus.ts";
import { inFolder } from "./in-folder.ts";
import { bakeOnce } from "./sample.ts";
import { whole } from "./spread.ts";
import type { Row } from "./table.ts";
import { printTable } from "./table.ts";

/** 2026-01-01T00:00:00Z, after every article of the corpus; and what lies between two publishes. */
const NOW = 1_767_225_600;
const DAY = 86_400;

/** Articles are kept in windows of twenty. */
const TRIALS = [
  { what: "a new article with a section, an author and three tags", before: 1012, most: 36 },
  { what: "one that completes a window", before: 1019, most: 42 },
] as const;

const ARTICLE =
  '---\ntitle: "The last ferry"\ndate: 2025-12-31T12:00:00Z\nauthor: Desk 3\ntags: ["tag 1", "tag 2", "tag 3"]\n---\n\nIt left on time.\n';

/** How many keys of KV the publish of one new article writes or deletes, journal included; and that of none. */
export async function benchWrites(): Promise<void> {
  const rows: Row[] = [];
  for (const { what, before, most } of TRIALS) {
    const { added, idle } = await inFolder((folder) => publishOneMore(folder, before));
    rows.push({
      what,
      figure: `${writesOf(added)} writes`,
      ratio: `after ${whole(before)} articles`,
      met: writesOf(added) <= most,
      budget: `at most ${most}`,
    });
    rows.push({
      what: `  a bake of nothing new after it`,
      figure: `${writesOf(idle)} writes`,
      ratio: null,
      met: writesOf(idle) === 0,
      budget: "none",
    });
  }
  printTable("keys written by a publish", rows);
}

async function publishOneMore(folder: string, before: number): Promise<{ added: Plan; idle: Plan }> {
  writeBenchSite(folder, before);
  const store = new MemoryStore();
  await publishAt(folder, store, NOW);
  writeFileSync(join(folder, "harbour", "the-last-ferry.md"), ARTICLE);
  const added = await publishAt(folder, store, NOW + DAY);
  return { added, idle: await publishAt(folder, store, NOW + 2 * DAY) };
}

async function publishAt(folder: string, store: MemoryStore, now: number): Promise<Plan> {
  const state = await readState(store, { newestEdition: 0, pausesMs: [] });
  const plan = planPublish(bakeOnce(folder, state.ledger, now), state, Number.POSITIVE_INFINITY);
  await publish(plan, state, store);
  return plan;
}

/** The journal is written and taken away again. */
function writesOf({ put, delete: deleted, over }: Plan): number {
  return put + deleted.length + over.length;
}
