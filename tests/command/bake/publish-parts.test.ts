import { describe, expect, test } from "vitest";
import type { PublishedParts } from "../../../src/command/bake/publish-parts.ts";
import { publishParts } from "../../../src/command/bake/publish-parts.ts";
import { publishOf, stoppedName } from "../../../src/publish/listed-journals.ts";
import type { Plan } from "../../../src/publish/plan.ts";
import { planPublish } from "../../../src/publish/plan.ts";
import { publish } from "../../../src/publish/publish.ts";
import { PublishRaceError } from "../../../src/publish/race.ts";
import { readState } from "../../../src/publish/stored-ledger.ts";
import { journalKey } from "../../../src/representation/storage-key.ts";
import { MemoryStore } from "../../../src/store/memory-store.ts";
import type { Store } from "../../../src/store/store.ts";
import { writtenJournal } from "../../publish/planned.ts";
import type { Files } from "../../publish/publish-files.ts";
import { bakeFiles, DAY, documentsIn, NOW, publishFiles, stateOf } from "../../publish/publish-files.ts";

const dated = (day: number, text: string) =>
  `---\ndate: 2025-06-0${day}\nsection: harbour\ntags: [sea]\n---\n${text}\n`;

const FILES: Files = {
  "barge.md": dated(1, "Text."),
  "lock.md": dated(2, "Of [the barge](barge.md), with ![it](lock.png)."),
  "quay.md": dated(3, "Text."),
  "tide.md": dated(4, "Of [the quay](quay.md)."),
  "wharf.md": dated(5, "Text."),
  "lock.png": "a picture",
};

/** Publishes files in parts of so many new articles; gives the plans that were carried out. */
async function publishIn(
  mostNew: number,
  store: Store,
  files: Files = FILES,
  { now = NOW, maxWrites = Infinity, lagSeconds = 0, between = async () => {} } = {},
): Promise<PublishedParts & { readonly plans: readonly Plan[] }> {
  const read = () => readState(store, { newestEdition: 0, pausesMs: [], lagSeconds, now });
  const state = await read();
  const site = bakeFiles(files, state, now);
  const plans: Plan[] = [];
  const published = await publishParts({
    site,
    state,
    plan: planPublish(site, state, maxWrites),
    maxWrites,
    mostNew,
    async publish(plan, state) {
      plans.push(plan);
      await publish(plan, state, store);
      return [{ file: `part ${plans.length}`, line: null, severity: "notice", message: "is there" }];
    },
    async readAgain() {
      await between();
      return read();
    },
  });
  return { ...published, plans };
}

/** All that a store shows and remembers, but for what its last publish was called. */
async function contentOf(store: Store) {
  const { stored, journals } = await stateOf(store);
  return { documents: await documentsIn(store), ledger: stored.ledger, journals };
}

const keysOf = ({ stages }: Plan) =>
  stages.slice(1).flatMap((stage) => stage.map(({ key }) => key as string));

describe("a store becomes in parts what it becomes at once", () => {
  test.for([
    { mostNew: 1, parts: 5 },
    { mostNew: 2, parts: 3 },
    { mostNew: 4, parts: 2 },
    { mostNew: 5, parts: 1 },
  ])("of $mostNew articles each", async ({ mostNew, parts }) => {
    const [store, once] = [new MemoryStore(), new MemoryStore()];
    const { plans, plan, state, problems } = await publishIn(mostNew, store);
    expect(plans).toHaveLength(parts);
    expect(plan).toBe(plans.at(-1));
    expect(state.ledger.articles).toHaveLength(mostNew * (parts - 1));
    expect(problems.map(({ file }) => file)).toEqual(plans.map((_, at) => `part ${at + 1}`));
    expect(plans.map(({ left }) => left > 0)).toEqual([...Array(parts - 1).fill(true), false]);
    await publishFiles(FILES, once, NOW);
    expect(await contentOf(store)).toEqual(await contentOf(once));
  });

  test("where some were there, one of them changed and another is gone", async () => {
    const [store, once] = [new MemoryStore(), new MemoryStore()];
    const { "tide.md": _, ...rest } = FILES;
    const later = {
      ...rest,
      "barge.md": dated(1, "Another text."),
      "a.md": dated(6, "A."),
      "b.md": dated(7, "B."),
    };
    for (const each of [store, once]) await publishFiles(FILES, each, NOW);
    const { plans } = await publishIn(1, store, later, { now: NOW + DAY });
    expect(plans).toHaveLength(2);
    await publishFiles(later, once, NOW + DAY);
    expect(await contentOf(store)).toEqual(await contentOf(once));
  });
});

test("what comes and goes by itself is sealed with the last part", async () => {
  const [store, once] = [new MemoryStore(), new MemoryStore()];
  const files = {
    ...FILES,
    "late.md": "---\ndate: 2025-07-03\nsection: harbour\n---\nLate.\n",
    "short.md": "---\ndate: 2025-05-03\nexpires: 2025-07-04\n---\nShort.\n",
  };
  expect((await publishIn(2, store, files)).plans).toHaveLength(3);
  await publishFiles(files, once, NOW);
  expect(await contentOf(store)).toEqual(await contentOf(once));
  expect((await stateOf(store)).ledger.sealed).toHaveLength(2);
});

