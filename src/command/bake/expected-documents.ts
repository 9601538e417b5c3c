import type { OpenBake } from "../../bake/open-bake.ts";
import { FORMAT_NAMES } from "../../render/feeds/formats.ts";

/** About as many as there will be: pages, archives and channels; what a site has but once hardly counts. */
export function expectedDocuments({ articles, records, remembered, channels, channelsOf }: OpenBake): number {
  const windowsOf = (places: number) => Math.floor(places / remembered.windowSize);
  const inChannels = articles.ordinals.reduce((sum, ordinal) => sum + channelsOf(ordinal).length, 0);
  // A channel has a page too, and so has each of its windows.
  const ofChannels = (FORMAT_NAMES.length + 1) * (channels.length + windowsOf(inChannels));
  return articles.length + FORMAT_NAMES.length * windowsOf(records.length) + ofChannels;
}
