import { digestOf } from "../../article/digest.ts";
import type { Media } from "../../article/media.ts";

/**
 * Digests of all that articles show of media files, by where they find them. Of files with the same bytes
 * the last gives its name. What was made of them for this publish is no part of it.
 */
export function mediaDigests(
  media: readonly Media[],
  isWanted: (path: string) => boolean,
): ReadonlyMap<string, string> {
  const named = new Map(media.map(({ path, address }) => [address, path]));
  const digest = (one: Media) => {
    const told = JSON.stringify(one, (name, value) => (name === "made" ? undefined : value));
    return digestOf(`${named.get(one.address)}\n${told}`);
  };
  return new Map(media.flatMap((one) => (isWanted(one.path) ? [[one.path, digest(one)]] : [])));
}
