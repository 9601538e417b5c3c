import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import type { Setting } from "../../../src/command/flags/setting.ts";
import { runInit } from "../../../src/command/init/run-init.ts";
import { contentFolder, temporaryFolder } from "../../content-folder.ts";
import { captured } from "../captured.ts";
import { installedIn, REPOSITORY } from "../settings.ts";

/** Nobody sits there. */
const PIPES = { input: new PassThrough(), output: new PassThrough() };

function init(folder: string, ...args: readonly string[]) {
  return initIn(installedIn(folder), ...args);
}

function initIn(setting: Setting, ...args: readonly string[]) {
  return captured(async () => {
    try {
      return await runInit(args, setting, PIPES);
    } catch (cause) {
      return cause;
    }
  });
}

test("without a terminal it says what to pass", async () => {
  const folder = temporaryFolder();
  const { result, stderr } = await init(folder, "--title", "Quay");
  expect(result).toMatchObject({ name: "UsageError", exitCode: 2 });
  expect(stderr).toContain("there is no terminal to ask in; pass --yes and what you know: --title");
  expect(readdirSync(folder)).toEqual([]);
});

test.for([
  {
    name: "an address with a path",
    args: ["--url", "quay.example/blog"],
    says: "Write it without what follows",
  },
  { name: "a language by its name", args: ["--language", "english"], says: 'Write its tag, "en".' },
  { name: "an empty title", args: ["--title", " "], says: "Write a word or more." },
  {
    name: "two folders",
    args: ["a", "b"],
    says: 'the word b is one too many; if it belongs to the name before it, write "a b"',
  },
])("$name is refused, and nothing is written", async ({ args, says }) => {
  const folder = temporaryFolder();
  const { result, stderr } = await init(folder, "--yes", ...args);
  expect(result).toMatchObject({ name: "UsageError", exitCode: 2 });
  expect(stderr).toContain(says);
  expect(readdirSync(folder)).toEqual([]);
});

test("in the repository a folder has to be named", async () => {
  const { result, stderr } = await initIn(REPOSITORY, "--yes");
  expect(result).toMatchObject({ name: "UsageError", exitCode: 2 });
  expect(stderr).toContain("name a folder for the site, outside of this one: npm run init -- ../my-site");
});

test("nothing is written over: it says what, and writes nothing", async () => {
  const folder = contentFolder({ "quay/wrangler.toml": "mine" });
  const { result, stderr } = await init(folder, "quay", "--yes");
  expect(result).toBe(1);
  expect(stderr).toBe(
    "No site was created: it would overwrite wrangler.toml; move it away, or name another folder.\n",
  );
  expect(readdirSync(join(folder, "quay"))).toEqual(["wrangler.toml"]);
});

test("settings that are there are not said anew", async () => {
  const folder = contentFolder({ "content/site.toml": 'title = "Quay"\n' });
  const { result, stderr } = await init(folder, "--yes", "--url", "https://quay.example");
  expect(result).toMatchObject({ name: "UsageError", exitCode: 2 });
  expect(stderr).toContain("content/site.toml exists and sets it; leave out --url");
  expect(readdirSync(folder)).toEqual(["content"]);
});

test("without npm it says so, and writes nothing", async () => {
  const folder = temporaryFolder();
  const { result, stderr } = await initIn(installedIn(folder, { PATH: folder }), "quay", "--yes");
  expect(result).toBe(1);
  expect(stderr).toContain("No site was created: npm cannot pack Feedwright: it is not installed.");
  expect(existsSync(join(folder, "quay"))).toBe(false);
});

test("a place where nothing can be written is named", async () => {
  const folder = contentFolder({ "notes/a.md": "" });
  const { result, stderr } = await init(folder, "notes/a.md/quay", "--yes");
  expect(result).toBe(1);
  expect(stderr).toMatch(/^No site was created: .*a\.md/);
});
