import {
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { CACHE_FILES } from "../../../src/cache/cache-files.ts";
import { bake } from "../../../src/command/bake/bake.ts";
import { cacheFolder } from "../../../src/command/bake/cache-folder.ts";
import type { BakeFlags } from "../../../src/command/flags/bake-flags.ts";
import type { StorageKey } from "../../../src/representation/storage-key.ts";
import { HUB_SECRET_KEY, journalKey, LEDGER_KEY } from "../../../src/representation/storage-key.ts";
import { MemoryStore } from "../../../src/store/memory-store.ts";
import { contentFolder, SITE_TOML, temporaryFolder } from "../../content-folder.ts";

const NOW = Date.UTC(2025, 6, 1) / 1000;
const HOUR = 3600;

const FILES = {
  "content/site.toml": `${SITE_TOML}static = ["static"]\n`,
  "content/harbour/lock.md":
    "---\ndate: 2025-06-01\n---\n# Lock\n\nSee ![a boat](/boat.svg) and [a map](/map.txt).\n",
  "content/tide.md": "---\ndate: 2025-06-02\nsumary: x\n---\n# Tide\n\nHigh.\n",
  "content/ferry.md": "---\ndate: 2025-08-01\n---\n# Ferry\n\nSoon.\n",
  "content/_redirects": "/old /tide\n",
  "static/boat.svg":
    '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"><path d="M0 0h8v4z"/></svg>',
};

/** A store that counts what no idle bake does: reading the shards of its ledger, and writing. */
class CountingStore extends MemoryStore {
  busy = 0;

  override getTexts(keys: readonly StorageKey[]) {
    this.busy += 1;
    return super.getTexts(keys);
  }

  override put(...asked: Parameters<MemoryStore["put"]>) {
    this.busy += 1;
    return super.put(...asked);
  }
}

/** A site that was baked until nothing was left to do. */
async function settledSite(more: Readonly<Record<string, string>> = {}) {
  const folder = contentFolder({ ...FILES, ...more });
  const [content, persistTo, store] = [join(folder, "content"), temporaryFolder(), new CountingStore()];
  const run = async (flags: Partial<BakeFlags> = {}) => {
    // So that whoever does more than look has to read the ledger.
    rmSync(join(cacheFolder(persistTo, realpathSync(content)), CACHE_FILES.shards), {
      recursive: true,
      force: true,
    });
    store.busy = 0;
    const { report, changes } = await bake({ content, persistTo, now: NOW, ...flags }, async () => store);
    const { timingsMs: _, ...told } = report;
    return { told, changes, isIdle: store.busy === 0 && told.refusal === null };
  };
  await run();
  const settled = await run({ now: NOW + HOUR });
  expect(settled).toMatchObject({ isIdle: false, told: { plan: { put: 0 }, refusal: null } });
  return { folder, persistTo, store, run, settled };
}

type Settled = Awaited<ReturnType<typeof settledSite>>;

function cacheFile({ persistTo }: Settled): string {
  const cache = join(persistTo, "feedwright-cache");
  return join(cache, readdirSync(cache)[0] ?? "", "settled.json");
}

describe("a bake of nothing new", () => {
  test("tells what the last one told, and reads no shard of the ledger", async () => {
    const { run, settled } = await settledSite();
    const idle = await run({ now: NOW + 2 * HOUR });
    expect(idle.isIdle).toBe(true);
    expect(idle.told).toEqual(settled.told);
    expect(idle.told.problems.map(({ file }) => file)).toContain("tide.md");
    expect(idle.changes.kept).toBe(settled.changes.kept);
  });

  test("is told the same by a dry run", async () => {
    const { run, settled } = await settledSite();
    expect(await run({ now: NOW + 2 * HOUR, dryRun: true })).toMatchObject({
      isIdle: true,
      told: settled.told,
    });
  });

  test("is one on a site with a hub too, which is asked whether it missed something", async () => {
    const settings = `${FILES["content/site.toml"]}hub = true\n`;
    const { run, settled, store } = await settledSite({ "content/site.toml": settings });
    await store.delete([HUB_SECRET_KEY]);
    const asked = await run({ now: NOW + 2 * HOUR });
    expect(asked.told).toEqual(settled.told);
    // Without the secret nobody can ask it.
    expect(await store.get(HUB_SECRET_KEY)).not.toBeNull();
    expect((await run({ now: NOW + 3 * HOUR })).isIdle).toBe(true);
  });

  test("looks at everything with --full", async () => {
    const { run } = await settledSite();
    expect((await run({ now: NOW + 2 * HOUR, full: true })).isIdle).toBe(false);
  });
});

const write =
  (file: string, text: string) =>
  ({ folder }: Settled) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };

