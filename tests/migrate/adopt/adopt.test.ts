import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { BakedSite } from "../../../src/bake/bake-site.ts";
import { bakeFolder, bodyOf, NOW } from "../../bake/baked-folder.ts";
import { contentFolder, SITE_TOML } from "../../content-folder.ts";
import { oldServer } from "../old-server.ts";
import { adoptHere, adoptReport, fileOf } from "./adopt-here.ts";

const OLD_TOML = `title = "The Quay"
url = "https://quay.example"
authority = "old.example,2011"
permalink = "/{year}/{month}/{slug}/"
`;
const COUNT = 10;

/** Articles of ten days, each at some second. */
function articles(isExact: boolean): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: COUNT }, (_, at) => {
      const day = String(at + 11);
      const time = isExact ? `T09:30:${day}Z` : "";
      return [
        `posts/tide-${at}.md`,
        `---\ntitle: Tide ${at} & more\ndate: 2025-06-${day}${time}\n---\nWater ${at}.\n`,
      ];
    }),
  );
}

const oldSite = () => bakeFolder(contentFolder({ "site.toml": OLD_TOML, ...articles(true) }));
const newFolder = () => contentFolder({ "site.toml": SITE_TOML, ...articles(false) });

function identities({ articles }: BakedSite) {
  return [...articles]
    .map(({ id, address, published }) => ({ id, address, published }))
    .sort((a, b) => a.published - b.published);
}

describe("a folder adopts", () => {
  test.for(["rss.xml", "atom.xml", "feed.json"])(
    "the whole of an old %s: ids, addresses, and dates to the second",
    async (name) => {
      const old = oldSite();
      const content = newFolder();
      const report = await adoptReport(content, [fileOf(bodyOf(old, `/${name}`), name)]);
      expect(report.feeds[0]).toMatchObject({ address: `/${name}`, left: [], missing: [], otherIds: 0 });
      expect(report).toMatchObject({ became: "written", entries: { adopted: COUNT, feeds: 1 } });
      const baked = bakeFolder(content);
      expect(identities(baked)).toEqual(identities(old));
      expect(baked.problems.filter(({ file }) => file === "adopted.toml")).toEqual([]);
    },
  );

  test("a feed by its address, with its pages and its last change", async () => {
    const old = bodyOf(oldSite(), "/rss.xml");
    const items = old
      .split("<item>")
      .slice(1)
      .map((one) => `<item>${one.split("</item>")[0]}</item>`);
    const page = (list: readonly string[], next: string) =>
      `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Q</title><link>https://quay.example/</link>${next}${list.join("")}</channel></rss>`;
    const { origin } = await oldServer((self) => ({
      "/feed/": page(items.slice(0, 4), `<atom:link rel="next" href="${self}/feed/?page=2"/>`),
      "/feed/?page=2": page(items.slice(4), ""),
    }));
    const content = newFolder();
    const report = await adoptReport(content, [`${origin}/feed/`]);
    expect(report.feeds[0]?.taken).toHaveLength(COUNT);
  });
});

test("a second run changes nothing, and what people wrote stays", async () => {
  const feed = fileOf(bodyOf(oldSite(), "/rss.xml"));
  const content = newFolder();
  const file = join(content, "adopted.toml");
  writeFileSync(file, '[[adopted]]\nid = "mine"\npath = "posts/tide-3.md"\n');
  await adoptReport(content, [feed]);
  const written = readFileSync(file, "utf8");
  expect(written).toContain('path = "posts/tide-3.md"\nid = "mine"\naddress = "/2025/06/tide-3/"\n');
  expect(await adoptReport(content, [feed])).toMatchObject({ became: "unchanged", feeds: [{ otherIds: 1 }] });
  expect(readFileSync(file, "utf8")).toBe(written);
});

