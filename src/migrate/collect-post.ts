import { languageTag } from "../source/values/language-tags.ts";
import type { ArticlePlaces, Stem } from "./article-places.ts";
import { slugOf } from "./article-places.ts";
import { cleanPost } from "./body/clean-post.ts";
import { writtenBody } from "./markdown/written-body.ts";
import type { MediaChoice } from "./media/media-address.ts";
import { isMediaFile, isWanted, originalOf } from "./media/media-address.ts";
import type { MediaPlan } from "./media/media-plan.ts";
import type { OldFile, OldPost } from "./model/old-post.ts";
import type { Tally } from "./model/old-site.ts";
import { addressesOf, queriesOf, titleFromText, withOuterLink } from "./post-details.ts";
import type { Journal } from "./write/journal.ts";
import type { OldHosts } from "./write/old-address.ts";
import { servedPath } from "./write/old-address.ts";
import type { TextTarget } from "./write/text-targets.ts";
import { markOf } from "./write/text-targets.ts";

/** A post whose text is converted, and whose links are still to be resolved. */
export interface CollectedPost {
  readonly post: Omit<OldPost, "html" | "remarks">;
  readonly stem: Stem;
  readonly slug: string;
  /** Its number among the places. */
  readonly place: number;
  readonly form: "md" | "html";
  readonly body: string;
  readonly targets: readonly TextTarget[];
  readonly image: { readonly target: number; readonly alt: string } | null;
  readonly enclosures: readonly { readonly target: number; readonly file: OldFile }[];
  /** Its old path, where the new site can serve it. */
  readonly path: string | null;
  /** Its old addresses that are queries, such as `/?p=123`. */
  readonly queries: readonly string[];
  readonly title: string;
  readonly ownsMedia: boolean;
  readonly remarks: readonly string[];
}

/** What posts are collected with. */
export interface Collecting {
  readonly places: ArticlePlaces;
  readonly media: MediaPlan;
  readonly hosts: OldHosts;
  readonly mediaHosts: readonly string[];
  readonly choice: MediaChoice;
  readonly form: "md" | "html";
  readonly base: string | null;
  readonly leftOut: Tally;
}

/** Media of 25 MiB and more are published by others. */
const MOST_MEDIA_BYTES = 25 * 1024 * 1024;

/** Converts a post, and notes where its links lead and which files it wants. */
export function collectPost(old: OldPost, collecting: Collecting): CollectedPost {
  const { places, media, hosts, mediaHosts, choice, base, form } = collecting;
  const { html, remarks: told, ...post } = old;
  const remarks = [...told];
  const link = post.link === null ? null : URL.parse(post.link, base ?? undefined);
  const title = post.title || titleFromText(html);
  const isOwn = link !== null && hosts.has(link);
  const slug = slugOf({ ...old, title }, isOwn ? link : null);
  const stem = places.stem(old, slug);
  const from = isOwn ? link.href : (base ?? undefined);
  const targets: TextTarget[] = [];
  const indexes = new Map<string, number>();
  let ownsMedia = false;
  const target = (kind: TextTarget["kind"], url: string): number => {
    const known = indexes.get(`${kind} ${url}`);
    if (known !== undefined) return known;
    indexes.set(`${kind} ${url}`, targets.length);
    return targets.push({ kind, url }) - 1;
  };
  const mediaTarget = (url: URL): number => {
    if (isWanted(url, choice, hosts, mediaHosts) || media.get(url.href) !== null)
      if (media.want(url.href, stem).path.startsWith(`${stem}/`)) ownsMedia = true;
    return target("media", url.href);
  };
  const resolved = (url: string) => {
    const parsed = URL.parse(url.trim(), from);
    return parsed && /^https?:$/.test(parsed.protocol) ? originalOf(parsed) : null;
  };
  const cleaned = cleanPost(
    withOuterLink(html, isOwn ? null : link),
    {
      link(href) {
        const url = resolved(href);
        if (url === null) return href;
        const isSelf = isOwn && url.hash !== "" && url.href.replace(/#.*/s, "") === link.href;
        if (isSelf) return url.hash;
        if (isMediaFile(url)) return markOf(mediaTarget(url));
        return hosts.has(url) ? markOf(target("link", url.href)) : url.href;
      },
      media(src) {
        const url = resolved(src);
        return url === null ? src : markOf(mediaTarget(url));
      },
    },
    collecting.leftOut,
  );
  const body = writtenBody(cleaned, form);
  if (body === null) remarks.push("is nested too deeply to be read, so it has no text; write it anew");
  const lead = post.image && resolved(post.image.url);
  const image = lead && { target: mediaTarget(lead), alt: post.image?.alt ?? "" };
  const enclosures = post.enclosures.flatMap((file) => {
    const url = resolved(file.url);
    if (url === null) return [];
    const isSmall = (file.sizeBytes ?? 0) <= MOST_MEDIA_BYTES;
    return {
      target: isSmall ? mediaTarget(url) : target("link", url.href),
      file: { ...file, url: url.href },
    };
  });
  const addresses = addressesOf(old, link, hosts, base);
  const place = places.add(addresses);
  return {
    post: { ...post, language: post.language && languageTag(post.language) },
    stem,
    slug,
    place,
    form: body?.form ?? "html",
    body: body?.text.trim() === "" ? "" : (body?.text ?? ""),
    targets,
    image,
    enclosures,
    path: isOwn && !post.isDraft ? servedPath(link) : null,
    queries: post.isDraft ? [] : queriesOf(addresses),
    title,
    ownsMedia,
    remarks,
  };
}

/** The file of an article: where an earlier import put it; a bundle where it has media of its own. */
export function pathOf({ post, stem, form, ownsMedia }: CollectedPost, journal: Journal): string {
  const before = journal.find("article", post.key);
  const isBundle = before === null ? ownsMedia : /\/index\.[a-z]+$/.test(before.path);
  return `${stem}${isBundle ? "/index" : ""}.${form}`;
}
