import type { OpenBake } from "../../bake/open-bake.ts";
import { FORMAT_NAMES } from "../../render/feeds/formats.ts";

/** About as many as there will be: pages, archives and channels; what a site has but once hardly counts. */
export function expectedDocuments({ articles, records, remembered, channels, channelsOf }: OpenBake): number {
  const places = articles.reduce((sum, { ordinal }) => sum + channelsOf(ordinal).length, records.length);
  const windows = Math.floor(places / remembered.windowSize);
  return articles.length + FORMAT_NAMES.length * windows + (FORMAT_NAMES.length + 1) * channels.length;
}