test("comments that people wrote stay above the entries that they stand at", async () => {
  const content = newFolder();
  const file = join(content, "adopted.toml");
  const feed = fileOf(bodyOf(oldSite(), "/rss.xml"));
  writeFileSync(
    file,
    `# Ours.

# The third.
[[adopted]] # by hand
path = "posts/tide-3.md"
# not "#4"
id = "#3" # with a sharp

# The end.
`,
  );
  await adoptReport(content, [feed]);
  const written = readFileSync(file, "utf8");
  expect(written).toMatch(/^# What readers of the old site know.*\n# Ours\.\n\n\[\[feed\]\]/);
  expect(written).toContain(
    '\n# The third.\n# by hand\n# not "#4"\n# with a sharp\n[[adopted]]\npath = "posts/tide-3.md"\nid = "#3"\n',
  );
  expect(written).toMatch(/\n\n# The end\.\n$/);
  expect(await adoptReport(content, [feed])).toMatchObject({ became: "unchanged" });
});

test.for([
  {
    name: "an id with a control character",
    text: "<guid>a&#7;b</guid><link>https://quay.example/one/</link>",
  },
  { name: "an id that is too long", text: `<guid>${"x".repeat(2001)}</guid>` },
  { name: "a link with a control character", text: "<link>https://quay.example/one/&#13;</link>" },
])("$name makes no file that a bake refuses", async ({ text }) => {
  const content = newFolder();
  await adoptReport(content, [feedOf(item(`<title>Tide 0 &amp;amp; more</title>${text}`))]);
  expect(bakeFolder(content).problems.filter(({ severity }) => severity === "error")).toEqual([]);
});

test("a show keeps its podcast:guid, and is told to need its table", async () => {
  const guid = "917393e3-1b1e-5cef-ace4-edaa54e1f810";
  const text = `<rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Q</title><link>https://quay.example/</link><atom:link rel="self" href="https://quay.example/show.xml"/><podcast:guid>${guid}</podcast:guid></channel></rss>`;
  const one =
    "<item><title>Tide 1 &amp;amp; more</title><guid>x</guid><pubDate>Thu, 12 Jun 2025 09:30:11 GMT</pubDate></item>";
  const feed = fileOf(text.replace("</channel>", `${one}</channel>`));
  const content = newFolder();
  const { feeds } = await adoptReport(content, [feed]);
  expect(feeds[0]?.remarks).toEqual([expect.stringContaining("has no table [podcast]")]);
  expect(readFileSync(join(content, "adopted.toml"), "utf8")).toContain(`podcast_guid = "${guid}"\n`);
  writeFileSync(join(content, "site.toml"), `${SITE_TOML}[podcast]\n`);
  expect((await adoptReport(content, [feed])).feeds[0]?.remarks).toEqual([]);
  expect(bodyOf(bakeFolder(content), "/show.xml")).toContain(`<podcast:guid>${guid}</podcast:guid>`);
});

test("a dry run writes nothing, here and anywhere", async () => {
  const content = newFolder();
  const { exitCode, stdout } = await adoptHere(
    content,
    [fileOf(bodyOf(oldSite(), "/rss.xml"))],
    ["--dry-run"],
  );
  expect(exitCode).toBe(0);
  expect(stdout).toContain("10 items, 10 found in the folder (10 by title and date).\n");
  expect(stdout).toContain(`Would write ${join(content, "adopted.toml")}: 10 articles and 1 feed.\n`);
  expect(existsSync(join(content, "adopted.toml"))).toBe(false);
});

const item = (fields: string) => `<item>${fields}<pubDate>Wed, 11 Jun 2025 09:30:11 GMT</pubDate></item>`;
const feedOf = (...items: readonly string[]) =>
  fileOf(
    `<rss version="2.0"><channel><title>Q</title><link>https://quay.example/</link>${items.join("")}</channel></rss>`,
  );

test("an item that is doubtful is left, and one that the folder lacks is told", async () => {
  const doubtful = item("<title>Else</title><link>https://quay.example/a/tide-7</link><guid>x</guid>");
  const gone = item("<title>Gone</title><link>https://quay.example/gone/</link><guid>y</guid>");
  const { stdout } = await adoptHere(newFolder(), [feedOf(doubtful, gone)], ["--yes"]);
  expect(stdout.split("\n").slice(1, 3)).toEqual([
    '  left: "Else" of 2025-06-11 (https://quay.example/a/tide-7) may be posts/tide-7.md, by last part of the address',
    '  not in the folder: "Gone" of 2025-06-11 (https://quay.example/gone/)',
  ]);
});

test("an old address finds its article by the redirects and aliases of the site, on any host that it had", async () => {
  const settings = `${SITE_TOML}hosts = ["old.example"]\n[redirects]\n"/?p=7" = "/articles/tide-7"\n"/blog/*" = "/articles/:splat"\n`;
  const content = contentFolder({ "site.toml": settings, ...articles(true) });
  const links = [
    "https://quay.example/?p=7",
    "http://www.old.example/blog/tide-2",
    "https://quay.example/articles/tide-4/",
  ];
  const others = ["https://else.example/articles/tide-5"];
  const items = [...links, ...others].map(
    (link, at) =>
      `<item><title>T${at}</title><link>${link}</link><guid isPermaLink="false">${at}</guid></item>`,
  );
  const { feeds } = await adoptReport(content, [feedOf(...items)]);
  expect(feeds[0]?.taken.map(({ path, by }) => `${path} ${by}`)).toEqual([
    "posts/tide-7.md address",
    "posts/tide-2.md address",
    "posts/tide-4.md address",
  ]);
});

describe("refused is", () => {
  test("a folder with errors, whose articles cannot be told", async () => {
    const content = contentFolder({ "site.toml": SITE_TOML, "a.md": "---\ntitle: [\n---\nText." });
    const { exitCode, stderr } = await adoptHere(content, [feedOf()]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain("a.md:");
    expect(stderr).toContain("Nothing was adopted: the folder has errors");
  });

  test.for([
    { name: "a page", text: "<!doctype html><p>No feed</p>", says: "is a web page" },
    {
      name: "an export",
      text: '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version></channel></rss>',
      says: "is an export, and no feed",
    },
    { name: "nothing", text: "", says: "is empty" },
  ])("$name in place of a feed", async ({ text, says }) => {
    const { exitCode, stderr } = await adoptHere(newFolder(), [fileOf(text)]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(says);
  });
});

test("a site that is published keeps its ids, and its bake says so", async () => {
  const content = newFolder();
  const before = bakeFolder(content);
  await adoptReport(content, [fileOf(bodyOf(oldSite(), "/rss.xml"))]);
  const after = bakeFolder(content, before.ledger, NOW + 3600);
  expect([...after.articles].map(({ id }) => id)).toEqual([...before.articles].map(({ id }) => id));
  const [told, ...others] = after.problems.filter(({ file }) => file === "adopted.toml");
  expect(told?.severity).toBe("notice");
  expect(told?.message).toMatch(
    /^names the id tag:old.example,2011:posts\/tide-0 \(and 9 more entries alike\), but /,
  );
  expect(others).toEqual([]);
});
