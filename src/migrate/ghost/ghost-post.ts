import { singleLine } from "../../article/plain-text.ts";
import { plainSummary } from "../feeds/plain-summary.ts";
import type { OldPost } from "../model/old-post.ts";
import { bareOldPost } from "../model/old-post.ts";
import { cardHtml } from "./editors/card-html.ts";
import { lexicalHtml } from "./editors/lexical-html.ts";
import { mobiledocHtml } from "./editors/mobiledoc-html.ts";
import type { GhostPost } from "./ghost-export.ts";
import type { RelatedRows } from "./related-rows.ts";

/** What is known of the site that a post was on. */
export interface GhostSite {
  readonly url: string | null;
  /** The pattern of old versions, such as `/:year/:month/:day/:slug/`. */
  readonly permalink: string | null;
  readonly isOld: boolean;
}

/** Reads a row of the posts. */
export function ghostPost(row: GhostPost, related: RelatedRows, site: GhostSite): OldPost {
  const { isOld, url } = site;
  const isClosed = row.visibility !== null && row.visibility !== "public";
  const remarks: string[] = [];
  if (isClosed) remarks.push("was for members only, so it is a draft");
  if (row.status === "sent") remarks.push("was sent by email only, so it is a draft");
  const html = row.html ?? editedHtml(row);
  if (html === null) remarks.push("has no text in the export; open it in Ghost, save it and export again");
  const image = row.feature_image ?? row.image;
  const isDraft = isClosed || !/^(?:published|scheduled)$/.test(row.status ?? "published");
  const author = related.names.get(row.author_id);
  const key = row.uuid ?? row.id;
  const isPage = row.page || row.type === "page";
  const authors = related.authors.get(row.id) ?? (author ? [author] : []);
  const tags = related.tags.get(row.id) ?? [];
  return {
    ...bareOldPost(`ghost ${key}`),
    id: isDraft ? null : isOld ? row.uuid : row.id,
    link: url === null || row.slug === null ? null : new URL(pathOf(row, isPage, site), url).href,
    isPage,
    isDraft,
    title: singleLine(row.title ?? ""),
    slug: row.slug,
    published: row.published_at ?? (isDraft ? row.created_at : null),
    updated: row.updated_at,
    authors,
    tags,
    lists: [...tags.map((name) => `tag ${name}`), ...authors.map((name) => `author ${name}`)].flatMap(
      (key) => related.lists.get(key) ?? [],
    ),
    summary: row.custom_excerpt === null ? null : plainSummary(row.custom_excerpt.replaceAll("<", "&lt;")),
    image: image ? { url: absolute(image, url), alt: related.alts.get(row.id) ?? "" } : null,
    language: row.locale ?? row.language?.replace("_", "-") ?? null,
    canonical: row.canonical_url && absolute(row.canonical_url, url),
    html: absolute(html ?? "", url),
    remarks,
  };
}

/** What the editor of its time keeps, where an export has no HTML of it; null where there is nothing. */
function editedHtml({ lexical, mobiledoc, markdown }: GhostPost): string | null {
  return (
    (lexical && lexicalHtml(lexical)) ??
    (mobiledoc && mobiledocHtml(mobiledoc)) ??
    (markdown && cardHtml("markdown", { markdown }))
  );
}

function pathOf({ slug, published_at }: GhostPost, isPage: boolean, { permalink }: GhostSite): string {
  if (isPage || !permalink || published_at === null) return `/${slug}/`;
  const [year = "", month = "", day = ""] = new Date(published_at * 1000)
    .toISOString()
    .slice(0, 10)
    .split("-");
  return permalink
    .replace(":year", year)
    .replace(":month", month)
    .replace(":day", day)
    .replace(":slug", slug ?? "");
}

/** Puts the address of the site where exports leave a mark for it. */
function absolute(text: string, url: string | null): string {
  return text.replaceAll(/__GHOST_URL__/g, url === null ? "" : url.replace(/\/+$/, ""));
}
