import type { RememberedArticle } from "../../article/remembered-article.ts";
import type { BakeInput } from "../../bake/bake-input.ts";
import type { BakedSite } from "../../bake/bake-site.ts";
import { mediaDigests } from "../../bake/remembered/media-digests.ts";
import type { ArticleOfFile } from "../../cache/remembered-articles.ts";
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
  const shown = new Set([...articles.values()].flatMap(({ article }) => article.files));
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
    places: look.places.list,
    media,
  };
  cache.disk.keep(() => cache.site.remember(site, articles, recalled?.articles ?? null));
}

function articlesOf({ rememberable, told, content }: PublishedSite): ReadonlyMap<string, ArticleOfFile> {
  const { recalled, files, folder } = content;
  // A file that is no media is told of each time, whoever names it.
  const areAllMedia = folder.named.length === folder.media.length;
  const statics = new Set<string>(folder.named.flatMap(({ path, shown }) => (path === shown ? [] : path)));
  const mayStay = ({ reach, isRooted, files }: RememberedArticle) =>
    reach === "none" || (areAllMedia && (isRooted || !files.some((file) => statics.has(file))));
  const articles = new Map<string, ArticleOfFile>();
  for (const article of rememberable.articles) {
    const { path } = article;
    const known = recalled?.articles.get(path);
    const file = files.get(path) ?? known;
    if (file === undefined || told.has(path) || !mayStay(article)) continue;
    const { sha256, hasProblems } = file;
    articles.set(path, known?.article === article ? known : { sha256, hasProblems, article });
  }
  return articles;
}
