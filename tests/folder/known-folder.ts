import { readdirSync, truncateSync } from "node:fs";
import { join } from "node:path";
import type { RememberedArticle } from "../../src/article/remembered-article.ts";
import { readTable, tableBytes } from "../../src/article/table.ts";
import type { ContentPath } from "../../src/article/values.ts";
import { BuildCache } from "../../src/cache/build-cache.ts";
import { stampNow } from "../../src/cache/file-stamp.ts";
import type { FolderLook } from "../../src/cache/folder-look.ts";
import { lookAtFolder } from "../../src/cache/folder-look.ts";
import { ListPool } from "../../src/cache/list-pool.ts";
import type { ArticleOfFile } from "../../src/cache/remembered-articles.ts";
import { ArticlesInTable, tableOfArticles } from "../../src/cache/table-of-articles.ts";
import type { OpenFolder } from "../../src/folder/open-folder.ts";
import { openFolder } from "../../src/folder/open-folder.ts";
import type { KnownFolder, RecalledSources } from "../../src/folder/recall-sources.ts";
import { recallSources } from "../../src/folder/recall-sources.ts";
import type { ReadSource } from "../../src/folder/sources.ts";
import { parseSources } from "../../src/folder/sources.ts";
import { rememberedBut } from "../article/remembered.ts";
import { must, pathOf } from "../bake/values.ts";
import { contentFolder, SITE_TOML, temporaryFolder } from "../content-folder.ts";

/** A content folder that a bake has read, and what a later one knows of it. */
export interface ReadBefore {
  readonly content: string;
  readonly cacheFolder: string;
  /** Of all files that hold an article, as they were. */
  readonly articles: ArticlesInTable;
}

/** A moment for which all that was just written has lain still for long. */
const later = () => Date.now() + 60_000;

/** Lets a cache learn a folder; `fields` are what is remembered of an article beside its path. */
export function readBefore(
  files: Readonly<Record<string, string>>,
  fields: Readonly<Record<string, Partial<RememberedArticle>>> = {},
): ReadBefore {
  const content = contentFolder({ "site.toml": SITE_TOML, ...files });
  const cacheFolder = join(temporaryFolder(), "cache");
  const { opened, cache } = open({ content, cacheFolder });
  const parsed = parseSources(opened, opened.sources, cache);
  const remembered = [...parsed].flatMap(([path, one]) =>
    one.remembered ? [[path, one.remembered] as const] : [],
  );
  cache.files.remember(new Uint8Array(), new Map(remembered));
  cache.close();
  return { content, cacheFolder, articles: articlesOf(parsed, fields) };
}

/** A folder and its cache as the next bake opens them, which may have looked at all of it. */
interface OpenAgain {
  readonly opened: OpenFolder;
  readonly cache: BuildCache;
  readonly look: FolderLook | null;
  /** Places whose stamps were asked for one by one. */
  readonly asked: readonly string[];
}

export function open(
  { content, cacheFolder }: Pick<ReadBefore, "content" | "cacheFolder">,
  { isLooking = true } = {},
): OpenAgain {
  const look = isLooking ? lookAtFolder(content, (name) => name.startsWith("."), later()) : null;
  const opened = openFolder(content, { drafts: false, entriesOf: look?.entriesOf });
  const asked: string[] = [];
  const stampAt = (place: string) => {
    asked.push(place);
    return look === null ? stampNow(place) : look.stampAt(place);
  };
  const use = { isFull: false, isDry: false, nowMs: later(), stampAt };
  return { opened, cache: new BuildCache(cacheFolder, opened.site, use), look, asked };
}

/** What the next bake recalls of a folder, of whose articles all is known. */
export function recalledOf(
  before: ReadBefore,
  known: Partial<KnownFolder> = {},
  isLooking = true,
): OpenAgain & { readonly recalled: RecalledSources } {
  const again = open(before, { isLooking });
  const stamps = again.look?.stamps ?? null;
  const all = { stamps, articles: before.articles, mayStay: () => true, ...known };
  return { ...again, recalled: recallSources(again.opened, again.cache, all) };
}

/** Takes from a cache what became of its files. */
export function loseOutcomes({ cacheFolder }: ReadBefore): void {
  for (const name of readdirSync(cacheFolder)) {
    if (name.endsWith(".outcomes")) truncateSync(join(cacheFolder, name), 0);
  }
}

/** Paths of articles that stay. */
export function stayingPaths({
  list,
  of,
}: {
  readonly list: Int32Array;
  readonly of: ArticlesInTable["of"];
}) {
  return Array.from(list, of.path);
}

function articlesOf(
  parsed: ReadonlyMap<ContentPath, ReadSource>,
  fields: Readonly<Record<string, Partial<RememberedArticle>>>,
): ArticlesInTable {
  const rows = [...parsed].map(([path, { remembered, problems, asides }]): [string, ArticleOfFile] => {
    const { sha256 } = must(remembered, path);
    const article = rememberedBut({ path: pathOf(path), title: `remembered ${path}`, ...fields[path] });
    return [path, { sha256, hasProblems: problems.length + asides.length > 0, article }];
  });
  const bytes = Buffer.concat([...tableBytes(tableOfArticles(new Map(rows)))]);
  return new ArticlesInTable(readTable(bytes), new ListPool());
}
