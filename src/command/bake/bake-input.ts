import type { BakeInput } from "../../bake/bake-input.ts";
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
  { folder, sources, cache }: Content,
  { media, cards }: Pick<BakeInput, "media" | "cards">,
  { ledger }: PublishedState,
  { address }: OpenedStore,
  flags: BakeFlags,
  clocks: Pick<BakeInput, "now" | "clock">,
): Promise<BakeInput> {
  const url = siteUrl(folder.site, { ...address, ...flags });
  return {
    site: { ...folder.site, url, hubs: hubsOf({ ...folder.site, url }) },
    sources,
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
    idHost: idHost(flags, address),
    known: cache.documents,
    ...clocks,
  };
}

/** Loaded for the sites that have articles as Markdown. */
async function markdownWriter(): Promise<(html: string) => string> {
  return (await import("../../migrate/markdown/html-to-markdown.ts")).htmlToMarkdown;
}
