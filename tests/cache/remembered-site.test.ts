import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RememberedArticle } from "../../src/article/remembered-article.ts";
import { REACHES } from "../../src/article/remembered-article.ts";
import type { ContentPath } from "../../src/article/values.ts";
import type { ArticleOfFile } from "../../src/cache/remembered-articles.ts";
import type { RememberedSite } from "../../src/cache/remembered-site.ts";
import { SiteRecall } from "../../src/cache/remembered-site.ts";
import { rememberedBut } from "../article/remembered.ts";
import { temporaryFolder } from "../content-folder.ts";

const SITE: RememberedSite = {
  conditions: "all as it was",
  url: "https://quay.example",
  idHost: null,
  head: "head",
  now: 7,
  until: null,
  files: "files",
  redirects: "redirects",
  around: "around",
  places: [["/static", false, "seen"]],
  media: [{ path: "boat.svg" as ContentPath, place: "/a/boat.svg", shown: "boat.svg", digest: "digest" }],
};

const text = fc.string({ unit: "grapheme", maxLength: 12 });
const article = fc
  .record({
    path: text as fc.Arbitrary<ContentPath>,
    title: text,
    ordinal: fc.nat(),
    section: fc.option(text),
    tags: fc.array(text, { maxLength: 3 }),
    authors: fc.array(fc.record({ name: text, url: fc.constant(null), email: fc.option(text) }), {
      maxLength: 2,
    }),
    language: text,
    visibility: fc.constantFrom("listed", "unindexed", "unlisted"),
    fingerprint: text,
    reach: fc.constantFrom(...REACHES),
    files: fc.array(text, { maxLength: 2 }),
    episodeArt: fc.array(text, { maxLength: 1 }),
    isRooted: fc.boolean(),
    hasImage: fc.boolean(),
    card: fc.option(text),
    translationKey: fc.option(text),
    translated: fc.option(text),
    hasOwnId: fc.boolean(),
    flags: fc.record(
      { lead: fc.constant(true), needsTextStylesheet: fc.constant(true) },
      { requiredKeys: [] },
    ),
  })
  .map(({ flags, ...told }): RememberedArticle => ({ ...told, ...flags }) as RememberedArticle);

const articles = fc
  .uniqueArray(fc.record({ sha256: text, hasProblems: fc.boolean(), article }), {
    selector: (one) => one.article.path,
    maxLength: 6,
  })
  .map((all) => new Map(all.map((one): [string, ArticleOfFile] => [one.article.path, one])));

function folderWith(kept: ReadonlyMap<string, ArticleOfFile>): string {
  const folder = temporaryFolder();
  new SiteRecall(folder, "program").remember(SITE, kept, null);
  return folder;
}

const recalled = (folder: string, program = "program", conditions = SITE.conditions) =>
  new SiteRecall(folder, program).recall(conditions);

test("a site and its articles are recalled as they were remembered, one time after the other", () => {
  fc.assert(
    fc.property(articles, articles, (first, second) => {
      const folder = folderWith(first);
      const memory = new SiteRecall(folder, "program");
      const known = memory.recall(SITE.conditions);
      expect(known).toEqual({ site: SITE, articles: first });
      const next = new Map([...first, ...second]);
      memory.remember({ ...SITE, now: 8 }, next, known?.articles ?? null);
      expect(recalled(folder)).toEqual({ site: { ...SITE, now: 8 }, articles: next });
    }),
    { numRuns: 40 },
  );
});

test("articles with the same tags and authors have the very same lists", () => {
  const of = (path: string): [string, ArticleOfFile] => {
    const authors = [{ name: "Ann", url: null, email: null }];
    const article = rememberedBut({ path: path as ContentPath, tags: ["sea", "tide"], authors });
    return [path, { sha256: "", hasProblems: false, article }];
  };
  const found = recalled(folderWith(new Map([of("a"), of("b")])));
  const [a, b] = [...(found?.articles.values() ?? [])].map((one) => one.article);
  expect(a?.tags).toBe(b?.tags);
  expect(a?.authors).toBe(b?.authors);
});

test("of many articles those that changed are recalled as they are now, with the lists of the others", () => {
  const tags = ["sea", "tide"];
  const of = (at: number, fields: Partial<RememberedArticle> = {}): [string, ArticleOfFile] => {
    const path = `${at}.md` as ContentPath;
    const article = rememberedBut({ path, tags: [...tags], files: ["a.svg"], ...fields });
    return [path, { sha256: `digest ${at}`, hasProblems: at === 7, article }];
  };
  const many = new Map(Array.from({ length: 48 }, (_, at) => of(at)));
  const folder = folderWith(many);
  const memory = new SiteRecall(folder, "program");
  const known = memory.recall(SITE.conditions);
  const next = new Map([...(known?.articles ?? []), of(7, { title: "Ebb" }), of(48)]);
  next.delete("3.md");
  memory.remember(SITE, next, known?.articles ?? null);
  expect(readdirSync(folder)).toContain("articles-amendments.json");
  const { articles = new Map() } = recalled(folder) ?? {};
  expect(articles).toEqual(next);
  const [changed, other] = ["7.md", "8.md"].map((path) => articles.get(path)?.article);
  expect(changed?.title).toBe("Ebb");
  for (const name of ["tags", "authors", "files", "episodeArt"] as const) {
    expect(changed?.[name], name).toBe(other?.[name]);
  }
});

describe("nothing is recalled", () => {
  test("of another program, or under other conditions", () => {
    const folder = folderWith(new Map());
    expect(recalled(folder)).not.toBeNull();
    expect(recalled(folder, "another")).toBeNull();
    expect(recalled(folder, "program", "other")).toBeNull();
  });

  test("where there is nothing, or where any of its files is damaged or gone", () => {
    expect(recalled(temporaryFolder())).toBeNull();
    for (const [name] of readdirSync(folderWith(new Map())).map((one) => [one])) {
      const folder = folderWith(new Map());
      const file = join(folder, name ?? "");
      const bytes = readFileSync(file);
      writeFileSync(file, bytes.with(3, (bytes[3] ?? 0) ^ 1));
      expect(recalled(folder)).toBeNull();
      rmSync(file);
      expect(recalled(folder)).toBeNull();
    }
  });

  test("of a site of one time with articles of another", () => {
    const folder = folderWith(new Map());
    rmSync(join(folder, "articles.table"));
    // What cannot be written ends it between the two.
    mkdirSync(join(folder, "articles.table"));
    expect(() => new SiteRecall(folder, "program").remember(SITE, new Map(), null)).toThrow();
    expect(readdirSync(folder)).not.toContain("site.json");
    expect(recalled(folder)).toBeNull();
  });
});
