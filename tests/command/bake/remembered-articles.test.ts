import { rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bake } from "../../../src/command/bake/bake.ts";
import { readContent } from "../../../src/command/bake/read-content.ts";
import { lookAtSite } from "../../../src/command/bake/site-look.ts";
import type { BakeFlags } from "../../../src/command/flags/bake-flags.ts";
import { Stopwatch } from "../../../src/command/reports/stopwatch.ts";
import { MemoryStore } from "../../../src/store/memory-store.ts";
import { contentFolder, SITE_TOML, temporaryFolder } from "../../content-folder.ts";

const NOW = Date.UTC(2025, 6, 1) / 1000;
const dated = (text: string, matter = "") => `---\ndate: 2025-06-01\n${matter}---\n${text}\n`;

const FILES = {
  "content/site.toml": `${SITE_TOML}static = ["static"]\n`,
  "content/barge.md": dated("# Barge\n\nOf a barge."),
  "content/lock.md": dated("# Lock\n\nOf ![it](/lock.svg) and [the map](/map.pdf)."),
  "content/quay.md": dated("# Quay\n\nOf [the barge](/articles/barge)."),
  "content/reef.md": dated("# Reef\n\nOf [what is not there](gone.md)."),
  "content/tide.md": dated("# Tide\n\nHigh.", "sumary: Of the tide.\n"),
  "content/lock.svg":
    '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"><path d="M0 0h8v4z"/></svg>',
  "static/map.pdf": "A map.",
};

/** A site that was published, and what the next bake asks of it. */
async function publishedSite(more: Readonly<Record<string, string>> = {}) {
  const folder = contentFolder({ ...FILES, ...more });
  const [content, persistTo, store] = [join(folder, "content"), temporaryFolder(), new MemoryStore()];
  let now = NOW;
  const run = async (flags: Partial<BakeFlags> = {}) => {
    now += 3600;
    const { report } = await bake({ content, persistTo, now, ...flags }, async () => store);
    return report;
  };
  /** Paths of articles that are read anew, and of those that are remembered. */
  const asked = async (flags: Partial<BakeFlags> = {}) => {
    const all = { content, persistTo, now, ...flags };
    const look = lookAtSite(all);
    const read = await readContent(all, new Stopwatch(() => 0), look);
    read.cache.close();
    const paths = (list: Iterable<{ readonly path: string }>) => [...list].map(({ path }) => path);
    const { list, of } = read.staying;
    return { told: paths(read.sources), remembered: Array.from(list, of.path) };
  };
  await run();
  return { folder, content, persistTo, store, run, asked };
}

const PLAIN = ["barge.md", "lock.md", "quay.md", "tide.md"];
const UNBOUND = ["barge.md", "tide.md"];

test("after a publish nothing is asked of articles whose files stayed, but where one leads nowhere", async () => {
  const { content, run, asked } = await publishedSite();
  expect(await asked()).toEqual({ told: ["reef.md"], remembered: PLAIN });
  writeFileSync(join(content, "barge.md"), dated("# Barge\n\nAnother text."));
  expect(await asked()).toEqual({
    told: ["barge.md", "reef.md"],
    remembered: ["lock.md", "quay.md", "tide.md"],
  });
  const { changes, problems } = await run();
  expect([changes.changed, changes.kept]).toEqual([1, 4]);
  expect(problems.map(({ file }) => file)).toEqual(["reef.md", "tide.md"]);
  expect(await asked()).toEqual({ told: ["reef.md"], remembered: PLAIN });
});

test("a file that was touched and says the same is the same", async () => {
  const { content, asked } = await publishedSite();
  utimesSync(join(content, "barge.md"), NOW, NOW);
  expect((await asked()).remembered).toEqual(PLAIN);
});

describe("what leads further is read anew when", () => {
  test("a file comes or goes", async () => {
    const { content, asked } = await publishedSite();
    writeFileSync(join(content, "new.svg"), FILES["content/lock.svg"]);
    expect((await asked()).remembered).toEqual(UNBOUND);
    rmSync(join(content, "new.svg"));
    expect((await asked()).remembered).toEqual(PLAIN);
    rmSync(join(content, "lock.svg"));
    expect((await asked()).remembered).toEqual(UNBOUND);
  });

  test("a static file is another one, or comes", async () => {
    const { folder, asked } = await publishedSite();
    writeFileSync(join(folder, "static/map.pdf"), "Another map.");
    expect((await asked()).remembered).toEqual(UNBOUND);
    writeFileSync(join(folder, "static/map.pdf"), "A map.");
    writeFileSync(join(folder, "static/new.pdf"), "New.");
    expect((await asked()).remembered).toContain("barge.md");
  });
});

describe("all is read anew", () => {
  test.for([
    ["with --full", { full: true }],
    ["with --drafts, which were left out before", { drafts: true }],
    ["where articles with errors are left out", { skipInvalid: true }],
    ["at another address", { url: "https://mole.example" }],
    ["with a clock that stands behind", { now: NOW }],
  ] as const)("%s", async ([, flags]) => {
    const { asked } = await publishedSite();
    expect((await asked(flags)).remembered).toEqual([]);
  });

  test("once an instant has come that the folder names", async () => {
    const adopted = '[[adopted]]\npath = "barge.md"\ndate = 2025-07-02T00:00:00Z\n';
    const { asked } = await publishedSite({ "content/adopted.toml": adopted });
    expect((await asked()).remembered).toContain("quay.md");
    expect((await asked({ now: NOW + 3 * 86_400 })).remembered).toEqual([]);
  });

  test("under other settings", async () => {
    const { content, asked } = await publishedSite();
    writeFileSync(
      join(content, "site.toml"),
      `${FILES["content/site.toml"]}redirects = { "/a" = "/articles/barge" }\n`,
    );
    expect((await asked()).remembered).toEqual([]);
  });

  test.for([
    ["dates by git", 'dates = "git"\n'],
    ["enclosures that are asked for", 'enclosure_hosts = ["mole.example"]\n'],
  ])("of a site with %s: there an article goes by more than its file", async ([, settings = ""]) => {
    const { asked } = await publishedSite({ "content/site.toml": `${SITE_TOML}${settings}` });
    expect((await asked()).remembered).toEqual([]);
  });

  test("where an article is to come by itself", async () => {
    const { asked } = await publishedSite({
      "content/later.md": dated("Later.").replace("2025-06", "2026-06"),
    });
    expect((await asked()).remembered).toEqual([]);
  });
});

test("what another machine published counts, whatever is remembered here", async () => {
  const { content, store, run, persistTo } = await publishedSite();
  const elsewhere = contentFolder({ ...FILES, "content/barge.md": dated("# Barge\n\nOf another machine.") });
  const flags = { content: join(elsewhere, "content"), persistTo: temporaryFolder(), now: NOW + 2 * 3600 };
  await bake(flags, async () => store);
  writeFileSync(join(content, "quay.md"), dated("# Quay\n\nHigh."));
  const { changes } = await run({ now: NOW + 9 * 3600 });
  expect([changes.changed, persistTo === ""]).toEqual([2, false]);
});
