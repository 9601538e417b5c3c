import { singleLine } from "../../article/plain-text.ts";
import type { OldList } from "../model/old-post.ts";
import type { GhostData } from "./ghost-export.ts";

/** What tables beside that of the posts say of them, by the ids of posts and users. */
export interface RelatedRows {
  readonly tags: ReadonlyMap<string, readonly string[]>;
  readonly authors: ReadonlyMap<string, readonly string[]>;
  readonly alts: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
  /** The list of each tag and author, by kind and name. */
  readonly lists: ReadonlyMap<string, OldList>;
}

/** Reads those tables. */
export function relatedRows({ tags, posts_tags, users, posts_authors, posts_meta }: GhostData): RelatedRows {
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
