import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bake } from "../../../src/command/bake/bake.ts";
import { exportLedger } from "../../../src/ledger/exported.ts";
import type { StorageKey } from "../../../src/representation/storage-key.ts";
import { LEDGER_KEY, ledgerShardKey } from "../../../src/representation/storage-key.ts";
import type { Store } from "../../../src/store/store.ts";
import { SITE_TOML, temporaryFolder } from "../../content-folder.ts";
import { DAY, NOW, stateOf } from "../../publish/publish-files.ts";
import { openKept } from "../kept-store.ts";
import { publishedOnce } from "../published-once.ts";
import type { CommandHere } from "../run-here.ts";
import { runHere } from "../run-here.ts";

const FILES = {
  "site.toml": SITE_TOML,
  "tide.md": "# Tide\n\nIt rises.\n",
  "lock.md": "# Lock\n\nIt opens.\n",
};

const publishedFiles = publishedOnce(FILES, NOW);

/** A published site, and the commands on it. */
function published({ content, persistTo } = publishedFiles()) {
  const command = (name: CommandHere, ...flags: readonly string[]) =>
    runHere(name, ["--persist-to", persistTo, ...flags]);
  return { content, persistTo, command };
}

async function inStore<T>(persistTo: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openKept({ persistTo }, { writes: false });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

function ledgerIn(persistTo: string) {
  return inStore(persistTo, async (store) => (await stateOf(store)).stored.ledger);
}

describe("npm run ledger", () => {
  test("prints an article a line, with id, address and dates; --json the whole of it", async () => {
    const { persistTo, command } = published();
    const { exitCode, stdout } = await command("ledger");
    expect(exitCode).toBe(0);
    expect(stdout).toContain("Last published 2025-07-01T18:00:00Z");
    expect(stdout).toMatch(
      /^0 +2025-07-01T18:00:00Z +2025-07-01T18:00:00Z +\/articles\/lock +lock\.md +tag:quay\.example,2025:lock$/m,
    );
    expect((await command("ledger", "--json")).stdout).toBe(exportLedger(await ledgerIn(persistTo)));
  });

  test("says so where nothing was published", async () => {
    const { stdout } = await runHere("ledger", ["--persist-to", temporaryFolder()]);
    expect(stdout).toBe("Nothing has been published yet.\n");
  });

  test("--export and --import carry ids, addresses and dates into another store", async () => {
    const { content, persistTo, command } = published();
    const file = join(temporaryFolder(), "ledger.json");
    await command("ledger", "--export", file);
    const elsewhere = temporaryFolder();
    expect(
      (await runHere("ledger", ["--content", content, "--persist-to", elsewhere, "--import", file])).exitCode,
    ).toBe(0);
    await bake({ content, persistTo: elsewhere, now: NOW + DAY }, openKept);
    expect((await ledgerIn(elsewhere)).articles).toEqual((await ledgerIn(persistTo)).articles);
  });

  test("a lost one is not taken for an empty site, and --rebuild brings it back", async () => {
    const { content, persistTo, command } = published();
    const before = await ledgerIn(persistTo);
    await inStore(persistTo, (store) => store.delete([LEDGER_KEY, ledgerShardKey(1)]));
    const { report } = await bake({ content, persistTo, now: NOW + DAY }, openKept);
    expect(report.refusal).toContain("npm run ledger -- --rebuild");
    expect((await command("ledger", "--rebuild")).exitCode).toBe(0);
    expect(await ledgerIn(persistTo)).toEqual(before);
    expect((await bake({ content, persistTo, now: NOW + DAY }, openKept)).report.plan).toMatchObject({
      put: 0,
      delete: 0,
    });
  });

  test.for([
    {
      name: "no such file",
      flags: ["--content", "seeds", "--import", "/nowhere/ledger.json"],
      exitCode: 1,
      says: "cannot be read",
    },
    { name: "two at once", flags: ["--import", "a", "--rebuild"], exitCode: 2, says: "cannot be used with" },
  ])("$name is one clear sentence", async ({ flags, exitCode, says }) => {
    const told = await runHere("ledger", ["--persist-to", temporaryFolder(), ...flags]);
    expect(told).toMatchObject({ exitCode, stderr: expect.stringContaining(says) });
  });

  const withAddress = (address: string) => (exported: string) =>
    exported.replace('"/articles/lock"', JSON.stringify(address));

  test.for([
    { name: "that is no ledger", edit: () => '{"version": 1}', says: "cannot be read" },
    {
      name: "that names another host",
      edit: withAddress("//evil.example/"),
      says: "gives lock.md the address //evil.example/, which cannot be served;",
    },
    {
      name: "that would clear the screen",
      edit: withAddress("/\u001b[2J"),
      says: "gives lock.md the address /\\u001b[2J, which cannot be served;",
    },
    {
      name: "that has an article in place of a feed",
      edit: withAddress("/rss.xml"),
      says: "gives lock.md the address /rss.xml, where the site keeps its own pages and feeds;",
    },
  ])("a file $name is refused, and nothing is written", async ({ edit, says }) => {
    const { content, persistTo, command } = published();
    const before = await ledgerIn(persistTo);
    const file = join(temporaryFolder(), "ledger.json");
    writeFileSync(file, edit(exportLedger(before)));
    const told = await command("ledger", "--content", content, "--import", file);
    expect(told).toMatchObject({ exitCode: 1, stderr: expect.stringContaining(says) });
    expect(await ledgerIn(persistTo)).toEqual(before);
  });
});

describe("npm run verify", () => {
  test("names what is wrong and exits 1; --repair fixes it, and then all is sound", async () => {
    const { content, persistTo, command } = published();
    await inStore(persistTo, async (store) => {
      const page = await store.get("/articles/lock" as StorageKey);
      if (page === null) throw new Error("no page");
      await store.put([
        { key: "/articles/orphan" as StorageKey, ...page },
        { key: "/theirs" as StorageKey, value: new Uint8Array(), metadata: { of: "somebody else" } },
      ]);
      await store.delete(["/rss.xml" as StorageKey]);
    });
    const found = await command("verify");
    expect(found.exitCode).toBe(1);
    for (const line of [
      "missing    /rss.xml",
      "orphan     /articles/orphan",
      "not ours   /theirs",
      "--repair",
    ]) {
      expect(found.stdout).toContain(line);
    }
    const repaired = await command(
      "verify",
      "--repair",
      "--content",
      content,
      "--now",
      "2025-07-02T18:00:00Z",
    );
    expect(repaired).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("deleted 1") });
    expect(await command("verify")).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/not ours {3}\/theirs\nChecked \d+ documents: all match the ledger\.\n/),
    });
  });
});