/** What happens to a site between two bakes, and flags of the second. */
const SLIPS: readonly {
  readonly what: string;
  readonly slip: (site: Settled) => void | Promise<void>;
  readonly flags?: Partial<BakeFlags>;
}[] = [
  { what: "an article changed", slip: write("content/tide.md", "# Tide\n\nLow.\n") },
  {
    what: "an article changed to as many bytes, with its old date",
    slip: ({ folder }) => {
      const file = join(folder, "content/tide.md");
      const { atime, mtime } = statSync(file);
      writeFileSync(file, readFileSync(file, "utf8").replace("High", "Deep"));
      utimesSync(file, atime, mtime);
    },
  },
  { what: "an article came", slip: write("content/new.md", "# New\n\nText.\n") },
  { what: "an article went", slip: ({ folder }) => rmSync(join(folder, "content/tide.md")) },
  {
    what: "an article moved",
    slip: ({ folder }) =>
      renameSync(join(folder, "content/tide.md"), join(folder, "content/harbour/tide.md")),
  },
  {
    what: "the settings changed",
    slip: write("content/site.toml", `${SITE_TOML}static = ["static"]\nfooter = "Daily."\n`),
  },
  { what: "redirects changed", slip: write("content/_redirects", "/older /tide\n") },
  {
    what: "a static file changed",
    slip: write("static/boat.svg", FILES["static/boat.svg"].replace("8v4", "8v3")),
  },
  { what: "a static file came that an article names", slip: write("static/map.txt", "A map.\n") },
  { what: "people are told of beside the content", slip: write("_data/authors.yml", "ann:\n  name: Ann\n") },
  { what: "adopted.toml came", slip: write("content/adopted.toml", "") },
  {
    what: "the clock reached the instant of an article",
    slip: () => {},
    flags: { now: Date.UTC(2025, 7, 1) / 1000 },
  },
  { what: "the clock comes near it", slip: () => {}, flags: { now: Date.UTC(2025, 7, 1) / 1000 - 300 } },
  { what: "the clock was set back", slip: () => {}, flags: { now: NOW + 60 } },
  { what: "drafts are asked for", slip: () => {}, flags: { drafts: true } },
  { what: "everything is to be told", slip: () => {}, flags: { verbose: true } },
  { what: "another address is named", slip: () => {}, flags: { url: "https://mole.example" } },
  { what: "feeds are to be renewed", slip: () => {}, flags: { renewFeeds: true } },
  {
    what: "the store was emptied",
    slip: async ({ store }) => {
      const keys: StorageKey[] = [];
      for await (const { key } of store.list()) keys.push(key as StorageKey);
      await store.delete(keys);
    },
  },
  { what: "the ledger went", slip: ({ store }) => store.delete([LEDGER_KEY]) },
  {
    what: "a publish was left half done",
    slip: async ({ store }) => {
      const key = journalKey(`${NOW}-0123456789abcdefghijkl`);
      await store.put([{ key, value: new Uint8Array(), metadata: null }]);
    },
  },
  { what: "what was remembered is gone", slip: (site) => rmSync(cacheFile(site)) },
  {
    what: "what was remembered is cut off",
    slip: (site) => {
      const text = readFileSync(cacheFile(site));
      writeFileSync(cacheFile(site), text.subarray(0, text.length - 9));
    },
  },
];

describe("a bake does its work where", () => {
  test.each(SLIPS)("$what", async ({ slip, flags = {} }) => {
    const site = await settledSite();
    await slip(site);
    const again = await site.run({ now: NOW + 2 * HOUR, ...flags }).catch(() => ({ isIdle: false }));
    expect(again.isIdle).toBe(false);
  });

  test("a bit of what was remembered is another", async () => {
    const site = await settledSite();
    const file = cacheFile(site);
    const sound = readFileSync(file);
    for (let at = 0; at < sound.length; at += Math.ceil(sound.length / 40)) {
      const spoilt = Buffer.from(sound);
      spoilt[at] = (spoilt[at] ?? 0) ^ (1 << (at % 8));
      writeFileSync(file, spoilt);
      const { isIdle, told } = await site.run({ now: NOW + 2 * HOUR, dryRun: true });
      expect(isIdle).toBe(false);
      expect(told).toEqual(site.settled.told);
    }
  });
});