test("media and the oldest articles go first, and lists and feeds with the last part", async () => {
  const { plans } = await publishIn(2, new MemoryStore());
  const [first, second, third] = plans;
  const written = (plan: Plan | undefined) => (plan ? keysOf(plan) : []);
  expect(
    written(first)
      .filter((key) => !key.startsWith("/media/"))
      .sort(),
  ).toEqual(["/articles/barge", "/articles/lock"]);
  expect(written(first).some((key) => key.endsWith(".png"))).toBe(true);
  expect(written(second).sort()).toEqual(["/articles/quay", "/articles/tide"]);
  expect(written(third)).toContain("/articles/wharf");
  expect(written(third)).toContain("/rss.xml");
  const all = [first, second, third].flatMap(written);
  expect(new Set(all).size).toBe(all.length);
  expect(plans.map((plan) => writtenJournal(plan).articles.length)).toEqual([2, 2, 1]);
});

test("a publish that ends between two parts is gone on with by the next, under the same ids", async () => {
  const [store, once] = [new MemoryStore(), new MemoryStore()];
  const killed = async () => Promise.reject(new Error("killed"));
  await expect(publishIn(2, store, FILES, { between: killed })).rejects.toThrow("killed");
  expect([...(await stateOf(store)).ledger.articles].map(({ path }) => path)).toEqual([
    "barge.md",
    "lock.md",
  ]);
  await publishFiles(FILES, store, NOW + DAY);
  await publishFiles(FILES, once, NOW);
  const idsIn = async (of: Store) =>
    [...(await stateOf(of)).ledger.articles].map(({ id, address }) => [id, address]);
  expect(await idsIn(store)).toEqual(await idsIn(once));
  expect([...(await documentsIn(store)).keys()].sort()).toEqual([...(await documentsIn(once)).keys()].sort());
  const { plan } = await publishFiles(FILES, store, NOW + 2 * DAY);
  expect(plan.put).toBe(0);
});

/** Begins to publish files, and comes no further than the journal. */
async function begin(store: Store, files: Files, isStopped = false): Promise<void> {
  const state = await stateOf(store);
  const { stages } = planPublish(bakeFiles(files, state, NOW + DAY), state, Infinity);
  for (const entry of stages[0] ?? []) {
    const publish = publishOf(entry.key);
    await store.put([isStopped ? { ...entry, key: journalKey(stoppedName(publish)) } : entry]);
  }
}

const WITH_ANOTHER: Files = { ...FILES, "zinc.md": dated(9, "Another's.") };

describe("whoever publishes between two parts is not written over", () => {
  test.for([
    {
      name: "published",
      act: (store: Store) => publishFiles(WITH_ANOTHER, store, NOW + DAY),
      told: /^somebody else published at 2025-07-02T18:00:00Z, .* run it again, and it writes anew/,
    },
    {
      name: "began",
      act: (store: Store) => begin(store, WITH_ANOTHER),
      told: /^somebody else began to publish at 2025-07-02/,
    },
    {
      name: "began and stopped",
      act: (store: Store) => begin(store, WITH_ANOTHER, true),
      told: /and both stopped/,
    },
  ])("who $name", async ({ act, told }) => {
    const store = new MemoryStore();
    const between = async () => {
      await act(store);
    };
    const refused = await publishIn(2, store, FILES, { between }).catch((cause: unknown) => cause);
    expect(refused).toBeInstanceOf(PublishRaceError);
    expect((refused as Error).message).toMatch(told);
  });

  test.for([
    { files: ["barge.md", "lock.md"], parts: 3 },
    { files: ["barge.md", "lock.md", "quay.md", "lock.png"], parts: 2 },
  ])("who was interrupted long ago with $files is no such one", async ({ files, parts }) => {
    const store = new MemoryStore();
    await begin(store, Object.fromEntries(files.map((path) => [path, FILES[path] ?? ""])));
    const { ledger } = await stateOf(store);
    const { plans } = await publishIn(2, store, FILES, { now: NOW + 2 * DAY });
    expect(plans).toHaveLength(parts);
    const { articles } = (await stateOf(store)).ledger;
    expect([...articles].slice(0, ledger.articles.length).map(({ id }) => id)).toEqual(
      [...ledger.articles].map(({ id }) => id),
    );
    expect((await publishFiles(FILES, store, NOW + 3 * DAY)).plan.put).toBe(0);
  });
});

test("where a store lags, journals that lie there for a while are no other publisher's", async () => {
  const store = new MemoryStore();
  await begin(store, { "barge.md": FILES["barge.md"] ?? "" });
  const { plans } = await publishIn(2, store, FILES, { now: NOW + DAY + 60, lagSeconds: 600 });
  expect(plans).toHaveLength(3);
  const { journals, ledger } = await stateOf(store);
  expect(journals).toHaveLength(4);
  expect([...ledger.articles].map(({ path }) => path)).toEqual([
    "barge.md",
    "lock.md",
    "quay.md",
    "tide.md",
    "wharf.md",
  ]);
});

test("a limit of writes ends with the first part", async () => {
  const store = new MemoryStore();
  const { plans } = await publishIn(2, store, FILES, { maxWrites: 7 });
  const [plan, ...more] = plans;
  expect(more).toEqual([]);
  expect(plan?.put).toBeLessThanOrEqual(7);
  expect(plan?.left).toBeGreaterThan(10);
});
