import { singleLine } from "../../article/plain-text.ts";
import { plainSummary } from "../feeds/plain-summary.ts";
import type { OldList, OldPost } from "../model/old-site.ts";
import { bareOldPost } from "../model/old-site.ts";
import { cardHtml } from "./editors/card-html.ts";
import { lexicalHtml } from "./editors/lexical-html.ts";
import { mobiledocHtml } from "./editors/mobiledoc-html.ts";
import type { GhostData, GhostPost } from "./ghost-export.ts";

/** What tables beside that of the posts say of them, by the ids of posts and users. */
export interface Related {
  readonly tags: ReadonlyMap<string, readonly string[]>;
  readonly authors: ReadonlyMap<string, readonly string[]>;
  readonly alts: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
  /** The list of each tag and author, by kind and name. */
  readonly lists: ReadonlyMap<string, OldList>;
}

/** Reads those tables. */
export function related({ tags, posts_tags, users, posts_authors, posts_meta }: GhostData): Related {
  // Tags whose names begin with # are for the theme.
  const tagNames = new Map(
    tags
      .filter(({ name, visibility }) => visibility !== "internal" && !name?.startsWith("#"))
      .map((tag) => [tag.id, tag.name ?? ""]),
  );
  const names = new Map(users.map((user) => [user.id, singleLine(user.name ?? "")]));
  return {
    tags: named(
      posts_tags.map(({ post_id, tag_id, sort_order }) => ({
        post_id,
        name: tagNames.get(tag_id),
        sort_order,
      })),
    ),
    authors: named(
      posts_authors.map(({ post_id, author_id, sort_order }) => ({
        post_id,
        name: names.get(author_id),
        sort_order,
      })),
    ),
    alts: new Map(posts_meta.map((meta) => [meta.post_id, meta.feature_image_alt ?? ""])),
    names,
    lists: new Map(
      [...tags.map((tag) => listOf("tag", tag)), ...users.map((user) => listOf("author", user))]
        .filter((list) => list !== null)
        .map((list) => [`${list.kind} ${list.name}`, list]),
    ),
  };
}

function listOf(
  kind: OldList["kind"],
  { slug, name }: { readonly slug: string | null; readonly name: string | null },
): OldList | null {
  if (slug === null || name === null) return null;
  const path = `/${kind}/${slug}/`;
  return { path, kind, name: singleLine(name), feed: { path: `${path}rss/`, format: "rss" } };
}

interface Named {
  readonly post_id: string;
  readonly name: string | undefined;
  readonly sort_order: number;
}

function named(list: readonly Named[]): ReadonlyMap<string, readonly string[]> {
  const byPost = new Map<string, string[]>();
  for (const { post_id, name } of list.toSorted((a, b) => a.sort_order - b.sort_order)) {
    if (!name) continue;
    const names = byPost.get(post_id);
    if (names) names.push(name);
    else byPost.set(post_id, [name]);
  }
  return byPost;
}

/** What is known of the site that a post was on. */
export interface GhostSite {
  readonly url: string | null;
  /** The pattern of old versions, such as `/:year/:month/:day/:slug/`. */
  readonly permalink: string | null;
  readonly isOld: boolean;
}

/** Reads a row of the posts. */
export function ghostPost(row: GhostPost, related: Related, site: GhostSite): OldPost {
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
