import type { Podcast } from "../../article/podcast.ts";
import type { Part } from "../text/markup.ts";
import { markup } from "../text/markup.ts";
import type { FeedChannel, FeedItem } from "./feed-model.ts";
import { wholeSeconds } from "./podcast-model.ts";

/**
 * What the directories of podcasts want of a show: Apple's elements
 * (https://help.apple.com/itc/podcasts_connect/#/itcb54353390) and `podcast:guid`
 * (https://podcasting2.org/docs/podcast-namespace/tags/guid).
 */
export function rssShow(show: Podcast, channel: FeedChannel): readonly Part[] {
  const image = show.image ?? channel.image;
  return [
    show.guid && markup`<podcast:guid>${show.guid}</podcast:guid>`,
    show.author && markup`<itunes:author>${show.author}</itunes:author>`,
    show.owner &&
      markup`<itunes:owner><itunes:name>${show.owner.name}</itunes:name><itunes:email>${show.owner.email}</itunes:email></itunes:owner>`,
    show.explicit === null ? null : markup`<itunes:explicit>${String(show.explicit)}</itunes:explicit>`,
    show.kind && markup`<itunes:type>${show.kind}</itunes:type>`,
    image ? markup`<itunes:image href="${image}"/>` : null,
    show.categories.map(({ name, subcategory }) =>
      subcategory
        ? markup`<itunes:category text="${name}"><itunes:category text="${subcategory}"/></itunes:category>`
        : markup`<itunes:category text="${name}"/>`,
    ),
  ];
}

/** What an episode tells of itself; nothing for an article that brings none. */
export function rssEpisode({ episode }: FeedItem): readonly Part[] {
  if (!episode) return [];
  return [
    episode.durationSeconds === null
      ? null
      : markup`<itunes:duration>${wholeSeconds(episode.durationSeconds)}</itunes:duration>`,
    episode.explicit === null ? null : markup`<itunes:explicit>${String(episode.explicit)}</itunes:explicit>`,
    episode.season === null ? null : markup`<itunes:season>${episode.season}</itunes:season>`,
    episode.number === null ? null : markup`<itunes:episode>${episode.number}</itunes:episode>`,
    episode.transcripts.map(
      ({ url, type, language }) =>
        markup`<podcast:transcript url="${url}" type="${type}"${language ? markup` language="${language}"` : null}/>`,
    ),
    episode.image ? markup`<itunes:image href="${episode.image}"/>` : null,
    episode.chapters
      ? markup`<podcast:chapters url="${episode.chapters}" type="application/json+chapters"/>`
      : null,
  ];
}
