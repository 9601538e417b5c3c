import type { Source } from "../../article/article.ts";
import type { Media } from "../../article/media.ts";
import type { Identification } from "../../ledger/identify.ts";
import { shownFiles } from "../places/site-media.ts";

/** The media of a site but for those that nothing but articles show which are not there now. */
export function visibleMedia(
  media: readonly Media[],
  sources: readonly Source[],
  { articles }: Identification,
): readonly Media[] {
  if (media.length === 0 || sources.length === articles.length) return media;
  const paths = new Set<string>(media.map(({ path }) => path));
  const there = new Set<string>(articles.map(({ source }) => source.path));
  const shown = new Set<string>();
  const hidden = new Set<string>();
  for (const source of sources) {
    const into = there.has(source.path) ? shown : hidden;
    for (const file of shownFiles(source, paths)) into.add(file);
  }
  // Files with the same bytes have one address.
  const addresses = new Set(media.flatMap(({ path, address }) => (shown.has(path) ? address : [])));
  return media.filter(({ path, address }) => !hidden.has(path) || shown.has(path) || addresses.has(address));
}
