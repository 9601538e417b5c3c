import type { Article, Image } from "../article/article.ts";
import type { Media } from "../article/media.ts";
import type { Problem } from "../article/problem.ts";
import type { Targets } from "../article/references.ts";
import { joinBody, resolveTarget } from "../article/references.ts";
import type { Site } from "../article/site.ts";
import type { AbsoluteUrl, ContentPath } from "../article/values.ts";
import { absoluteUrl } from "../article/values.ts";
import type { IdentifiedArticle } from "../ledger/identify.ts";

/** Joins bodies with their links and images, now that every address is known. Broken links become problems. */
export function resolveArticles(
  identified: readonly IdentifiedArticle[],
  { site, media }: { readonly site: Site; readonly media: readonly Media[] },
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
  const { id, ordinal, edition, address, published, updated } = record;
  return { ...text, id, ordinal, edition, address, url, html, image, published, updated };
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
