import { join } from "node:path";
import type { RememberedArticle } from "../../../src/article/remembered-article.ts";
import { BuildCache } from "../../../src/cache/build-cache.ts";
import type { ArticleOfFile } from "../../../src/cache/remembered-articles.ts";
import type { SeenPlace } from "../../../src/cache/seen-places.ts";
import { rememberSite } from "../../../src/command/bake/remember-site.ts";
import { rememberedBut } from "../../article/remembered.ts";
import { siteWith } from "../../bake/small-site.ts";
import { mediaFile, NOW, pathOf } from "../../bake/values.ts";
import { temporaryFolder } from "../../content-folder.ts";

type Published = Parameters<typeof rememberSite>[0];
/** A site as a cache recalls it. */
export type Recalled = NonNullable<Published["content"]["recalled"]>;
/** What is remembered of articles, by path. */
export type Articles = ReadonlyMap<string, ArticleOfFile>;

/** The site of all these tests, and the head of its ledger as it is written. */
export const SITE = siteWith();
export const HEAD = Buffer.from("the head of a ledger");

/** The cache of a site, as a bake opens it. */
export function opened(folder: string, isDry = false): BuildCache {
  return new BuildCache(folder, SITE, { isFull: false, isDry });
}

/** What a cache recalls of a site, under the conditions of all these tests. */
export function recalled(cache: BuildCache): Recalled | null {
  const found = cache.site.recall("conditions");
  return found && { ...found, media: new Map(), mayStay: () => true };
}

/** What is recalled of articles, by path. */
export const articlesIn = (found: Pick<Recalled, "articles"> | null): Articles =>
  new Map(found?.articles.rows.entries());

/** What a publish says of itself where it has written one article, but for some of that. */
export interface Said {
  readonly stays?: readonly number[];
  readonly articles?: readonly RememberedArticle[];
  readonly files?: Published["content"]["files"];
  readonly recalled?: Recalled | null;
  readonly told?: readonly string[];
  /** Media that articles name, by where they lie. */
  readonly named?: readonly (readonly [path: string, shown: string])[];
  /** Files that they name and that are media. */
  readonly media?: readonly string[];
  readonly digest?: string | null;
  readonly head?: string | null;
  /** Stages of the ledger, as they are written. */
  readonly ledger?: readonly (readonly { readonly value: Uint8Array }[])[];
  readonly put?: number;
  readonly left?: number;
  readonly sealed?: Published["sealed"];
  readonly idHost?: string | undefined;
}

const SHARD = [{ value: Buffer.from("a shard") }];

/** What was looked for elsewhere. */
export const PLACES: readonly SeenPlace[] = [["/static", false, "seen"]];

/** All that is known of a site that was published. */
export function publishedSite(cache: BuildCache, said: Said): Published {
  const { named = [], media = named.map(([path]) => path), put = 1, left = 0, digest = "conditions" } = said;
  const places = named.map(([path, shown]) => ({ path: pathOf(path), place: `/site/${shown}`, shown }));
  const files = media.map((path) => mediaFile(path));
  const known = {
    content: {
      cache,
      folder: { named: places, media: files },
      nextInstant: NOW + 9,
      conditions: { digest, files: "files" },
      recalled: said.recalled ?? null,
      files: said.files ?? new Map(),
    },
    input: { site: SITE, media: files, now: NOW, ...("idHost" in said && { idHost: said.idHost }) },
    rememberable: {
      stays: Int32Array.from(said.stays ?? []),
      articles: said.articles ?? [],
      redirects: "redirects",
    },
    told: new Set(said.told),
    plan: { put, left, ledger: said.ledger ?? [SHARD, SHARD, [{ value: HEAD }]] },
    state: { head: said.head },
    sealed: said.sealed ?? [],
    around: "around",
    look: { places: { list: PLACES } },
  };
  return known as unknown as Published;
}

/** Remembers a site in a folder; gives what the next bake recalls of it. */
export function remembered(said: Said, folder = join(temporaryFolder(), "cache"), isDry = false) {
  const cache = opened(folder, isDry);
  rememberSite(publishedSite(cache, { recalled: recalled(cache), ...said }));
  cache.close();
  const next = opened(folder);
  const found = recalled(next);
  next.close();
  return found;
}

/** What is remembered of an article, and of its file. */
export const of = (path: string, fields: Partial<RememberedArticle> = {}) =>
  rememberedBut({ path: pathOf(path), ...fields });
export const fileOf = (sha256: string, hasProblems = false) => ({ sha256, hasProblems });
