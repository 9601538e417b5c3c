import { describe, expect, test } from "vitest";
import { SumSet } from "../../src/article/sum-set.ts";
import { bakeDocuments } from "../../src/bake/bake-documents.ts";
import type { BakeInput } from "../../src/bake/bake-input.ts";
import type { BakedSite } from "../../src/bake/bake-site.ts";
import { bakeSite } from "../../src/bake/bake-site.ts";
import { openBake } from "../../src/bake/open-bake.ts";
import { storeRepresentation } from "../../src/bake/store-representation.ts";
import { ledgerBut, recordBut } from "../ledger/records.ts";
import { inputOf, siteWith } from "./small-site.ts";
import { mediaFile, NOW, pathOf } from "./values.ts";

const HOUR = 3600;
const FILES = {
  "tea.md": "---\ndate: 2025-06-30\naliases: [/was-tea]\ntags: [sea]\n---\n![Lock](lock.png)\n",
  "about.md": "---\npage: true\n---\nWe are here.\n",
};
const media = [mediaFile("lock.png", "lock"), mediaFile("copy.png", "lock"), mediaFile("boat.png")];

function bake(files: Readonly<Record<string, string>>, fields: Partial<BakeInput> = {}): BakedSite {
  return bakeSite(inputOf(files, { media, ...fields }));
}

const changed = ({ documents }: BakedSite) =>
  documents.flatMap(({ key, representation }) => (representation === null ? [] : [key]));
const documentAt = ({ documents }: BakedSite, key: string) => documents.find((one) => one.key === key);

describe("the documents of a bake", () => {
  test("are written so that nothing names what is not there: media, articles, all else, what is past", () => {
    const { documents } = bake(FILES);
    const parts = documents.map(({ part }) => part);
    expect(parts.filter((part, at) => part !== parts[at - 1])).toEqual([
      "media",
      "article",
      "other",
      "article",
      "other",
      "past",
    ]);
    expect(documents.map(({ key }) => key).slice(0, 5)).toEqual([
      expect.stringMatching(/^\/media\/\w{20}\.css$/),
      media[0]?.address,
      media[2]?.address,
      "/articles/tea",
      "/feed.css",
    ]);
  });

  test("tell media files and other parts of pages apart, also where none of them changed", () => {
    const first = bake(FILES);
    const again = bake(FILES, { ledger: first.ledger, now: NOW + HOUR });
    for (const { documents, pageFiles, ledger } of [first, again]) {
      const files = documents.filter(({ part }) => part === "media");
      if (documents === first.documents) expect(pageFiles).toEqual(files.map(({ record }) => record));
      const keys = first.documents.filter(({ part }) => part === "media").map(({ key }) => key);
      expect(pageFiles).toEqual(keys.map((key) => ledger.documents.get(key)));
      expect(pageFiles).toHaveLength(3);
    }
  });

  test("have each memory beside them that a lost ledger is rebuilt from", () => {
    const site = bake({ "tea.md": FILES["tea.md"] });
    const gone = bake({}, { ledger: site.ledger, now: NOW + HOUR });
    const memoriesOf = ({ documents }: BakedSite) =>
      documents.flatMap(({ key, representation }) => {
        const { memory } = representation?.metadata ?? {};
        return Array.isArray(memory) ? [`${key} ${memory.slice(0, 2).join(" ")}`] : [];
      });
    expect(memoriesOf(site)).toEqual([
      "/articles/tea article 0",
      "/tags/sea channel 0",
      "error/404 site quay.example,2025",
      "/was-tea earlier 0",
    ]);
    expect(memoriesOf(gone)).toEqual([
      "/tags/sea channel 0",
      "/articles/tea article 0",
      "/was-tea earlier 0",
    ]);
  });

  test("are what the past of an article answers: moved, then gone", () => {
    const site = bake(FILES);
    const gone = bake({}, { ledger: site.ledger, now: NOW + HOUR });
    const statusAt = (baked: BakedSite, key: string) =>
      documentAt(baked, key)?.representation?.metadata.status;
    expect(["/was-tea", "/articles/tea"].map((key) => statusAt(site, key))).toEqual([301, 200]);
    expect(["/was-tea", "/articles/tea"].map((key) => statusAt(gone, key))).toEqual([410, 410]);
  });

  test("are put into the store that is given, and timed there", () => {
    const instants = [0, 10, 25];
    const stored: string[] = [];
    const site = bakeSite(
      { ...inputOf({}), clock: () => instants.shift() ?? 100 },
      (metadata, body, items) => {
        stored.push(metadata.kind);
        return storeRepresentation(metadata, body, items);
      },
    );
    expect(stored).toHaveLength(changed(site).length);
    expect(site.timings).toEqual({ renderMs: 85, compressMs: 15 });
  });

  test("are not rendered where an earlier bake knows them", () => {
    const first = bake(FILES);
    const unread = inputOf(FILES, { media, ledger: first.ledger, now: NOW + HOUR, known: first.known });
    const sources = [...unread.sources].map((source) => ({
      ...source,
      readText: () => {
        throw new Error(`${source.path} was read`);
      },
    }));
    const again = bakeSite({ ...unread, sources });
    expect(changed(again)).toEqual([]);
    expect(again.count).toBe(first.count);
    expect([...again.ledger.documents]).toEqual([...first.ledger.documents]);
    expect(Buffer.from(again.known.bytes)).toEqual(Buffer.from(first.known.bytes));
    expect(() => bakeSite({ ...unread, sources, known: new SumSet() })).toThrow("was read");
  });
});

