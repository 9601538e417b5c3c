import type { Article } from "../../article/article.ts";
import type { Site } from "../../article/site.ts";
import type { EpochSeconds } from "../../article/values.ts";
import type { FeedLinks } from "../../representation/addresses.ts";
import { ADDRESS, CHANNEL_FOLDER } from "../../representation/addresses.ts";
import type { Channel } from "../channels/channel.ts";
import { sectionTitle } from "../channels/channel.ts";
import type { Markup } from "../text/markup.ts";
import { markup } from "../text/markup.ts";
import { episodeOf, lengthOf } from "./episode.ts";
import type { FeedPaging } from "./feed-model.ts";
import type { FeedFiling } from "./filing.ts";
import { leadPicture } from "./lead-picture.ts";
import type { StrictFeedOptions } from "./strict-channel.ts";
import type { StrictFeedItem } from "./strict-item.ts";

/** Which document of a channel a feed is, and when it last changed. */
export interface FeedPlace {
  /** Where this document stands: the channel's own addresses, or an archive's. */
  readonly self: FeedLinks;
  readonly paging: FeedPaging;
  readonly updated: EpochSeconds;
}

/** A channel in `feed`'s words. */
export function channelOptions(
  channel: Channel,
  site: Site,
  { self, paging, updated }: FeedPlace,
): StrictFeedOptions {
  return {
    id: channel.id,
    title: channel.title,
    description: channel.description,
    link: `${site.url}${channel.addresses.page}`,
    feedLinks: { ...absoluteLinks(self, site) },
    language: channel.language,
    updated: new Date(updated * 1000),
    ttl: site.pollMinutes,
    generator: "Feedwright",
    stylesheet: ADDRESS.feedStylesheet,
    authors: site.authors.map(({ name, url }) => ({ name, ...(url && { link: url }) })),
    // A hub tells of what is new, and an archive has nothing new.
    hubs: paging.kind === "archive" ? [] : site.hubs,
    paging,
    ...(channel.show && { show: channel.show }),
    about: `${site.url}${ADDRESS.feedSchema}`,
    ...channelImages(site, paging),
    ...(site.copyright && { copyright: site.copyright }),
  };
}

/** Pixels of the small form of an icon. */
const SMALL_ICON = { width: 144, height: 144 } as const;

/**
 * The pictures of a channel. Many readers show no drawing (SVG). An archive goes on naming the drawn icon,
 * where the site has none of its own: nothing is worth writing all of them for it.
 */
function channelImages(
  { icon, icons, standardIcon, iconSize, url }: Site,
  { kind }: FeedPaging,
): Pick<StrictFeedOptions, "favicon" | "image" | "smallImage" | "imageSize"> {
  if (icons !== undefined) {
    const small = `${url}${icons.small}`;
    return { favicon: small, smallImage: small, image: `${url}${icons.large}`, imageSize: SMALL_ICON };
  }
  const standard = `${url}${(kind === "archive" ? undefined : standardIcon?.small) ?? ADDRESS.favicon}`;
  const favicon = icon === null || isDrawing(icon) ? standard : icon;
  return { favicon, ...(icon !== null && { image: icon }), ...(iconSize && { imageSize: iconSize }) };
}

function isDrawing(url: string): boolean {
  return /\.svgz?(?:[?#]|$)/i.test(url);
}

/** An article in `feed`'s words. It says the same in every feed of the site. */
export function articleItem(article: Article, site: Site, filing: FeedFiling): StrictFeedItem {
  const { agency, canonical, correction, language, section } = article;
  const full = site.feedContent === "full";
  const picture = leadPicture(article, site);
  const episode = site.podcast ? episodeOf(article) : lengthOf(article);
  return {
    id: article.id,
    title: article.title,
    link: article.url,
    description: article.summary,
    ...(full && contentOf(article)),
    published: new Date(article.published * 1000),
    date: new Date(article.updated * 1000),
    author: article.authors.map(({ name, url, email }) => ({
      name,
      ...(url && { link: url }),
      ...(email && { email }),
    })),
    category: [
      ...(section === null
        ? []
        : [{ name: sectionTitle(section, site), domain: `${site.url}${CHANNEL_FOLDER.section}` }]),
      ...article.tags.map((name) => ({ name, domain: `${site.url}${CHANNEL_FOLDER.tag}` })),
    ],
    enclosures: article.enclosures.map(({ name: _, ...enclosure }) => ({ ...enclosure, title: null })),
    edition: article.edition,
    filing,
    ...(episode && { episode }),
    ...(picture && { picture }),
    ...(canonical && { externalLink: canonical }),
    ...(agency && { agency }),
    ...(correction && { correction }),
    ...(language !== site.language && { language }),
  };
}

/** Paths of the site as URLs. */
export function absoluteLinks({ rss, atom, json }: FeedLinks, { url }: Site): FeedLinks {
  return { rss: `${url}${rss}`, atom: `${url}${atom}`, json: `${url}${json}` };
}

/** The correction, the lead image and the text, as HTML and as plain text; the headline where there is nothing else. */
function contentOf(article: Article): { readonly content: string; readonly text: string } {
  const { correction, title } = article;
  const { html, text } = article.readText();
  const note = correction ? markup`<p class="correction"><em>${correction}</em></p>\n` : "";
  return {
    content: `${note}${leadFigure(article) ?? ""}${html}` || markup`<p>${title}</p>`.source,
    text: [correction, text].filter(Boolean).join("\n") || title,
  };
}

/** The lead image, as feeds show it above the text. */
function leadFigure({ image }: Article): Markup | null {
  if (image === null) return null;
  const size = image.width && image.height ? markup` width="${image.width}" height="${image.height}"` : null;
  return markup`<figure><img src="${image.url}" alt="${image.alt}"${size}></figure>\n`;
}
