import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { contentFolder, SITE_TOML, temporaryFolder } from "../../content-folder.ts";
import { inTerminal } from "../../package/terminal.ts";
import { hasProgram } from "../../programs.ts";
import { fileOf } from "./adopt-here.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const FEED = fileOf.bind(
  null,
  '<rss version="2.0"><channel><title>Q</title><link>https://quay.example/</link><item><title>Tide</title><guid>urn:1</guid></item></channel></rss>',
);

async function asked() {
  const content = contentFolder({
    "site.toml": SITE_TOML,
    "tide.md": "---\ntitle: Tide\ndate: 2025-06-11\n---\nWater.\n",
  });
  const state = join(temporaryFolder(), "state");
  const terminal = await inTerminal(
    ROOT,
    `${process.execPath} scripts/adopt.ts ${FEED()} --content ${content} --persist-to ${state}`,
  );
  await terminal.sees("[y/N]");
  return { ...terminal, file: join(content, "adopted.toml") };
}

describe.skipIf(!hasProgram("tmux"))("what is doubtful is asked on a terminal", () => {
  test("and taken where a person says yes", async () => {
    const { type, ended, file } = await asked();
    await type("y");
    expect(await ended()).toBe(0);
    expect(readFileSync(file, "utf8")).toContain('path = "tide.md"\nid = "urn:1"\n');
  });

  test("and left where a person says nothing", async () => {
    const { type, ended, file } = await asked();
    await type("");
    expect([await ended(), existsSync(file)]).toEqual([0, false]);
  });

  test("and nothing is written where a person leaves", async () => {
    const { press, sees, ended, file } = await asked();
    await press("C-d");
    await sees("Nothing was adopted: not all questions were answered; --yes asks none.");
    expect([await ended(), existsSync(file)]).toEqual([1, false]);
  });
});