describe("documents that are asked for though they did not change", () => {
  const site = siteWith('[redirects]\n"/old" = "/articles/tea"\n"/all/*" = "/articles/:splat"\n');
  const files = { ...FILES, "rain.md": "---\naliases: [/was-rain]\n---\nRain.\n" };
  const { "rain.md": _, ...rest } = files;

  test("are given, and no other is looked at", () => {
    const before = bake(files, { site });
    const first = bake(rest, { site, ledger: before.ledger, now: NOW + HOUR });
    const { known } = first;
    const open = openBake(inputOf(rest, { media, site, known, ledger: first.ledger, now: NOW + 2 * HOUR }));
    const keys = [...first.ledger.documents.keys()];
    for (const asked of ["/articles/tea", "/articles/rain", "/was-tea", "/rss.xml", media[2]?.address ?? ""])
      expect(keys).toContain(asked);
    expect(keys.some((key) => key.startsWith("redirects"))).toBe(true);
    for (const key of keys) {
      const given = [...bakeDocuments(open, storeRepresentation, new Set([key]))].flatMap(
        ({ document }) => document ?? [],
      );
      expect(given.map((one) => [one.key, one.representation !== null])).toEqual([[key, true]]);
      expect(given[0]?.record).toEqual(first.ledger.documents.get(key));
      expect(given[0]?.place).toBe(keys.indexOf(key));
    }
  });
});

test("documents that are asked for again are given, though something is wrong with the site", () => {
  const site = siteWith('[redirects]\n"/a" = "/a"\n');
  const first = bake(FILES, { site });
  expect(first.problems).toMatchObject([{ severity: "error" }]);
  const open = openBake(inputOf(FILES, { media, site, ledger: first.ledger, now: NOW + HOUR }));
  const given = [...bakeDocuments(open, storeRepresentation, new Set(["/articles/tea"]))];
  expect(given.flatMap(({ document }) => document?.key ?? [])).toEqual(["/articles/tea"]);
  expect(given.flatMap(({ problems }) => problems)).toEqual([]);
});

describe("feeds that the publisher wants anew", () => {
  test("have a new edition, and no other document has", () => {
    const first = bake(FILES);
    const again = bake(FILES, { ledger: first.ledger, now: NOW + HOUR, renewFeeds: true });
    expect(changed(again).toSorted()).toEqual(
      ["", "/tags/sea"]
        .flatMap((at) => ["/atom.xml", "/feed.json", "/rss.xml"].map((name) => at + name))
        .toSorted(),
    );
  });
});

test("redirects to documents lead there; those to nothing are told", () => {
  const files = { ...FILES, "code.md": "---\ndate: 2025-06-01\n---\n```js\nbrew()\n```\n" };
  const { documents } = bake(files);
  const sheet = documents.find(({ key }) => key.endsWith(".css"))?.key;
  const lines = { "/a": "/nowhere", "/b": "/articles/tea", "/c": sheet, "/d": media[0]?.address };
  const settings = Object.entries(lines).map(([from, to]) => `"${from}" = "${to}"\n`);
  const { problems } = bake(files, { site: siteWith(`[redirects]\n${settings.join("")}`) });
  expect(problems.map(({ message }) => message.split(",")[0])).toEqual([
    'redirect from "/a" leads to "/nowhere"',
  ]);
});

