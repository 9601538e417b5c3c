import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { exportLedger } from "../../src/ledger/exported.ts";
import { EMPTY_LEDGER } from "../../src/ledger/ledger.ts";
import { contentFolder } from "../content-folder.ts";
import type { CommandHere } from "./run-here.ts";
import { installedIn, REPOSITORY } from "./settings.ts";
import { bareFolder, newspaper } from "./slips.ts";

/** A slip of the hand on a store that holds the site of quay.example. */
export interface Slip {
  readonly name: string;
  readonly command: CommandHere;
  readonly args: readonly string[];
  readonly setting?: typeof REPOSITORY;
  readonly exitCode: 1 | 2;
  readonly says: string | RegExp;
  /** Where it can be made, if only in one place. */
  readonly only?: "local" | "remote";
}

/** Writes the folders that the slips name, and gives that of the site. */
export function writeSlipFolders(root: string): string {
  const at = (name: string) => join(root, name);
  newspaper(at("harbour"), "harbour.example");
  newspaper(at("rewritten"), "quay.example", ["heron", "gull", "tern"]);
  newspaper(at("renamed"), "pier.example", []);
  newspaper(at("emptied"), "quay.example", []);
  bareFolder(at("bare"));
  newspaper(join(at("around"), "content"), "quay.example");
  contentFolder({ "notes.json": "{}" }, at("empty"));
  // The articles of the site, under another authority.
  contentFolder(
    Object.fromEntries(
      ["tide", "lock", "mole"].map((name) => [
        `${name}.md`,
        `# The ${name} of quay.example\n\nIt is there.\n`,
      ]),
    ),
    at("renamed"),
  );
  writeFileSync(
    at("other.json"),
    exportLedger({ ...EMPTY_LEDGER, authority: "harbour.example,2025", edition: 5000 }),
  );
  return newspaper(at("quay"), "quay.example");
}

/** A text that says it. */
export function saying(what: string | RegExp): string {
  return typeof what === "string" ? expect.stringContaining(what) : expect.stringMatching(what);
}

const npm = (script: string, kept: Readonly<Record<string, string>>) => ({
  ...REPOSITORY,
  environment: { npm_lifecycle_event: script, ...kept },
});

/** Every slip, and how it is refused. */
export function slips(root: string): readonly Slip[] {
  const at = (name: string) => join(root, name);
  const OWN = at("quay");
  const inTwoDays = new Date(Date.now() + 2 * 86_400_000).toISOString();
  return [
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
      name: "another site",
      command: "deploy",
      args: ["--content", at("harbour")],
      only: "remote",
      exitCode: 1,
      says: /the worker quay-production holds the site of quay\.example,2025.*harbour\.example,2025/,
    },
    {
      name: "a folder without settings",
      command: "deploy",
      args: ["--content", at("bare")],
      only: "remote",
      exitCode: 1,
      says: "names neither url nor authority",
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
      args: ["--content", OWN, "--now", inTwoDays],
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
      only: "local",
    },
    {
      name: "a configuration without --remote",
      command: "verify",
      args: ["--content", OWN, "--config", "x.toml"],
      exitCode: 2,
      says: "add --remote",
      only: "local",
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
      says: /npm run deploy -- .*--content <dir>/,
    },
    {
      name: "a remote bake without a name",
      command: "bake",
      args: ["--remote"],
      exitCode: 2,
      says: /npm run bake -- --remote .*--content <dir>/,
    },
    {
      name: "a repair without a name",
      command: "verify",
      args: ["--repair"],
      exitCode: 2,
      says: /npm run verify -- .*--repair .*--content <dir>/,
    },
    {
      name: "an import without a name",
      command: "ledger",
      args: ["--import", at("other.json")],
      exitCode: 2,
      says: /npm run ledger -- .*--import/,
    },
    {
      name: "a deployment without a name, in a site",
      command: "deploy",
      args: [],
      setting: installedIn(OWN),
      exitCode: 2,
      says: /npx --no-install feedwright deploy .*--content \./,
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
}
