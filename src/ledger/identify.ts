import { hash } from "node:crypto";
import type { PublicationDate, SourceArticle } from "../article/article.ts";
import type { Site } from "../article/site.ts";
import type { ArticleId, ContentPath, EpochSeconds } from "../article/values.ts";
import { articleId, slug } from "../article/values.ts";
import { zonedInstant } from "../article/zoned-time.ts";
import type { ArticleRecord, Ledger } from "./ledger.ts";

/** A source with the identity that it has had since its first publication. */
export interface IdentifiedArticle {
  readonly source: SourceArticle;
  readonly record: ArticleRecord;
}

/** What the sources of a bake are to the site. */
export interface Identification {
  readonly articles: readonly IdentifiedArticle[];
  /** Dated after the clock: published by the first bake after their instant. */
  readonly waiting: readonly { readonly source: SourceArticle; readonly until: EpochSeconds }[];
  /** Two sources that ask for one id; neither can have it. */
  readonly clashes: readonly { readonly source: SourceArticle; readonly with: ContentPath }[];
  /** Every article ever published, by ordinal. */
  readonly records: readonly ArticleRecord[];
}

/** When and under whose name a bake publishes. */
export interface Publication {
  readonly now: EpochSeconds;
  readonly edition: EpochSeconds;
  readonly authority: string;
}

/**
 * Gives each source its identity: the remembered one, or a new one. New articles are numbered by
 * date, then path, so that the same folder gives the same ordinals everywhere.
 */
export function identify(
  sources: readonly SourceArticle[],
  ledger: Ledger,
  site: Site,
  publication: Publication,
): Identification {
  const byId = new Map(ledger.articles.map((record) => [record.id, record]));
  const byPath = new Map(ledger.articles.map((record) => [record.path, record]));
  const addresses = new Set(ledger.articles.map(({ address }) => address));
  const claimed = new Map<ArticleId, ContentPath>();

  const known: IdentifiedArticle[] = [];
  const fresh: { source: SourceArticle; id: ArticleId; published: EpochSeconds }[] = [];
  const waiting: Identification["waiting"][number][] = [];
  const clashes: Identification["clashes"][number][] = [];

  for (const source of sources) {
    const id = idOf(source, publication.authority);
    const before = byPath.get(source.path) ?? byId.get(id);
    const published =
      instantOf(source.published, site, publication.now) ?? before?.published ?? publication.now;
    const other = claimed.get(before?.id ?? id);
    if (published > publication.now) waiting.push({ source, until: published });
    else if (other !== undefined) clashes.push({ source, with: other });
    else if (before) known.push({ source, record: renew(before, source, published, publication.edition) });
    else fresh.push({ source, id, published });
    claimed.set(before?.id ?? id, source.path);
  }

  fresh.sort((a, b) => a.published - b.published || (a.source.path < b.source.path ? -1 : 1));
  const minted = fresh.map(({ source, id, published }, index) => {
    const address = freeAddress(source, site, published, addresses);
    addresses.add(address);
    const ordinal = ledger.articles.length + index;
    const updated = Math.max(source.updated ?? published, published);
    const digest = digestOf(source);
    const { edition } = publication;
    return {
      source,
      record: { ordinal, path: source.path, id, address, published, updated, digest, edition, live: true },
    };
  });

  const articles = [...known, ...minted];
  const live = new Map(articles.map(({ record }) => [record.ordinal, record]));
  const records = Array.from(
    { length: ledger.articles.length + minted.length },
    (_, ordinal) => live.get(ordinal) ?? goneRecord(ledger.articles[ordinal]),
  );
  return { articles, waiting, clashes, records };
}

function renew(
  before: ArticleRecord,
  source: SourceArticle,
  published: EpochSeconds,
  edition: EpochSeconds,
): ArticleRecord {
  const digest = digestOf(source);
  const same = digest === before.digest && before.live;
  const updated = Math.max(source.updated ?? (same ? before.updated : edition), published);
  return {
    ...before,
    path: source.path,
    published,
    updated,
    digest,
    edition: same && updated === before.updated ? before.edition : edition,
    live: true,
  };
}

function goneRecord(record: ArticleRecord | undefined): ArticleRecord {
  if (record === undefined) throw new RangeError("an ordinal without a record");
  return { ...record, live: false };
}

function idOf(source: SourceArticle, authority: string): ArticleId {
  const name = source.path.replace(/\.[^./]+$/, "");
  const id = source.id === null ? null : articleId(source.id);
  return id ?? (`tag:${authority}:${name.split("/").map(encodeURIComponent).join("/")}` as ArticleId);
}

/** The instant a source names. A day without a year is the latest such day that is not to come. */
function instantOf(date: PublicationDate | null, site: Site, now: EpochSeconds): EpochSeconds | null {
  if (date === null) return null;
  if (date.kind === "instant") return date.at;
  const thisYear = new Date(now * 1000).getUTCFullYear();
  for (let year = thisYear + 1; year > thisYear - 9; year -= 1) {
    const at = zonedInstant({ year, month: date.month, day: date.day }, site.timezone);
    if (at !== null && at <= now) return at;
  }
  return null;
}

function freeAddress(
  source: SourceArticle,
  site: Site,
  published: EpochSeconds,
  taken: ReadonlySet<string>,
): string {
  const wanted = (source.slug && slug(source.slug)) || slug(source.suggestedSlug);
  const [year = "", month = "", day = ""] = new Date(published * 1000).toISOString().slice(0, 10).split("-");
  for (let attempt = 1; ; attempt += 1) {
    const name = attempt === 1 ? `${wanted}` : `${wanted}-${attempt}`;
    const address = site.permalink
      .replace("{slug}", name)
      .replace("{year}", year)
      .replace("{month}", month)
      .replace("{day}", day);
    if (!taken.has(address)) return address;
  }
}

/** What a source says, without where it lies or which addresses it asks for. */
function digestOf(source: SourceArticle): string {
  const { path, slug, suggestedSlug, id, draft, published, updated, ...said } = source;
  return hash("sha256", JSON.stringify(said), "hex").slice(0, 32);
}