test("an article that was published where a document of the site stands by now gives way, and is told", () => {
  const before = recordBut({ ordinal: 0, path: pathOf("tea.md"), address: "/tags/sea" });
  const site = bake({ "tea.md": FILES["tea.md"] }, { ledger: ledgerBut({ articles: [before] }) });
  expect(
    site.problems.map(({ file, severity, message }) => `${severity}: ${file} ${message.split(",")[0]}`),
  ).toEqual(["error: tea.md asks for the address /tags/sea"]);
  expect(site.documents.filter(({ key }) => key === "/tags/sea")).toHaveLength(1);
});

describe("what the gate says", () => {
  const dated = "---\ndate: 0001-01-01\n---\nText.\n";

  test("is no more than what changes asks for, where all that is wrong are warnings", () => {
    const files = { "ship.md": "---\ndate: 1912-04-15\n---\nText.\n", "tea.md": "[x](gone.md)" };
    const first = bake(files);
    expect(first.problems.map(({ file }) => file)).toContain("ship.md");
    const again = bake(files, { ledger: first.ledger, now: NOW + HOUR });
    expect(again.problems.map(({ file, severity }) => [file, severity])).toEqual([["tea.md", "warning"]]);
  });

  test("is told of what is about to be published, and not of what is", () => {
    const first = bake({ "tea.md": dated });
    expect(first.problems.map(({ file }) => file)).toContain("tea.md");
    expect(bake({ "tea.md": dated }, { ledger: first.ledger, now: NOW + HOUR }).problems).toEqual([]);
  });
});

describe("an address where a document of the site stands", () => {
  test.for(["/tags/sea", "/tags/later", "/archive/1/rss.xml", "/dates/2025/07"])(
    "is left to it, also before it stands there: %s",
    (permalink) => {
      const site = bake({ "tea.md": `---\npermalink: ${permalink}\ntags: [sea]\n---\nTea.\n` });
      expect(site.problems).toEqual([
        {
          file: "tea.md",
          line: null,
          severity: "warning",
          message: `asks for the address ${permalink}, where the site keeps its own pages and feeds; it has /articles/tea. Give it a path of its own`,
        },
      ]);
      expect(site.documents.map(({ key }) => key)).toContain("/articles/tea");
    },
  );

  test("is left to it where the pattern of the site leads there, and told once, of the setting", () => {
    const site = bake(
      { "sea.md": "---\ntitle: Sea\ntags: [sea]\n---\nTea.\n", "tea.md": FILES["tea.md"] },
      { site: siteWith('permalink = "/tags/{slug}"\n') },
    );
    expect(site.problems).toEqual([
      {
        file: "site.toml",
        line: null,
        severity: "error",
        message:
          '"permalink" is "/tags/{slug}", where the site keeps its own pages and feeds; write another, such as "/articles/{slug}"',
      },
    ]);
    const keys = site.documents.map(({ key }) => key);
    expect(keys).toHaveLength(new Set(keys).size);
  });

  test.for([
    {
      name: "an alias",
      files: { "tea.md": FILES["tea.md"].replace("/was-tea", "/tags/sea") },
      file: "tea.md",
    },
    {
      name: "a redirect",
      files: { "tea.md": FILES["tea.md"] },
      site: siteWith('[redirects]\n"/tags/sea" = "/"\n'),
      file: "site.toml",
    },
    {
      name: "a temporary redirect",
      files: { "tea.md": FILES["tea.md"] },
      site: {
        ...siteWith(),
        redirects: new Map([["/tags/sea", { to: "/", status: 302, file: "_redirects", line: null }]]),
      },
      file: "site.toml",
    },
  ])("is left to it, and $name is told", ({ files, file, site = siteWith() }) => {
    const baked = bake(files, { site });
    expect(baked.problems).toEqual([
      {
        file,
        line: null,
        severity: "warning",
        message:
          "redirects /tags/sea, which belongs to a page or feed of the site; remove the alias or redirect",
      },
    ]);
    expect(documentAt(baked, "/tags/sea")?.representation?.metadata.status).toBe(200);
  });
});
