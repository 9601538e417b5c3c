import type { Reach } from "../../article/remembered-article.ts";
import type { BakeInput } from "../../bake/bake-input.ts";
import type { BakedSite } from "../../bake/bake-site.ts";
import { mediaDigests } from "../../bake/remembered/media-digests.ts";
import { NextRows } from "../../cache/next-rows.ts";
import type { ArticleOfFile } from "../../cache/remembered-articles.ts";
import { RowsByPath } from "../../cache/rows-by-path.ts";
import type { Plan } from "../../publish/plan.ts";
import type { PublishedState } from "../../publish/stored-ledger.ts";
import { headDigest } from "../../publish/stored-ledger.ts";
import type { Content } from "./read-content.ts";
import type { SiteLook } from "./site-look.ts";

/** A site that was published as a whole. */
interface PublishedSite {
  readonly content: Pick<Content, "cache" | "folder" | "nextInstant" | "conditions" | "recalled" | "files">;
  readonly input: Pick<BakeInput, "site" | "media" | "idHost" | "now">;
  readonly rememberable: BakedSite["rememberable"];
  /** Files of which a bake tells something, whatever they say. */
  readonly told: ReadonlySet<string>;
  readonly plan: Plan;
  readonly state: PublishedState;
  readonly sealed: BakedSite["sealed"];
  readonly around: BakedSite["around"];
  readonly archives: BakedSite["archives"];
  readonly look: SiteLook;
}

/** Remembers what articles are now that they are published, for a bake that finds their files as they are. */
export function rememberSite(published: PublishedSite): void {
  const { content, input, plan, state, sealed, look } = published;
  const { conditions, recalled, cache, folder } = content;
  const written = plan.ledger.at(-1)?.[0]?.value ?? null;
  const head = plan.put > 0 ? headDigest(written) : (state.head ?? null);
  if (conditions.digest === null || head === null || plan.left > 0 || sealed.length > 0) return;
  const articles = articlesOf(published);
  const shown = filesShown(published);
  const digests = mediaDigests(input.media, (path) => shown.has(path));
  const media = folder.named.flatMap((file) => {
    const digest = digests.get(file.path);
    const { path, place, shown } = file;
    return digest === undefined ? [] : { path, place, shown, digest };
  });
  const { now, idHost = null } = input;
  const site = {
    conditions: conditions.digest,
    url: input.site.url,
    idHost,
    head,
    now,
    until: content.nextInstant,
    files: conditions.files,
    redirects: published.rememberable.redirects,
    around: published.around,
    archives: published.archives,
    places: look.places.list,
    media,
  };
  cache.disk.keep(() => cache.site.remember(site, articles, recalled && articles.changed));
}

/** What is remembered of articles: as it was, or as they are now. */
function articlesOf({ rememberable, told, content }: PublishedSite): NextRows<ArticleOfFile> {
  const { recalled, files, folder } = content;
  const before = recalled?.articles ?? null;
  // A file that is no media is told of each time, whoever names it.
  const areAllMedia = folder.named.length === folder.media.length;
  const statics = new Set<string>(folder.named.flatMap(({ path, shown }) => (path === shown ? [] : path)));
  const mayStay = (reach: Reach, isRooted: boolean, files: readonly string[]) =>
    reach === "none" || (areAllMedia && (isRooted || !files.some((file) => statics.has(file))));
  const stays = new Uint8Array(before?.rows.length ?? 0);
  for (const row of rememberable.stays) {
    if (before === null || (told.size > 0 && told.has(before.of.path(row)))) continue;
    const { reach, isRooted, files } = before.of;
    if (mayStay(reach(row), isRooted(row), files(row))) stays[row] = 1;
  }
  const others = new Map<string, ArticleOfFile>();
  for (const article of rememberable.articles) {
    const { path, reach, isRooted } = article;
    const file = files.get(path) ?? before?.rows.get(path);
    if (file === undefined || told.has(path) || !mayStay(reach, isRooted, article.files)) continue;
    const { sha256, hasProblems } = file;
    others.set(path, { sha256, hasProblems, article });
  }
  return new NextRows(before?.rows ?? NO_ROWS, stays, others);
}

const NO_ROWS = new RowsByPath<ArticleOfFile>([], () => {
  throw new RangeError("there is no row");
});

/** The media files that articles show which may stay. */
function filesShown({ rememberable, content: { recalled } }: PublishedSite): ReadonlySet<string> {
  const shown = new Set<string>(rememberable.articles.flatMap(({ files }) => files));
  for (const row of rememberable.stays) {
    for (const file of recalled?.articles.of.files(row) ?? []) shown.add(file);
  }
  return shown;
}
