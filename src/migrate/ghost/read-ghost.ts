import * as v from "valibot";
import { singleLine } from "../../article/plain-text.ts";
import type { EpochSeconds } from "../../article/values.ts";
import { feedDate } from "../feeds/feed-date.ts";
import { plainSummary } from "../feeds/plain-summary.ts";
import type { OldPost, OldSource, Tally } from "../model/old-site.ts";
import { bareOldPost, tally } from "../model/old-site.ts";

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
  tags: rows({ id, name: text, visibility: text }),
  posts_tags: rows({ post_id: id, tag_id: id, sort_order: v.fallback(v.number(), 0) }),
  users: rows({ id, name: text }),
  posts_authors: rows({ post_id: id, author_id: id, sort_order: v.fallback(v.number(), 0) }),
  settings: rows({ key: text, value: text }),
});
const META = v.fallback(v.object({ version: v.fallback(v.string(), "") }), { version: "" });
const EXPORT = v.object({ db: v.array(v.object({ meta: META, data: DATA })) });

type GhostData = v.InferOutput<typeof DATA>;
type GhostPost = v.InferOutput<typeof POST>;

/** Opens an export of Ghost; null where the value is none. `siteUrl` is what it leaves out. */
export function openGhost(value: unknown, siteUrl: string | null): OldSource | null {
  const parsed = v.safeParse(EXPORT, isTable(value) && "db" in value ? value : { db: [value] });
  const database = parsed.success ? parsed.output.db[0] : undefined;
  if (database === undefined) return null;
  const { data, meta } = database;
  const setting = (...keys: readonly string[]) =>
    keys.map((key) => data.settings.find((one) => one.key === key)?.value).find((one) => one) ?? null;
  const leftOut: Tally = new Map();
  const remarks: string[] = [];
  const url = siteUrl ?? setting("url");
  if (url === null)
    remarks.push(
      "does not say where the site was; name it with --site https://old.example to fetch its media",
    );
  return {
    name: "Ghost export",
    site: {
      title: singleLine(setting("title") ?? ""),
      url,
      description: singleLine(setting("description") ?? ""),
      language: setting("locale", "default_locale", "lang", "defaultLang"),
      timezone: setting("timezone", "active_timezone", "activeTimezone"),
      mediaHosts: [],
    },
    leftOut,
    remarks,
    async readPosts({ post }) {
      const rowsOf = related(data);
      const isOld = /^0/.test(meta.version);
      for (const row of data.posts) {
        if (row.status === "trash") tally(leftOut, "post in the trash");
        else await post(ghostPost(row, rowsOf, { url, permalink: setting("permalinks"), isOld }));
      }
    },
  };
}

interface Related {
  readonly tags: ReadonlyMap<string, readonly string[]>;
  readonly authors: ReadonlyMap<string, readonly string[]>;
  readonly alts: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
}

function related({ tags, posts_tags, users, posts_authors, posts_meta }: GhostData): Related {
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
  };
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

interface GhostSite {
  readonly url: string | null;
  /** The pattern of old versions, such as `/:year/:month/:day/:slug/`. */
  readonly permalink: string | null;
  readonly isOld: boolean;
}

function ghostPost(row: GhostPost, related: Related, site: GhostSite): OldPost {
  const { isOld, url } = site;
  const isClosed = row.visibility !== null && row.visibility !== "public";
  const remarks: string[] = [];
  if (isClosed) remarks.push("was for members only, so it is a draft");
  if (row.status === "sent") remarks.push("was sent by email only, so it is a draft");
  if (row.html === null && row.markdown === null)
    remarks.push("has no HTML in the export, so it has no text; open it in Ghost, save it and export again");
  const image = row.feature_image ?? row.image;
  const isDraft = isClosed || !/^(?:published|scheduled)$/.test(row.status ?? "published");
  const author = related.names.get(row.author_id);
  const key = row.uuid ?? row.id;
  const isPage = row.page || row.type === "page";
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
    authors: related.authors.get(row.id) ?? (author ? [author] : []),
    tags: related.tags.get(row.id) ?? [],
    summary: row.custom_excerpt === null ? null : plainSummary(row.custom_excerpt.replaceAll("<", "&lt;")),
    image: image ? { url: absolute(image, url), alt: related.alts.get(row.id) ?? "" } : null,
    language: row.locale ?? row.language?.replace("_", "-") ?? null,
    canonical: row.canonical_url && absolute(row.canonical_url, url),
    html: absolute(row.html ?? `<pre>${(row.markdown ?? "").replaceAll("<", "&lt;")}</pre>`, url),
    remarks,
  };
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

function ghostDate(textual: string): EpochSeconds | null {
  return feedDate(textual.replace(/^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})$/, "$1T$2Z"));
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
