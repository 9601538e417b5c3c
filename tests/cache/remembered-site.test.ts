import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RememberedArticle } from "../../src/article/remembered-article.ts";
import type { ContentPath } from "../../src/article/values.ts";
import { changedKeys } from "../../src/cache/changed-keys.ts";
import type { ArticleOfFile } from "../../src/cache/remembered-articles.ts";
import type { RememberedSite } from "../../src/cache/remembered-site.ts";
import { SiteRecall } from "../../src/cache/remembered-site.ts";
import { rememberedBut } from "../article/remembered.ts";
import { temporaryFolder } from "../content-folder.ts";
import { anyArticles } from "./any-articles.ts";

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
  archives: { "/archive/1/rss.xml": 2 },
  places: [["/static", false, "seen"]],
  media: [{ path: "boat.svg" as ContentPath, place: "/a/boat.svg", shown: "boat.svg", digest: "digest" }],
};

function folderWith(kept: ReadonlyMap<string, ArticleOfFile>): string {
  const folder = temporaryFolder();
  new SiteRecall(folder, "program").remember(SITE, kept, null);
  return folder;
}

/** What is recalled of articles, by path. */
const articlesIn = (found: ReturnType<SiteRecall["recall"]>) => new Map(found?.articles.rows.entries());

const recalled = (folder: string, program = "program", conditions = SITE.conditions) =>
  new SiteRecall(folder, program).recall(conditions);

test("a site and its articles are recalled as they were remembered, one time after the other", () => {
  fc.assert(
    fc.property(anyArticles, anyArticles, (first, second) => {
      const folder = folderWith(first);
      const memory = new SiteRecall(folder, "program");
      const known = memory.recall(SITE.conditions);
      expect(known?.site).toEqual(SITE);
      expect(articlesIn(known)).toEqual(first);
      const next = new Map([...first, ...second]);
      memory.remember({ ...SITE, now: 8 }, next, changedKeys(next, articlesIn(known)));
      const after = recalled(folder);
      expect(after?.site).toEqual({ ...SITE, now: 8 });
      expect(articlesIn(after)).toEqual(next);
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
  const [a, b] = [...articlesIn(found).values()].map((one) => one.article);
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
  const known = articlesIn(memory.recall(SITE.conditions));
  const next = new Map([...known, of(7, { title: "Ebb" }), of(48)]);
  next.delete("3.md");
  memory.remember(SITE, next, changedKeys(next, known));
  expect(readdirSync(folder)).toContain("articles-amendments.json");
  const articles = articlesIn(recalled(folder));
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
