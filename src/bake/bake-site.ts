import { hash } from "node:crypto";
import type { Article, Image, SourceArticle } from "../article/article.ts";
import type { Media } from "../article/media.ts";
import type { Problem } from "../article/problem.ts";
import type { Targets } from "../article/references.ts";
import { joinBody, resolveTarget } from "../article/references.ts";
import type { Site } from "../article/site.ts";
import type { AbsoluteUrl, ContentPath, EpochSeconds } from "../article/values.ts";
import { absoluteUrl } from "../article/values.ts";
import { authorityOf } from "../ledger/authority.ts";
import type { IdentifiedArticle } from "../ledger/identify.ts";
import { identify } from "../ledger/identify.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { nextEdition } from "../ledger/ledger.ts";
import type { Output } from "../render/outputs.ts";
import { siteOutputs } from "../render/outputs.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import type { BakedDocument, Document } from "./bake-document.ts";
import { bakeDocument } from "./bake-document.ts";
import { indexItems } from "./index-items.ts";
import { linkField } from "./link-field.ts";

/** All that a bake depends on. */
export interface BakeInput {
  readonly site: Site;
  readonly sources: readonly SourceArticle[];
  readonly media: readonly Media[];
  /** CSS of the pages. */
  readonly stylesheet: string;
  /** What was published before. */
  readonly ledger: Ledger;
  readonly now: EpochSeconds;
  /** Milliseconds, for the timings only. */
  readonly clock: () => number;
}

/** A site, ready to publish. */
export interface BakedSite {
  readonly articles: readonly Article[];
  /** In the order of publishing. */
  readonly documents: readonly BakedDocument[];
  /** The ledger once this is published. */
  readonly ledger: Ledger;
  readonly problems: readonly Problem[];
  readonly timings: { readonly renderMs: number; readonly compressMs: number };
}

/**
 * Bakes a site. The same input gives the same output, on any machine. Throws `ClockBehindError`
 * where `now` lies before what was already published.
 */
export function bakeSite(input: BakeInput): BakedSite {
  const { site, ledger, now, clock } = input;
  const started = clock();
  let compressMs = 0;
  const edition = nextEdition(ledger, now);
  const authority = authorityOf(site, ledger, now);
  const identified = identify(input.sources, ledger, site, { now, edition, authority });
  const problems = identityProblems(identified);
  const articles = resolveArticles(identified.articles, input, problems);

  const style = stylesheetDocument(input.stylesheet, site);
  const settings = hash("sha256", JSON.stringify(site), "hex");
  const documents: BakedDocument[] = [];
  const bake = (document: Document) => {
    const baked = bakeDocument(document, ledger.documents.get(document.key), edition, clock);
    compressMs += baked.compressMs;
    documents.push(baked);
  };
  bake(style);
  for (const media of input.media) bake(mediaDocument(media, site));
  for (const output of siteOutputs({ site, authority, articles, stylesheet: style.key })) {
    bake(outputDocument(output, site, settings));
  }

  const next: Ledger = {
    authority,
    edition,
    articles: identified.records,
    documents: new Map(documents.map(({ key, record }) => [key, record])),
  };
  const timings = { renderMs: clock() - started - compressMs, compressMs };
  return { articles, documents, ledger: next, problems, timings };
}

function identityProblems({ waiting, clashes }: ReturnType<typeof identify>): Problem[] {
  return [
    ...waiting.map(({ source, until }) => ({
      file: source.path,
      line: null,
      severity: "notice" as const,
      message: `is dated ${new Date(until * 1000).toISOString()}, which is to come; a bake after that publishes it`,
    })),
    ...clashes.map(({ source, with: other }) => ({
      file: source.path,
      line: null,
      severity: "error" as const,
      message: `has the same id as ${other}; give one of them an id: of its own`,
    })),
  ];
}

function resolveArticles(
  identified: readonly IdentifiedArticle[],
  { site, media }: BakeInput,
  problems: Problem[],
): Article[] {
  const byUrl = new Map(media.map((one) => [siteUrl(site, one.address), one]));
  const urls = new Map<ContentPath, AbsoluteUrl>();
  for (const [url, { path }] of byUrl) urls.set(path, url);
  for (const { source, record } of identified) urls.set(source.path, siteUrl(site, record.address));
  return identified.map((one) => resolveArticle(one, site, { urls }, byUrl, problems));
}

function resolveArticle(
  { source, record }: IdentifiedArticle,
  site: Site,
  targets: Targets,
  media: ReadonlyMap<AbsoluteUrl, Media>,
  problems: Problem[],
): Article {
  const { body, image: named, ...text } = source;
  const url = siteUrl(site, record.address);
  const { html, broken } = joinBody(body, source.path, url, targets);
  const image = named && imageOf(resolveTarget(named.target, source.path, url, targets), named.alt, media);
  const missing = named && !image ? [...broken, { target: named.target, line: null }] : broken;
  for (const { target, line } of missing) {
    const message = `names ${target}, which is not in the content folder; correct the name or add the file`;
    problems.push({ file: source.path, line, severity: "warning", message });
  }
  const { id, address, published, updated, edition } = record;
  return { ...text, id, address, url, html, image, published, updated, edition };
}

function imageOf(url: AbsoluteUrl | null, alt: string, media: ReadonlyMap<AbsoluteUrl, Media>): Image | null {
  if (url === null) return null;
  const { type = null, sizeBytes = null, width = null, height = null } = media.get(url) ?? {};
  return { url, alt, type, sizeBytes, width, height };
}

/** An address of the site as a URL. */
function siteUrl(site: Site, address: string): AbsoluteUrl {
  const url = absoluteUrl(`${site.url}${address}`);
  if (url === null) throw new RangeError(`${site.url}${address} is no URL`);
  return url;
}

/** Feeds name themselves in a header field too, and can be sent in part. */
function outputDocument(
  { key, kind, type, status, render, feed }: Output,
  site: Site,
  settings: string,
): Document {
  return {
    key: key as StorageKey,
    kind,
    type,
    status,
    pollSeconds: site.pollMinutes * 60,
    settings,
    body: (edition) => Buffer.from(render(edition)),
    ...(feed && {
      link: linkField(`${site.url}${key}`, site.hubs),
      index: (edition) => indexItems(feed.text(edition), feed.itemEditions),
    }),
  };
}

function stylesheetDocument(css: string, site: Site): Document {
  const bytes = Buffer.from(css);
  return {
    key: `/media/${hash("sha256", bytes, "hex").slice(0, 20)}.css` as StorageKey,
    kind: "asset",
    type: "text/css; charset=utf-8",
    status: 200,
    pollSeconds: site.pollMinutes * 60,
    body: () => bytes,
  };
}

function mediaDocument(media: Media, site: Site): Document {
  return {
    key: media.address as StorageKey,
    kind: "media",
    type: media.type,
    status: 200,
    pollSeconds: site.pollMinutes * 60,
    body: media.read,
  };
}
