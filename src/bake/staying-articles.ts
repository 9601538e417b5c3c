import { mergeInFolder } from "../article/folder-order.ts";
import type { Reach } from "../article/remembered-article.ts";
import type { Source } from "../article/source.ts";
import type { StayingArticles } from "../article/staying-articles.ts";
import { NONE_STAYING, stayingWhere } from "../article/staying-articles.ts";
import type { Identification } from "../ledger/identification.ts";
import type { ArticleRecord } from "../ledger/records/article-record.ts";
import { changedOrdinals } from "../ledger/records/changed-records.ts";
import { toldOf } from "../ledger/records/told-records.ts";
import type { BakeInput } from "./bake-input.ts";
import { mediaDigests } from "./remembered/media-digests.ts";

/** The sources of a bake. */
export interface SourcesOfBake {
  /** Those that become articles anew, in the order of the folder. */
  readonly told: readonly Source[];
  readonly staying: StayingArticles;
}

/**
 * Finds the articles that stay who they are. Where something goes by itself, or asks for an id that another
 * one has, and where media changed that they show, they are told anew like any other.
 */
export function stayingArticles({
  sources,
  remembered,
  ledger,
  media,
}: Pick<BakeInput, "sources" | "remembered" | "ledger" | "media">): SourcesOfBake {
  const told = [...sources];
  const { articles = NONE_STAYING, media: before = new Map<string, string>() } = remembered ?? {};
  const isGoing = told.some(({ expires }) => expires !== undefined);
  const ids = new Set<string>(told.flatMap(({ id }) => id?.trim() ?? []));
  const digests = mediaDigests(media, (path) => before.has(path));
  const isSame = (file: string) => digests.has(file) && digests.get(file) === before.get(file);
  const records = toldOf(ledger.articles);
  const isStaying = (row: number) => {
    const ordinal = articles.of.ordinal(row);
    if (isGoing || !records.isThere(ordinal) || !records.hasBeside(ordinal)) return false;
    const files = articles.of.files(row);
    // Most have no file, and most bakes no id.
    return (files.length === 0 || files.every(isSame)) && (ids.size === 0 || !ids.has(records.id(ordinal)));
  };
  const staying = stayingWhere(articles, isStaying);
  if (staying.list.length === articles.list.length) return { told, staying };
  const back = stayingWhere(articles, (row) => !isStaying(row));
  return { told: withStaying(told, back), staying };
}

/** Sources in the order of the folder, with those of articles that stay, which are read. */
export function withStaying(told: readonly Source[], { list, read }: StayingArticles): readonly Source[] {
  return mergeInFolder(told, Array.from(list, read), ({ path }) => path);
}

/** The same input without anything remembered: each source is as its file tells it. */
export function withAllSources(
  { remembered: _, ...given }: BakeInput,
  { told, staying }: SourcesOfBake,
): BakeInput {
  return { ...given, sources: withStaying(told, staying) };
}

/** Tells of articles that stay who they are whether they lead where they led, by what became of a site and its redirects. */
export function whoStays(
  { records }: Pick<Identification, "records">,
  redirects: string,
  { ledger: { articles: before }, remembered }: Pick<BakeInput, "ledger" | "remembered">,
): (reach: Reach) => boolean {
  const isThere =
    redirects === remembered?.redirects &&
    Iterator.from(changedOrdinals(records, before)).every((ordinal) => {
      const [record, old] = [records.at(ordinal), before.at(ordinal)];
      return old === undefined || (record !== undefined && standsAs(record, old));
    });
  const stays: Readonly<Record<Reach, boolean>> = {
    none: true,
    firm: isThere,
    loose: isThere && records.length === before.length,
  };
  return (reach) => stays[reach];
}

/** Another address shows in the earlier ones, among which the old one is then. */
function standsAs(record: ArticleRecord, old: ArticleRecord): boolean {
  return (
    record.path === old.path && record.deleted === old.deleted && record.earlier.join() === old.earlier.join()
  );
}
