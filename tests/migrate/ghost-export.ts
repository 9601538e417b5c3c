/** The first letters of ids in exports of Ghost. */
export const ID = "5f0e1c2b3a4d5e6f70819203";

/** Writes an export of Ghost 5, or of another version. */
export function ghostExport(posts: readonly object[], version = "5.80.0"): string {
  const rows = posts.map((post, at) => ({
    id: `${at}`.padStart(24, ID),
    uuid: `uuid-${at}`,
    title: `Post ${at}`,
    slug: `post-${at}`,
    html: "<p>Text.</p>",
    type: "post",
    status: "published",
    visibility: "public",
    published_at: "2024-07-01T11:30:45.000Z",
    updated_at: "2024-07-02T11:30:45.000Z",
    ...post,
  }));
  const data = {
    posts: rows,
    posts_meta: [{ post_id: rows[0]?.id, feature_image_alt: "A lock" }],
    tags: [
      { id: "t1", name: "Locks", slug: "locks", visibility: "public" },
      { id: "t2", name: "#hidden", visibility: "internal" },
      { id: "t3", name: "Works", slug: "works", visibility: "public" },
    ],
    posts_tags: [
      { post_id: rows[0]?.id, tag_id: "t3", sort_order: 1 },
      { post_id: rows[0]?.id, tag_id: "t1", sort_order: 0 },
      { post_id: rows[0]?.id, tag_id: "t2", sort_order: 2 },
    ],
    users: [{ id: "u1", name: "Ana Holm", slug: "ana", email: "ana@old.example" }],
    posts_authors: [{ post_id: rows[0]?.id, author_id: "u1", sort_order: 0 }],
    settings: [
      { key: "title", value: "The Old Quay" },
      { key: "description", value: "News & tides" },
      { key: "timezone", value: "Europe/Paris" },
      { key: "locale", value: "fr" },
    ],
  };
  return JSON.stringify({ db: [{ meta: { exported_on: 1, version }, data }] });
}
