import type { Adopted } from "../../article/adopted.ts";
import type { Source } from "../../article/source.ts";
import type { EpochSeconds } from "../../article/values.ts";

/**
 * The first instant from `now` on that a folder names, whatever for: from then on it may mean something
 * else. Null where it names none. A day without a year means what it meant when it was first seen.
 */
export function nextInstant(
  articles: readonly Source[],
  { articles: adopted, feeds }: Adopted,
  now: EpochSeconds,
): EpochSeconds | null {
  let next = Infinity;
  const see = (at: EpochSeconds | null | undefined) => {
    if (at != null && at >= now && at < next) next = at;
  };
  for (const { published, updated, expires } of articles) {
    if (published !== null && "at" in published) see(published.at);
    see(updated);
    see(expires);
  }
  for (const one of adopted) see(one.published);
  for (const { oldest, lastModified } of feeds) {
    see(oldest);
    see(lastModified);
  }
  return next === Infinity ? null : next;
}
