import type { Media } from "../../article/media.ts";
import type { Source } from "../../article/source.ts";
import type { Identification } from "../../ledger/identification.ts";
import { shownFiles } from "../places/site-media.ts";

/** The media of a site but for those that nothing but articles show which are not there now (`hidden`); its icon stays. */
export function visibleMedia(
  media: readonly Media[],
  { articles }: Identification,
  hidden: readonly Source[],
): readonly Media[] {
  if (media.length === 0 || hidden.length === 0) return media;
  const paths = new Set<string>(media.map(({ path }) => path));
  const filesOf = (sources: readonly Source[]) => new Set(sources.flatMap((one) => shownFiles(one, paths)));
  const shown = filesOf(articles.map(({ source }) => source));
  const kept = filesOf(hidden);
  // Files with the same bytes have one address.
  const addresses = new Set(media.flatMap(({ path, address }) => (shown.has(path) ? address : [])));
  return media.filter(
    ({ path, address, icon }) =>
      !kept.has(path) || shown.has(path) || addresses.has(address) || icon !== undefined,
  );
}
