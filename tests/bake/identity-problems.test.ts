import { describe, expect, test } from "vitest";
import type { Site } from "../../src/article/site.ts";
import { identityProblems } from "../../src/bake/problems/identity-problems.ts";
import type { Identification } from "../../src/ledger/identification.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { EMPTY_LEDGER } from "../../src/ledger/ledger.ts";
import { NOBODY } from "../ledger/nobody.ts";
import { ledgerBut, recordBut } from "../ledger/records.ts";
import { siteWith, sourcesOf } from "./small-site.ts";
import { pathOf } from "./values.ts";

const AUTHORITY = "quay.example,2025";
const site = siteWith();
const unpinned = siteWith("", 'title = "The Quay"\nurl = "https://quay.example"\n');
const NOTHING: Identification = {
  articles: [],
  ...NOBODY,
  records: [],
};

function articleOf(fields: string) {
  const [source] = sourcesOf({ "tea.md": `---\n${fields}\n---\nTea.\n` });
  if (source === undefined) throw new TypeError("no source");
  return { source, record: recordBut({ ordinal: 0, published: 86_400 }) };
}

describe("a publisher is told", () => {
  const plain = articleOf("title: Tea");
  test.for([
    {
      name: "of two articles with one id",
      found: { clashes: [{ source: plain.source, with: pathOf("rain.md") }] },
      severity: "error",
      message: "has the same id as rain.md; give one of them an id: of its own",
    },
    {
      name: "of an id that comes too late",
      found: { lateIds: [articleOf("id: urn:tea")] },
      severity: "warning",
      message:
        "asks for the id urn:tea, but was published as tag:quay.example,2025:a0, which stays; write that id, or remove id:",
    },
    {
      name: "of an address that is taken",
      found: { articles: [articleOf("permalink: /tea"), plain, articleOf("permalink: /articles/a0")] },
      severity: "warning",
      message: "asks for the address /tea, which is taken; it has /articles/a0. Give it a path of its own",
    },
    {
      name: "of an address that the site needs itself",
      found: { articles: [articleOf("permalink: /rss.xml"), plain] },
      severity: "warning",
      message:
        "asks for the address /rss.xml, where the site keeps its own pages and feeds; it has /articles/a0. Give it a path of its own",
    },
    {
      name: "of an alias that another article has",
      found: { articles: [articleOf("aliases: [/old, /articles/a0]"), plain] },
      severity: "warning",
      message: "has the alias /old, which is another article's; remove it",
    },
    {
      name: "of an alias that the site needs itself",
      found: { articles: [articleOf("aliases: [/rss.xml]"), plain] },
      severity: "warning",
      message: "has the alias /rss.xml, where the site keeps its own pages and feeds; remove it",
    },
    {
      name: "of a last change to come",
      found: { lateUpdates: [articleOf("updated: 2099-01-01")] },
      severity: "warning",
      message:
        "says it was updated at 2099-01-01T00:00:00Z, which is in the future, so that does not count yet; correct it",
    },
    {
      name: "of many articles without a date, together",
      found: { articles: [plain, plain, plain, plain, plain] },
      severity: "notice",
      message:
        'and 4 other articles have no date, so that of this first publication counts; add date: to each, or dates = "git" to site.toml',
    },
    {
      name: "of a date to come on an article that is there",
      found: { lateDates: [plain] },
      severity: "warning",
      message: "is dated in the future, but is already published; it keeps 1970-01-02T00:00:00Z",
    },
  ] as const)("$name", ({ found, severity, message }) => {
    const problems = identityProblems({ ...NOTHING, ...found }, site, EMPTY_LEDGER, AUTHORITY);
    expect(problems).toEqual([{ file: "tea.md", line: null, severity, message }]);
  });

  test("which authority to pin, before the first publication", () => {
    expect(identityProblems(NOTHING, unpinned, EMPTY_LEDGER, AUTHORITY)).toEqual([
      {
        file: "site.toml",
        line: null,
        severity: "notice",
        message:
          'names no authority, so ids begin with "tag:quay.example,2025" from now on; add authority = "quay.example,2025" to pin them',
      },
    ]);
  });

  const told = (site: Site, ledger: Ledger, authority: string) =>
    identityProblems(NOTHING, site, ledger, authority).map(({ file, severity, message }) => [
      file,
      severity,
      message,
    ]);

  test("that a site without an address has ids that are only good for trying it out", () => {
    expect(told({ ...unpinned, homeHost: null }, EMPTY_LEDGER, "site-1.invalid,2026")).toEqual([
      [
        "site.toml",
        "notice",
        'names neither url nor authority, so ids begin with "tag:site-1.invalid,2026"; set both before others read the site, since ids stay as they are',
      ],
    ]);
  });

  test("each time, that ids from the time when sites without an address had one name may be another site's too", () => {
    const shared = "site.invalid,2025";
    expect(told(unpinned, ledgerBut({ authority: shared }), shared)).toEqual([
      [
        "site.toml",
        "notice",
        'names no authority, so ids begin with "tag:site.invalid,2025", as those of other sites may; what is published keeps its ids, and with an authority such as "quay.example,2026" new articles get ids that are nobody else\'s',
      ],
    ]);
  });

  test("each time, that a site keeps ids from the time before it had an authority", () => {
    expect(told(site, ledgerBut({ authority: "site-1.invalid,2026" }), AUTHORITY)).toEqual([
      [
        "site.toml",
        "notice",
        'gives new articles ids that begin with "tag:quay.example,2025"; those published before keep theirs, which begin with "tag:site-1.invalid,2026". If nobody reads the site yet, begin anew with --replace-site',
      ],
    ]);
    for (const same of [AUTHORITY, "site-1.invalid,2026"])
      expect(told(site, ledgerBut({ authority: same }), same)).toEqual([]);
  });

  test.for([
    { name: "where site.toml names an authority", site, ledger: EMPTY_LEDGER },
    { name: "where the ledger keeps one", site: unpinned, ledger: ledgerBut({}) },
  ])("nothing $name", ({ site, ledger }) => {
    expect(identityProblems(NOTHING, site, ledger, AUTHORITY)).toEqual([]);
  });
});

test("a few articles without a date are news, and so nothing is said of them", () => {
  const few = Array(4).fill(articleOf("title: Tea"));
  expect(identityProblems({ ...NOTHING, articles: few }, site, EMPTY_LEDGER, AUTHORITY)).toEqual([]);
});

test("articles without a date that were published before have that of their first publication, and nothing is said", () => {
  const many = Array(5).fill(articleOf("title: Tea"));
  const before = ledgerBut({ articles: [recordBut({ ordinal: 0 })] });
  expect(identityProblems({ ...NOTHING, articles: many }, site, before, AUTHORITY)).toEqual([]);
});

test.for(["date: 2025-06-01", "page: true"])("many articles with %s are none without a date", (matter) => {
  const many = Array(5).fill(articleOf(matter));
  expect(identityProblems({ ...NOTHING, articles: many }, site, EMPTY_LEDGER, AUTHORITY)).toEqual([]);
});

test("where commits date articles already, they are not recommended", () => {
  const many = Array(5).fill(articleOf("title: Tea"));
  const dated = siteWith('dates = "git"\n');
  expect(identityProblems({ ...NOTHING, articles: many }, dated, EMPTY_LEDGER, AUTHORITY)).toMatchObject([
    {
      message:
        "and 4 other articles have no date, so that of this first publication counts; add date: to each",
    },
  ]);
});
