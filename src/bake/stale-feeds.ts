import { servedFeeds } from "./old-feeds/old-feeds.ts";
import type { OpenBake } from "./open-bake.ts";

/**
 * Tells the feeds that need a new edition: all of them where the publisher asks for it, and those whose
 * old server has told a later change than ours, since newsboat takes nothing that is not newer.
 */
export function staleFeeds({
  input,
  edition,
  oldFeeds,
}: Pick<OpenBake, "input" | "edition" | "oldFeeds">): (key: string) => boolean {
  if (input.renewFeeds) return () => true;
  const changed = new Map(servedFeeds(oldFeeds).map(({ address, lastModified }) => [address, lastModified]));
  return (key) => {
    const last = changed.get(key) ?? null;
    const known = input.ledger.documents.get(key);
    return last !== null && known !== undefined && known.edition <= last && last < edition;
  };
}
