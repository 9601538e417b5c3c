import { expect, test } from "vitest";
import { publishBaked } from "../../../src/command/bake/publish-baked.ts";
import { Stopwatch } from "../../../src/command/reports/stopwatch.ts";
import { lastEdition } from "../../../src/command/stores/edition-guard.ts";
import { planPublish } from "../../../src/publish/plan.ts";
import { MemoryStore } from "../../../src/store/memory-store.ts";
import { temporaryFolder } from "../../content-folder.ts";
import { bakeFiles, NOW, stateOf } from "../../publish/publish-files.ts";

const FILES = { "tide.md": "# Tide\n\nIt rises.\n" };

test("the edition is remembered of the store that was written, and of no other", async () => {
  const [store, persistTo] = [new MemoryStore(), temporaryFolder()];
  const state = await stateOf(store);
  const plan = planPublish(bakeFiles(FILES, state, NOW), state, Infinity);
  const planned = {
    plan,
    site: { url: "https://quay.example", hubs: [], hub: false, hubSignature: "sha256" as const },
    state,
    releases: [],
    opened: { store, name: "namespace 1" },
    wrote: (done: number) => told.push(done),
  };
  const told: number[] = [];
  const silent = { stage: () => {}, count: () => {}, note: () => {}, end: () => {} };
  const flags = { content: "", persistTo, now: NOW };
  expect(await publishBaked(planned, flags, new Stopwatch(() => 0), silent)).toEqual([]);
  expect((await stateOf(store)).ledger.edition).toBe(plan.edition);
  expect(told.at(-1)).toBe(plan.put + plan.delete.length);
  expect(["namespace 1", "local"].map((name) => lastEdition(persistTo, name))).toEqual([plan.edition, 0]);
});
