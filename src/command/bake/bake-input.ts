import type { BakeInput } from "../../bake/bake-input.ts";
import { withStaying } from "../../bake/staying-articles.ts";
import type { PublishedState } from "../../publish/stored-ledger.ts";
import type { BakeFlags } from "../flags/bake-flags.ts";
import type { OpenedStore } from "../stores/open-store.ts";
import { hubsOf } from "../stores/own-hub.ts";
import { idHost } from "./id-host.ts";
import type { Content } from "./read-content.ts";
import { readSheet } from "./sheet-files.ts";
import { siteUrl } from "./site-url.ts";
import { readFeedStylesheet, readStylesheet, readTextStylesheet } from "./stylesheets.ts";

/** All that the bake of a folder into a store depends on. Throws `Refusal` where the site has no address. */
export async function bakeInput(
  content: Content,
  { media, cards }: Pick<BakeInput, "media" | "cards">,
  state: PublishedState,
  { address }: OpenedStore,
  flags: BakeFlags,
  clocks: Pick<BakeInput, "now" | "clock">,
): Promise<BakeInput> {
  const { folder, cache } = content;
  const { ledger } = state;
  const url = siteUrl(folder.site, { ...address, ...flags });
  const host = idHost(flags, address);
  return {
    site: { ...folder.site, url, hubs: hubsOf({ ...folder.site, url }) },
    ...sourcesFor(content, state, url, host),
    media,
    ...(cards && { cards }),
    adopted: folder.adopted,
    stylesheet: readStylesheet(),
    textStylesheet: readTextStylesheet(),
    feedStylesheet: readFeedStylesheet(),
    sheet: readSheet(),
    ...(folder.site.articleFormats.includes("markdown") && { toMarkdown: await markdownWriter() }),
    ledger,
    ...(flags.renewFeeds && { renewFeeds: true }),
    idHost: host,
    known: cache.documents,
    ...(flags.dryRun && { isForgotten: true }),
    ...clocks,
  };
}

/** Articles whose files stayed as they were, where the store is as well; else each as its file tells it. */
function sourcesFor(
  { sources, staying, recalled }: Content,
  { head, isInterrupted, ledger }: PublishedState,
  url: string,
  host: string,
): Pick<BakeInput, "sources" | "remembered"> {
  if (recalled === null || staying.list.length === 0) return { sources };
  const { site, media } = recalled;
  const isAsBefore =
    head === site.head &&
    !isInterrupted &&
    ledger.sealed === undefined &&
    url === site.url &&
    host === site.idHost;
  if (isAsBefore) {
    const digests = new Map(media.entries().map(([path, { digest }]) => [path, digest]));
    const { redirects, around, archives } = site;
    return {
      sources,
      remembered: { articles: staying, media: digests, redirects, around, archives },
    };
  }
  return { sources: withStaying([...sources], staying) };
}

/** Loaded for the sites that have articles as Markdown. */
async function markdownWriter(): Promise<(html: string) => string> {
  return (await import("../../migrate/markdown/html-to-markdown.ts")).htmlToMarkdown;
}
