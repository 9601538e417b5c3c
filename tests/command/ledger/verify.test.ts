import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bake } from "../../../src/command/bake/bake.ts";
import { runVerify } from "../../../src/command/ledger/verify.ts";
import type { StorageKey } from "../../../src/representation/storage-key.ts";
import { LEDGER_KEY } from "../../../src/representation/storage-key.ts";
import type { Store } from "../../../src/store/store.ts";
import { contentFolder, SITE_TOML, temporaryFolder } from "../../content-folder.ts";
import { DAY, NOW } from "../../publish/publish-files.ts";
import { DyingStore, Killed, shuffledBy } from "../../store/dying-store.ts";
import { captured } from "../captured.ts";
import { openKept } from "../kept-store.ts";
import { publishedOnce } from "../published-once.ts";
import { REPOSITORY } from "../settings.ts";

const TOMORROW = "2025-07-02T18:00:00Z";

const publishedFiles = publishedOnce({ "site.toml": SITE_TOML, "tide.md": "# Tide\n\nIt rises.\n" }, NOW);

/** A published site, and `verify` on it. */
function published() {
  const { content, persistTo } = publishedFiles();
  const verify = (...flags: readonly string[]) =>
    captured(() =>
      runVerify(["--content", content, "--persist-to", persistTo, "--now", TOMORROW, ...flags], REPOSITORY),
    );
  return { content, persistTo, verify };
}

async function inStore<T>(persistTo: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openKept({ persistTo }, { writes: true });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Takes one document away and adds another that nobody knows. */
async function spoil(persistTo: string): Promise<void> {
  await inStore(persistTo, async (store) => {
    const page = await store.get("/articles/tide" as StorageKey);
    if (page === null) throw new Error("no page");
    await store.put([{ key: "/articles/orphan" as StorageKey, ...page }]);
    await store.delete(["/rss.xml" as StorageKey]);
  });
}

/** All that a state folder holds: every pair of its store, and the files beside it. */
function everythingIn(persistTo: string) {
  return inStore(persistTo, async (store) => {
    const pairs: unknown[] = [];
    for await (const { key } of store.list()) pairs.push([key, await store.get(key as StorageKey)]);
    const files = readdirSync(persistTo, { recursive: true, encoding: "utf8" }).filter((name) =>
      /^feedwright-.*\.\w+$/.test(name),
    );
    return { pairs, files: files.sort().map((name) => [name, readFileSync(join(persistTo, name), "utf8")]) };
  });
}

/** A publish of a second article that was killed once it had written its journal. */
async function interrupt(content: string, persistTo: string): Promise<void> {
  contentFolder({ "lock.md": "# Lock\n\nIt opens.\n" }, content);
  const dying = async () => new DyingStore(await openKept({ persistTo }, { writes: true }), 1, shuffledBy(1));
  await expect(bake({ content, persistTo, now: NOW + DAY }, dying)).rejects.toThrow(Killed);
}

describe("npm run verify", () => {
  test("exits with 1 while a journal is open, though every document is as remembered, and 0 after that", async () => {
    const { content, persistTo, verify } = published();
    await interrupt(content, persistTo);
    const { result, stdout, stderr } = await verify("--json");
    expect(stderr).toMatch(
      /^A publish was interrupted; the next bake will finish it\.\nChecked .* all match the ledger\.\n$/,
    );
    expect(JSON.parse(stdout)).toMatchObject({
      isInterrupted: true,
      missing: [],
      different: [],
      orphans: [],
    });
    expect(result).toBe(1);
    await bake({ content, persistTo, now: NOW + DAY }, openKept);
    expect(await verify()).toMatchObject({ result: 0, stdout: expect.not.stringContaining("interrupted") });
  });

  test("--repair --dry-run writes nothing: no document, no ledger, no file of the state folder", async () => {
    const { content, persistTo, verify } = published();
    await spoil(persistTo);
    // Something that the bake would have to write, too.
    contentFolder({ "lock.md": "# Lock\n\nIt opens.\n" }, content);
    const before = await everythingIn(persistTo);
    expect(before.files.map(([name]) => name)).toContain("feedwright-editions.json");
    const { stdout } = await verify("--repair", "--dry-run");
    expect(stdout).toMatch(/missing +\/rss\.xml\n +orphan +\/articles\/orphan\n/);
    expect(await everythingIn(persistTo)).toEqual(before);
  });

  test("--repair leaves the ledger of an interrupted publish as it is: the bake that follows finishes it", async () => {
    const { content, persistTo, verify } = published();
    await interrupt(content, persistTo);
    await spoil(persistTo);
    const ledgerOf = () => inStore(persistTo, async (store) => (await store.get(LEDGER_KEY))?.value);
    const before = await ledgerOf();
    await verify("--repair", "--max-writes", "1");
    expect(await ledgerOf()).toEqual(before);
    // Once it is finished, what else is wrong can be put right.
    for (const _ of ["the publish", "the rest"])
      expect(await verify("--repair")).toMatchObject({ result: 0 });
    expect(await verify()).toMatchObject({ result: 0 });
  });

  /** Flips one byte in the body of a document, and leaves its metadata as they are. */
  const corrupt = (persistTo: string, key: string) =>
    inStore(persistTo, async (store) => {
      const page = await store.get(key as StorageKey);
      if (page === null) throw new Error("no page");
      const value = Uint8Array.from(page.value);
      value[20] = (value[20] ?? 0) ^ 0xff;
      await store.put([{ key: key as StorageKey, value, metadata: page.metadata }]);
    });

  test("--deep reads every body, names the corrupt, and --repair writes them as they were", async () => {
    const { persistTo, verify } = published();
    const bodies = () =>
      inStore(persistTo, async (store) => (await store.get("/articles/tide" as StorageKey))?.value);
    const before = await bodies();
    expect(await verify("--deep")).toMatchObject({
      result: 0,
      stdout: expect.stringMatching(
        /^Read (\d+) documents: 0 corrupt\.\nChecked \1 documents: all match the ledger\.\n$/,
      ),
    });
    await corrupt(persistTo, "/articles/tide");
    await corrupt(persistTo, "/rss.xml");
    expect(await verify()).toMatchObject({ result: 0 });
    const { result, stdout } = await verify("--deep", "--json");
    expect(result).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      corrupt: expect.arrayContaining(["/articles/tide", "/rss.xml"]),
    });
    expect(JSON.parse(stdout).bodies).toBe(JSON.parse(stdout).sound + 2);
    expect(await verify("--deep")).toMatchObject({
      stdout: expect.stringContaining("To fix that: npm run verify -- --deep --repair --content "),
    });
    expect(await verify("--deep", "--repair")).toMatchObject({ result: 0 });
    expect(await verify("--deep")).toMatchObject({ result: 0 });
    expect(await bodies()).toEqual(before);
  });

  test.for([
    {
      name: "a folder that is not there",
      make: () => join(temporaryFolder(), "none"),
      says: "there is no store in",
    },
    { name: "an empty one", make: () => temporaryFolder(), says: "nothing was ever published to" },
  ])("of $name says so, exits with 1 and makes none", async ({ make, says }) => {
    const persistTo = make();
    const { result, stdout, stderr } = await captured(() =>
      runVerify(["--content", temporaryFolder(), "--persist-to", persistTo], REPOSITORY),
    );
    expect({ result, stdout }).toEqual({ result: 1, stdout: "" });
    expect(stderr).toMatch(new RegExp(`^${says} ${persistTo}; [^\n]+\n$`));
    expect(existsSync(persistTo)).toBe(says !== "there is no store in");
  });
});
