import type { Article } from "../../article/article.ts";
import type { ChannelKind } from "../../article/named-channel.ts";
import type { Site } from "../../article/site.ts";
import { sectionTitle } from "../channels/channel.ts";
import type { ChannelDirectory } from "../channels/channel-directory.ts";

/** A name that an article is filed under, and the page of its channel, where it has one. */
export interface FiledName {
  readonly name: string;
  readonly url?: string;
}

/** Under which channels of the site an article is found. */
export interface FeedFiling {
  /** `slug` is the segment of its addresses. */
  readonly section?: FiledName & { readonly slug?: string };
  readonly tags: readonly FiledName[];
  readonly authors: readonly FiledName[];
}

/** Tells under which channels an article is found, with the URLs of their pages. */
export function filingOf(
  { section, tags, authors }: Article,
  site: Site,
  directory: ChannelDirectory,
): FeedFiling {
  const page = (kind: ChannelKind, name: string) => directory.find(kind, name)?.addresses.page;
  const filed = (kind: ChannelKind, name: string): FiledName => {
    const path = page(kind, name);
    return { name, ...(path !== undefined && { url: `${site.url}${path}` }) };
  };
  const ofSection = section === null ? null : filed("section", section);
  const slug = ofSection?.url?.split("/").at(-1);
  return {
    ...(section !== null && {
      section: { ...ofSection, name: sectionTitle(section, site), ...(slug !== undefined && { slug }) },
    }),
    tags: tags.map((name) => filed("tag", name)),
    authors: authors.map(({ name }) => filed("author", name)),
  };
}
