import * as v from "valibot";
import type { EpochSeconds } from "../../article/values.ts";
import { feedDate } from "../feeds/feed-date.ts";

/** Rows of Ghost's database; ids were numbers once. Anything but the right type counts as not there. */
const text = v.fallback(v.nullable(v.string()), null);
const id = v.fallback(
  v.pipe(
    v.union([v.string(), v.number()]),
    v.transform((value) => String(value)),
  ),
  "",
);
const flag = v.fallback(
  v.pipe(
    v.unknown(),
    v.transform((value) => value === true || value === 1),
  ),
  false,
);
const instant = v.fallback(
  v.pipe(
    v.unknown(),
    v.transform((value): EpochSeconds | null =>
      typeof value === "number"
        ? Math.floor(value / 1000)
        : typeof value === "string"
          ? ghostDate(value)
          : null,
    ),
  ),
  null,
);
const POST = v.object({
  id,
  uuid: text,
  title: text,
  slug: text,
  html: text,
  lexical: text,
  mobiledoc: text,
  markdown: text,
  feature_image: text,
  image: text,
  type: text,
  page: flag,
  status: text,
  visibility: text,
  language: text,
  locale: text,
  author_id: id,
  published_at: instant,
  created_at: instant,
  updated_at: instant,
  custom_excerpt: text,
  canonical_url: text,
});
const rows = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.fallback(v.array(v.object(entries)), []);
const DATA = v.object({
  posts: v.array(POST),
  posts_meta: rows({ post_id: id, feature_image_alt: text }),
  tags: rows({ id, name: text, slug: text, visibility: text }),
  posts_tags: rows({ post_id: id, tag_id: id, sort_order: v.fallback(v.number(), 0) }),
  users: rows({ id, name: text, slug: text }),
  posts_authors: rows({ post_id: id, author_id: id, sort_order: v.fallback(v.number(), 0) }),
  settings: rows({ key: text, value: text }),
});
const META = v.fallback(v.object({ version: v.fallback(v.string(), "") }), { version: "" });
const EXPORT = v.object({ db: v.array(v.object({ meta: META, data: DATA })) });

export type GhostData = v.InferOutput<typeof DATA>;
export type GhostPost = v.InferOutput<typeof POST>;

/** An export of Ghost, whole or the inside of one; null where the value is none. */
export function ghostExport(value: unknown): { readonly data: GhostData; readonly version: string } | null {
  const parsed = v.safeParse(EXPORT, isTable(value) && "db" in value ? value : { db: [value] });
  const database = parsed.success ? parsed.output.db[0] : undefined;
  return database === undefined ? null : { data: database.data, version: database.meta.version };
}

function ghostDate(textual: string): EpochSeconds | null {
  return feedDate(textual.replace(/^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})$/, "$1T$2Z"));
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
