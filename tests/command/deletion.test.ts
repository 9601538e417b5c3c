import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { temporaryFolder } from "../content-folder.ts";
import { serveSite } from "../served-site.ts";
import { runHere } from "./run-here.ts";

const SEEDS = fileURLToPath(new URL("../../seeds", import.meta.url));
const ADDRESS = "/articles/sea-sparkle";
const ID = "tag:harbour.example,2025:science/sea-sparkle";

test("an article taken out of the sample: the plan says so, its page is gone, Atom has its tombstone (RFC 6721 §3)", async () => {
  const content = temporaryFolder();
  cpSync(SEEDS, content, { recursive: true });
  const persistTo = temporaryFolder();
  const bake = (...flags: readonly string[]) =>
    runHere("bake", ["--content", content, "--persist-to", persistTo, ...flags]);
  await bake("--now", "2026-01-05T12:00:00Z");

  rmSync(join(content, "science/sea-sparkle.md"));
  const planned = await bake("--now", "2026-01-06T12:00:00Z", "--dry-run");
  expect(planned.stdout).toContain(`gone       science/sea-sparkle.md  ${ADDRESS}`);
  expect(planned.stdout).toMatch(/kept +\d+/);
  expect(planned.stdout).toMatch(/Would write \d+, delete \d+ and keep \d+\.\n/);
  const report = JSON.parse((await bake("--now", "2026-01-06T12:00:00Z", "--json")).stdout);
  expect(report.changes).toMatchObject({ new: 0, gone: 1 });

  const site = await serveSite(persistTo);
  try {
    const textOf = async (path: string) => (await fetch(`${site.origin}${path}`)).text();
    expect((await fetch(`${site.origin}${ADDRESS}`)).status).toBe(410);
    for (const path of ["/rss.xml", "/feed.json", "/", "/sections/science/atom.xml"]) {
      expect(await textOf(path)).not.toContain("sea-sparkle");
    }
    const atom = await textOf("/atom.xml");
    expect(atom).toMatch(new RegExp(`<at:deleted-entry ref="${ID}" when="2026-01-06T12:00:00Z"`));
    expect(atom).not.toContain(`<id>${ID}</id>`);
  } finally {
    await site.stop();
  }
});
