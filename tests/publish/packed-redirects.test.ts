import { describe, expect, test } from "vitest";
import { corruptBodies } from "../../src/publish/corrupt-bodies.ts";
import { planPublish } from "../../src/publish/plan.ts";
import { rebuiltFrom, replaceLedger } from "../../src/publish/replace-ledger.ts";
import { surveyStore } from "../../src/publish/survey.ts";
import { verifyStore } from "../../src/publish/verify.ts";
import { LEDGER_KEY, ledgerShardKey } from "../../src/representation/storage-key.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import { SITE_TOML } from "../content-folder.ts";
import { bakeFiles, DAY, NOW, publishFiles, stateOf } from "./publish-files.ts";

/** A site with so many redirects, one of them to `target`. */
function site(count: number, target = "/", more = "") {
  const lines = Array.from(
    { length: count },
    (_, n) => `"/2004/05/post-${n}.html" = "${n === 7 ? target : "/"}"`,
  );
  return {
    "tide.md": "# Tide\n\nText.\n",
    "site.toml": `${SITE_TOML}${more}[redirects]\n${lines.join("\n")}\n`,
  };
}

/** What a publish writes and deletes beside its journal and the ledger. */
async function touched(files: Record<string, string>, store: MemoryStore, now: number) {
  const { plan } = await publishFiles(files, store, now);
  const put = plan.stages
    .flat()
    .map(({ key }) => key)
    .filter((key) => !key.startsWith("journal/"));
  return { put, delete: plan.delete };
}

const HOSTS = 'hosts = ["old.example"]\n';
const SHARDS = ["redirects/1", "redirects/2", "redirects/3", "redirects/4"];

describe("ten thousand redirects", () => {
  test("cost four writes, a change one, an idle bake none, the end of all four deletions", async () => {
    const store = new MemoryStore();
    await publishFiles(site(0), store, NOW);
    expect(await touched(site(10_000), store, NOW + DAY)).toEqual({ put: SHARDS, delete: [] });
    const changed = await touched(site(10_000, "/articles/tide"), store, NOW + 2 * DAY);
    expect(changed.put).toHaveLength(1);
    expect(changed.delete).toEqual([]);
    expect(await touched(site(10_000, "/articles/tide"), store, NOW + 3 * DAY)).toEqual({
      put: [],
      delete: [],
    });
    expect(await touched(site(0), store, NOW + 4 * DAY)).toEqual({ put: [], delete: SHARDS });
  });

  test("with hosts of before cost five writes", async () => {
    const store = new MemoryStore();
    await publishFiles(site(0), store, NOW);
    expect((await touched(site(10_000, "/", HOSTS), store, NOW + DAY)).put).toEqual(["redirects", ...SHARDS]);
  });

  test("are known to verify, to --deep and to a ledger that is rebuilt", async () => {
    const store = new MemoryStore();
    await publishFiles(site(60, "/", HOSTS), store, NOW);
    const { ledger } = (await stateOf(store)).stored;
    const found = verifyStore(await surveyStore(store), ledger);
    expect(found).toMatchObject({ missing: [], different: [], orphans: [], foreign: [] });
    const keys = [...(await surveyStore(store)).documents.keys()];
    const deep = await corruptBodies(keys as never, store, () => {});
    expect([keys.filter((key) => key.startsWith("redirects")).length, deep]).toEqual([5, []]);

    const [shard] = SHARDS;
    const stored = await store.get(shard as never);
    const value = Buffer.from(stored?.value ?? []);
    value[value.length - 2] = (value.at(-2) ?? 0) ^ 1;
    await store.put([{ key: shard as never, value, metadata: stored?.metadata }]);
    expect(await corruptBodies(keys as never, store, () => {})).toEqual([shard]);

    await store.delete([LEDGER_KEY, ledgerShardKey(1)]);
    await replaceLedger(rebuiltFrom(await surveyStore(store)), store);
    expect((await stateOf(store)).stored.ledger).toEqual(ledger);
  });
});

test("a site of before, with a key for each of many redirects, is not rewritten", async () => {
  const store = new MemoryStore();
  await publishFiles(site(40), store, NOW);
  // Each of eighty had a key of its own.
  const grown = site(80);
  const { ledger, ...state } = await stateOf(store);
  const own = new Map(ledger.documents);
  for (let n = 40; n < 80; n += 1) own.set(`/2004/05/post-${n}.html`, { digest: "", edition: NOW });
  const baked = bakeFiles(grown, { ...state, ledger: { ...ledger, documents: own } }, NOW + DAY);
  const keys = [...baked.ledger.documents.keys()];
  expect(keys.filter((key) => key.startsWith("/2004/"))).toHaveLength(80);
  expect(keys.filter((key) => key.startsWith("redirects"))).toEqual([]);
  const plan = planPublish(baked, await stateOf(store), Infinity);
  expect(plan.stages.flat().filter(({ key }) => /post-(?:[0-9]|[123][0-9])\.html/.test(key))).toEqual([]);
});

test("what a redirect leads to is looked for among all documents", async () => {
  const files = {
    "tide.md": "---\ntags: [sea]\n---\n# Tide\n\nText.\n",
    "site.toml": `${SITE_TOML}[redirects]\n${[
      '"/a" = "/articles/tide"',
      '"/b" = "/articles/tide/#top"',
      '"/c" = "/tags/sea?x=y"',
      '"/d" = "/feed"',
      '"/e" = "/blog/x"',
      '"/blog/*" = "/tags/:splat"',
      '"/f" = "https://else.example/"',
      '"/g" = "/articles/tied"',
      '"/h/" = "/h"',
      '"/?p=1" = "/tags/see"',
    ].join("\n")}\n`,
  };
  const { problems } = bakeFiles(files, await stateOf(new MemoryStore()), NOW);
  expect(problems.filter(({ severity }) => severity === "warning").map(({ message }) => message)).toEqual([
    'redirect from "/e" leads to "/tags/x", where nothing is; let it lead to a page',
    'redirect from "/g" leads to "/articles/tied", where nothing is; let it lead to a page',
    'redirect from "/h/" leads to "/h", where nothing is; let it lead to a page',
    'redirect from "/?p=1" leads to "/tags/see", where nothing is; let it lead to a page',
  ]);
});
