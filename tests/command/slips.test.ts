import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runLedger } from "../../src/command/ledger.ts";
import { openLocalStore } from "../../src/command/open-store.ts";
import { exportLedger } from "../../src/ledger/exported.ts";
import { EMPTY_LEDGER } from "../../src/ledger/ledger.ts";
import { decodeMetadata } from "../../src/representation/representation.ts";
import type { StorageKey } from "../../src/representation/storage-key.ts";
import { contentFolder } from "../content-folder.ts";
import { captured } from "./captured.ts";
import type { CommandHere } from "./run-here.ts";
import { installedIn, REPOSITORY } from "./settings.ts";
import { bareFolder, everythingIn, newspaper, publishedStore, told } from "./slips.ts";

const root = mkdtempSync(join(tmpdir(), "feedwright-slips-"));
const at = (name: string) => join(root, name);
const STORE = at("state");
const OWN = at("quay");

/** What the store holds before the first slip. */
let published: ReadonlyMap<string, string> = new Map();

beforeAll(async () => {
  newspaper(OWN, "quay.example");
  newspaper(at("harbour"), "harbour.example");
  newspaper(at("rewritten"), "quay.example", ["heron", "gull", "tern"]);
  newspaper(at("renamed"), "pier.example", []);
  newspaper(at("emptied"), "quay.example", []);
  bareFolder(at("bare"));
  newspaper(join(at("around"), "content"), "quay.example");
  contentFolder({ "notes.json": "{}" }, at("empty"));
  // The articles of the site, under another authority.
  contentFolder(
    {
      ...Object.fromEntries(
        ["tide", "lock", "mole"].map((name) => [
          `${name}.md`,
          `# The ${name} of quay.example\n\nIt is there.\n`,
        ]),
      ),
    },
    at("renamed"),
  );
  writeFileSync(
    at("other.json"),
    exportLedger({ ...EMPTY_LEDGER, authority: "harbour.example,2025", edition: 5000 }),
  );
  await publishedStore(OWN, STORE);
  published = await everythingIn(STORE);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const IN_TWO_DAYS = new Date(Date.now() + 2 * 86_400_000).toISOString();
const npm = (script: string, kept: Readonly<Record<string, string>>) => ({
  ...REPOSITORY,
  environment: { npm_lifecycle_event: script, ...kept },
});

/** Slips of the hand on a store that holds the site of quay.example. */
const SLIPS: readonly {
  readonly name: string;
  readonly command: CommandHere;
  readonly args: readonly string[];
  readonly setting?: typeof REPOSITORY;
  readonly exitCode: 1 | 2;
  readonly says: string;
}[] = [
  {
    name: "another site",
    command: "bake",
    args: ["--content", at("harbour")],
    exitCode: 1,
    says: "--replace-site",
  },
  {
    name: "another site, whose name is told",
    command: "bake",
    args: ["--content", at("harbour")],
    exitCode: 1,
    says: "is that of harbour.example,2025",
  },
  {
    name: "a folder without settings",
    command: "bake",
    args: ["--content", at("bare")],
    exitCode: 1,
    says: "names neither url nor authority, or is missing; write authority",
  },
  {
    name: "all of its articles rewritten under other names",
    command: "bake",
    args: ["--content", at("rewritten")],
    exitCode: 1,
    says: "3 of 3 articles would disappear",
  },
  {
    name: "another authority for the same articles",
    command: "bake",
    args: ["--content", at("renamed")],
    exitCode: 1,
    says: 'write authority = "quay.example,2025"',
  },
  {
    name: "the folder around its content",
    command: "bake",
    args: ["--content", at("around")],
    exitCode: 2,
    says: `write --content ${join(at("around"), "content")}`,
  },
  {
    name: "an emptied folder of nobody, all allowed",
    command: "bake",
    args: ["--content", at("empty"), "--allow-empty", "--allow-deletions"],
    exitCode: 1,
    says: "names neither url nor authority",
  },
  {
    name: "an emptied folder",
    command: "bake",
    args: ["--content", at("emptied")],
    exitCode: 1,
    says: "--allow-empty",
  },
  {
    name: "a folder that is not there",
    command: "bake",
    args: ["--content", at("nowhere")],
    exitCode: 1,
    says: "name one with --content",
  },
  {
    name: "a moment in the future",
    command: "bake",
    args: ["--content", OWN, "--now", IN_TWO_DAYS],
    exitCode: 1,
    says: "--future",
  },
  {
    name: "a moment in the past",
    command: "bake",
    args: ["--content", OWN, "--now", "2001-01-01T00:00:00Z"],
    exitCode: 1,
    says: "--reset-clock",
  },
  {
    name: "a preview without --remote",
    command: "bake",
    args: ["--content", OWN, "--env", "preview"],
    exitCode: 2,
    says: "add --remote",
  },
  {
    name: "a configuration without --remote",
    command: "verify",
    args: ["--content", OWN, "--config", "x.toml"],
    exitCode: 2,
    says: "add --remote",
  },
  {
    name: "a stray word",
    command: "bake",
    args: [at("harbour")],
    exitCode: 2,
    says: `npm run bake -- --content ${at("harbour")}`,
  },
  {
    name: "npm without --",
    command: "bake",
    args: [],
    setting: npm("bake", { npm_config_content: "mine" }),
    exitCode: 2,
    says: "npm run bake -- --content mine",
  },
  {
    name: "npm without -- in a dry run",
    command: "bake",
    args: ["--content", at("harbour")],
    setting: npm("bake", { npm_config_dry_run: "true" }),
    exitCode: 2,
    says: "npm run bake -- --dry-run",
  },
  {
    name: "a deployment without a name",
    command: "deploy",
    args: [],
    exitCode: 2,
    says: "npm run deploy -- --content <dir>",
  },
  {
    name: "a remote bake without a name",
    command: "bake",
    args: ["--remote"],
    exitCode: 2,
    says: "npm run bake -- --remote --content <dir>",
  },
  {
    name: "a repair without a name",
    command: "verify",
    args: ["--repair"],
    exitCode: 2,
    says: "npm run verify -- --repair --content <dir>",
  },
  {
    name: "an import without a name",
    command: "ledger",
    args: ["--import", at("other.json")],
    exitCode: 2,
    says: "npm run ledger -- --import",
  },
  {
    name: "a deployment without a name, in a site",
    command: "deploy",
    args: [],
    setting: installedIn(OWN),
    exitCode: 2,
    says: "npx --no-install feedwright deploy --content .",
  },
  {
    name: "a repair with another site",
    command: "verify",
    args: ["--repair", "--content", at("harbour")],
    exitCode: 1,
    says: "--replace-site",
  },
  {
    name: "the ledger of another site",
    command: "ledger",
    args: ["--import", at("other.json"), "--content", OWN],
    exitCode: 1,
    says: "is the ledger of harbour.example,2025",
  },
  {
    name: "the ledger of another site, with that site",
    command: "ledger",
    args: ["--import", at("other.json"), "--content", at("harbour")],
    exitCode: 1,
    says: "--replace-site",
  },
  {
    name: "a file that is no ledger",
    command: "ledger",
    args: ["--import", join(OWN, "site.toml"), "--content", OWN],
    exitCode: 1,
    says: "--export",
  },
  {
    name: "a clock that is right",
    command: "ledger",
    args: ["--reset-clock"],
    exitCode: 1,
    says: "is not locked",
  },
];

describe("a slip is refused, and told how to go on", () => {
  test.for(SLIPS)("$command: $name", async ({ command, args, setting = REPOSITORY, exitCode, says }) => {
    const finished = await told(command, ["--persist-to", STORE, ...args], setting);
    expect(finished).toMatchObject({ exitCode, says: expect.stringContaining(says) });
    expect(finished.says).not.toMatch(/\n\s+at /);
  });

  test("and after all of them the store is as it was, byte for byte", async () => {
    expect(published.size).toBeGreaterThan(20);
    expect(await everythingIn(STORE)).toEqual(published);
  });
});

test("a repair with another site leaves a store as it was, damages and all", async () => {
  const persistTo = at("damaged");
  await publishedStore(OWN, persistTo);
  const store = await openLocalStore({ persistTo }, { writes: true });
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
