import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runLedger } from "../../src/command/ledger/ledger.ts";
import { decodeMetadata } from "../../src/representation/decode-metadata.ts";
import type { StorageKey } from "../../src/representation/storage-key.ts";
import { captured } from "./captured.ts";
import { openKept } from "./kept-store.ts";
import { REPOSITORY } from "./settings.ts";
import { saying, slips, writeSlipFolders } from "./slip-table.ts";
import { everythingIn, newspaper, publishedStore, told } from "./slips.ts";

const root = mkdtempSync(join(tmpdir(), "feedwright-slips-"));
const at = (name: string) => join(root, name);
const IN_TWO_DAYS = new Date(Date.now() + 2 * 86_400_000).toISOString();
const STORE = at("state");
const OWN = at("quay");

/** What the store holds before the first slip. */
let published: ReadonlyMap<string, string> = new Map();

beforeAll(async () => {
  writeSlipFolders(root);
  await publishedStore(OWN, STORE);
  published = await everythingIn(STORE);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("a slip is refused, and told how to go on", () => {
  test.for(slips(root).filter(({ only }) => only !== "remote"))(
    "$command: $name",
    async ({ command, args, setting = REPOSITORY, exitCode, says }) => {
      const finished = await told(command, ["--persist-to", STORE, ...args], setting);
      expect(finished).toMatchObject({ exitCode, says: saying(says) });
      expect(finished.says).not.toMatch(/\n\s+at /);
    },
  );

  test("and after all of them the store is as it was, byte for byte", async () => {
    expect(published.size).toBeGreaterThan(20);
    expect(await everythingIn(STORE)).toEqual(published);
  });
});

test("a repair with another site leaves a store as it was, damages and all", async () => {
  const persistTo = at("damaged");
  await publishedStore(OWN, persistTo);
  const store = await openKept({ persistTo }, { writes: true });
  await store.delete(["/rss.xml" as StorageKey]);
  await store.close();
  const damaged = await everythingIn(persistTo);
  const repair = (content: string) =>
    told("verify", ["--repair", "--content", content, "--persist-to", persistTo], REPOSITORY);
  expect(await repair(at("harbour"))).toMatchObject({
    exitCode: 1,
    says: expect.stringMatching(/missing +\/rss\.xml[\s\S]*is that of harbour\.example/),
  });
  expect(await everythingIn(persistTo)).toEqual(damaged);
  expect(await repair(OWN)).toMatchObject({ exitCode: 0 });
  expect([...(await everythingIn(persistTo)).keys()]).toContain("/rss.xml");
});

test("five articles cannot vanish one after the other within a day, nor four at once", async () => {
  const names = ["tide", "lock", "mole", "eel", "gull", "pier", "buoy", "ferry"];
  const persistTo = at("shrinking");
  newspaper(at("eight"), "pier.example", names);
  await publishedStore(at("eight"), persistTo);
  const lose = (count: number) => {
    for (const name of names.slice(0, count)) rmSync(join(at("eight"), `${name}.md`), { force: true });
    return told("bake", ["--content", at("eight"), "--persist-to", persistTo], REPOSITORY);
  };
  expect(await lose(2)).toMatchObject({ exitCode: 0 });
  expect(await lose(4)).toMatchObject({ exitCode: 0 });
  const before = await everythingIn(persistTo);
  expect(await lose(6)).toMatchObject({
    exitCode: 1,
    says: expect.stringContaining("6 of 8 articles would disappear within a day"),
  });
  expect(await everythingIn(persistTo)).toEqual(before);
});

test("a site takes another's place where that is meant", async () => {
  const persistTo = at("replaced");
  await publishedStore(OWN, persistTo);
  const { exitCode, says } = await told(
    "bake",
    ["--content", at("harbour"), "--persist-to", persistTo, "--replace-site"],
    REPOSITORY,
  );
  expect({ exitCode, says }).toMatchObject({
    exitCode: 0,
    says: expect.stringContaining("Baked 3 articles"),
  });
  const { stdout } = await captured(() =>
    runLedger(["--persist-to", persistTo, "--content", at("harbour")], REPOSITORY),
  );
  expect(stdout).toContain("tag:harbour.example,2025:tide");
  expect(stdout).not.toContain("quay.example");
  expect(
    await told("verify", ["--content", at("harbour"), "--persist-to", persistTo], REPOSITORY),
  ).toMatchObject({
    exitCode: 0,
    says: expect.stringContaining("all match the ledger."),
  });
});

test("a store that a wrong clock locked is set free, and the next bake writes what named the wrong moment", async () => {
  const persistTo = at("ahead");
  const flags = ["--content", OWN, "--persist-to", persistTo];
  expect(await told("bake", [...flags, "--now", IN_TWO_DAYS, "--future"], REPOSITORY)).toMatchObject({
    exitCode: 0,
  });
  expect(await told("bake", flags, REPOSITORY)).toMatchObject({
    exitCode: 1,
    says: expect.stringContaining("--reset-clock"),
  });
  expect(await told("ledger", ["--reset-clock", ...flags], REPOSITORY)).toMatchObject({ exitCode: 0 });
  expect(await told("bake", flags, REPOSITORY)).toMatchObject({ exitCode: 0 });
  const stored = await everythingIn(persistTo);
  const tomorrow = Math.floor(Date.now() / 1000) + 86_400;
  const editions = [...stored.values()].flatMap(
    (entry) => decodeMetadata(JSON.parse(entry)[0])?.lastModified ?? [],
  );
  expect(editions.length).toBeGreaterThan(10);
  expect(Math.max(...editions)).toBeLessThan(tomorrow);
  expect(await told("verify", flags, REPOSITORY)).toMatchObject({ exitCode: 0 });
});