describe("npm run bake", () => {
  const moreFiles = publishedOnce(
    { ...FILES, "mole.md": "# Mole\n\nIt stands.\n", "eel.md": "# Eel\n\nIt swims.\n" },
    NOW,
  );

  test("--dry-run prints what each article is, and writes nothing", async () => {
    const { content, persistTo, command } = published(moreFiles());
    const before = await ledgerIn(persistTo);
    const guard = readFileSync(join(persistTo, "feedwright-editions.json"), "utf8");
    writeFileSync(join(content, "tide.md"), "---\nslug: high-tide\n---\n# Tide\n\nIt rises.\n");
    writeFileSync(join(content, "lock.md"), "---\ncorrection: It closed.\n---\n# Lock\n\nIt closed.\n");
    writeFileSync(join(content, "ferry.md"), "# Ferry\n\nIt sails.\n");
    rmSync(join(content, "mole.md"));
    const { stdout } = await command(
      "bake",
      "--content",
      content,
      "--now",
      "2025-07-02T18:00:00Z",
      "--dry-run",
    );
    for (const line of [
      "new        ferry.md  /articles/ferry",
      "corrected  lock.md  /articles/lock",
      "moved      tide.md  /articles/tide -> /articles/high-tide",
      "gone       mole.md  /articles/mole",
      "kept       1",
    ]) {
      expect(stdout).toContain(line);
    }
    expect(await ledgerIn(persistTo)).toEqual(before);
    expect(readFileSync(join(persistTo, "feedwright-editions.json"), "utf8")).toBe(guard);
  });

  test("two bakes in one second: no edition is ahead of the clock once it is served", async () => {
    const { content, persistTo } = published();
    const editions: number[] = [];
    for (const text of ["It falls.", "It turns."]) {
      writeFileSync(join(content, "tide.md"), `# Tide\n\n${text}\n`);
      await bake({ content, persistTo }, openKept);
      const { edition } = await ledgerIn(persistTo);
      expect(edition).toBeLessThanOrEqual(Date.now() / 1000);
      editions.push(edition);
    }
    expect(editions[1]).toBeGreaterThan(editions[0] ?? Infinity);
  });
});
