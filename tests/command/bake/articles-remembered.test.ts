import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { RememberedArticle } from "../../../src/article/remembered-article.ts";
import { REACHES } from "../../../src/article/remembered-article.ts";
import type { ArticleOfFile } from "../../../src/cache/remembered-articles.ts";
import { rememberSite } from "../../../src/command/bake/remember-site.ts";
import { temporaryFolder } from "../../content-folder.ts";
import type { Articles } from "./published-site.ts";
import { articlesIn, fileOf, of, opened, publishedSite, recalled } from "./published-site.ts";

const PATHS = ["a.md", "b/c.md", "d.md", "e.md", "f.md"];
const MEDIA = ["in.svg", "static.svg"];
const fate = fc.record({
  becomes: fc.constantFrom("stays", "another", "gone"),
  isRead: fc.boolean(),
  isTold: fc.boolean(),
  reach: fc.constantFrom(...REACHES),
  isRooted: fc.boolean(),
  files: fc.subarray(MEDIA),
});
const GONE = { becomes: "gone", isRead: false, isTold: false } as const;
const bake = fc.record({
  fates: fc.array(fate, { minLength: PATHS.length, maxLength: PATHS.length }),
  areAllMedia: fc.boolean(),
});

test("articles are remembered that go by their own files, bake after bake, be they others or as before", () => {
  fc.assert(
    fc.property(fc.array(bake, { minLength: 1, maxLength: 4 }), (bakes) => {
      const folder = join(temporaryFolder(), "cache");
      let before: Articles = new Map();
      for (const [round, { fates, areAllMedia }] of bakes.entries()) {
        const cache = opened(folder);
        const known = recalled(cache);
        const [stays, articles]: [number[], RememberedArticle[]] = [[], []];
        const files = new Map<string, Omit<ArticleOfFile, "article">>();
        const expected = new Map<string, ArticleOfFile>();
        for (const [at, path] of PATHS.entries()) {
          const { becomes, isRead, isTold, ...said } = fates[at] ?? GONE;
          const row = known?.articles.rows.rowOf(path) ?? -1;
          const isNew = becomes === "another";
          if (becomes === "gone" || (becomes === "stays" && row < 0)) continue;
          const article = isNew
            ? of(path, { ...said, title: `${round}` })
            : (before.get(path)?.article ?? of(path));
          if (isNew) articles.push(article);
          else stays.push(row);
          if (isNew && isRead) files.set(path, fileOf(`${path} of ${round}`, at % 2 === 0));
          const file = isNew && isRead ? files.get(path) : before.get(path);
          const namesStatic = article.files.includes("static.svg") && !article.isRooted;
          const goesByItself = article.reach === "none" || (areAllMedia && !namesStatic);
          if (file === undefined || isTold || !goesByItself) continue;
          const { sha256, hasProblems } = file;
          expected.set(path, { sha256, hasProblems, article });
        }
        const told = PATHS.filter((_, at) => fates[at]?.isTold);
        const named = MEDIA.map((path) => [path, path === "static.svg" ? `../${path}` : path] as const);
        const media = areAllMedia ? MEDIA : ["in.svg"];
        rememberSite(publishedSite(cache, { recalled: known, stays, articles, files, told, named, media }));
        cache.close();
        const next = opened(folder);
        before = articlesIn(recalled(next));
        next.close();
        expect(before).toEqual(expected);
      }
    }),
    { numRuns: 60 },
  );
});
