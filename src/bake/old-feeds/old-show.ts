import type { Adopted } from "../../article/adopted.ts";
import type { Site } from "../../article/site.ts";

/** A show keeps the `podcast:guid` of its old feed, where site.toml names none. */
export function withOldShow(site: Site, { feeds }: Adopted): Site {
  const { podcast } = site;
  const guid = feeds.find(({ podcastGuid }) => podcastGuid !== null)?.podcastGuid ?? null;
  return podcast === null || podcast.guid !== null || guid === null
    ? site
    : { ...site, podcast: { ...podcast, guid } };
}
