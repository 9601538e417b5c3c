import { slug as slugSegment } from "../article/values.ts";
import type { ArticlePlaces } from "./article-places.ts";
import { needsSlug } from "./article-places.ts";
import type { CollectedPost } from "./collect-post.ts";
import { composeEnclosures, decodePath } from "./compose-enclosures.ts";
import { escapeMarkdown } from "./markdown/escape-markdown.ts";
import type { MediaPlan } from "./media/media-plan.ts";
import type { Tally } from "./model/old-site.ts";
import { tally } from "./model/old-site.ts";
import { patternAddress } from "./write/address-pattern.ts";
import { frontMatter } from "./write/front-matter.ts";
import { relativePath } from "./write/relative-path.ts";
import type { TextTarget } from "./write/text-targets.ts";
import { resolveMarks } from "./write/text-targets.ts";

/** What articles are composed with, once all have their places. */
export interface Composing {
  readonly places: ArticlePlaces;
  readonly media: MediaPlan;
  readonly pattern: string;
  readonly timezone: string;
  readonly language: string;
  /** Ids and addresses that articles have already: nobody else gets them. */
  readonly ids: Set<string>;
  readonly addresses: Set<string>;
  /** Files that stay where they are. */
  readonly elsewhere: Tally;
}

/** An article as it is written. */
export interface Composed {
  readonly content: string;
  /** Its address on the new site; null where that is only known when it is baked. */
  readonly address: string | null;
  readonly remarks: readonly string[];
}

/** A longer text is an error of the bake. */
const MOST_BYTES = 5 * 1024 * 1024;

/** Writes an article: its front matter, and its text with every link resolved. */
export function composeArticle(collected: CollectedPost, file: string, composing: Composing): Composed {
  const { post, targets, image, slug, stem } = collected;
  const { ids, addresses, pattern, timezone } = composing;
  const remarks = [...collected.remarks];
  const resolve = (target: TextTarget) => resolved(target, file, composing);
  const place = (at: number) => {
    const target = targets[at];
    return target === undefined ? "" : resolve(target);
  };
  const enclosures = composeEnclosures(collected, place, remarks);
  // The pattern is for articles of the stream: a page says its address itself.
  const expected = post.isPage
    ? null
    : patternAddress(pattern, { slug, published: post.published }, timezone);
  const free = collected.path !== null && !addresses.has(collected.path) ? collected.path : null;
  const isOdd = free !== null && free !== expected;
  const address = post.isDraft ? null : (free ?? expected);
  if (address !== null) addresses.add(address);
  const id = post.id !== null && !post.isDraft && !ids.has(post.id) ? post.id : null;
  if (id === null && post.id !== null && !post.isDraft)
    remarks.push("has the id of another post, so it gets one of its own");
  if (id !== null) ids.add(id);
  const lead = image && { src: place(image.target), alt: image.alt };
  const head = frontMatter({
    title: collected.title,
    date: post.published,
    updated: post.updated !== null && post.updated > (post.published ?? 0) ? post.updated : null,
    draft: post.isDraft,
    page: post.isPage,
    slug: isOdd || !needsSlug(stem, slug) || slugSegment(slug) === null ? null : slug,
    permalink: isOdd ? free : null,
    aliases: aliasesOf(collected, composing, address),
    id,
    authors: post.authors.slice(0, 200),
    tags: [...new Set(post.tags)].slice(0, 200),
    summary: post.summary,
    image: lead && { ...lead, src: decodePath(lead.src) },
    enclosures,
    lang: post.language === composing.language ? null : post.language,
    canonical: post.canonical !== null && /^https?:/.test(post.canonical) ? post.canonical : null,
    season: post.season,
    episode: post.episode,
    explicit: post.explicit,
  });
  const content = `${head}\n${resolveMarks(collected.body, targets, resolve) || headline(collected)}`;
  if (Buffer.byteLength(content) > MOST_BYTES)
    remarks.push("has more than 5 MiB, which no bake takes; split it, or offer it as a download");
  return { content, address, remarks };
}

/** What stands for a text where there is none: a file without one is no article. */
function headline({ form, title }: CollectedPost): string {
  return form === "md"
    ? `# ${escapeMarkdown(title, false)}\n`
    : `<h1>${title.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</h1>\n`;
}

/** Where a target lies now, seen from a file; its old address where it did not come along. */
function resolved({ kind, url }: TextTarget, file: string, { places, media, elsewhere }: Composing): string {
  if (kind === "media") {
    const known = media.get(url);
    if (known?.isThere) return relativePath(file, known.path);
    tally(elsewhere, URL.parse(url)?.host ?? "");
    return url;
  }
  const parsed = new URL(url);
  const path = places.find(parsed);
  return path === null ? url : `${path === file ? "" : relativePath(file, path)}${parsed.hash}` || url;
}

/** Old slugs and addresses of a post, as paths that lead to it. */
function aliasesOf(
  { post }: CollectedPost,
  { pattern, timezone, addresses }: Composing,
  address: string | null,
): readonly string[] {
  if (post.isDraft) return [];
  const paths = post.aliases.map((slug) =>
    patternAddress(pattern, { slug, published: post.published }, timezone),
  );
  const own = [...new Set(paths)].filter((path) => path !== null && path !== address && !addresses.has(path));
  return own.filter((path) => path !== null).slice(0, 100);
}
