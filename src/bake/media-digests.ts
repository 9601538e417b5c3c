import type { Source } from "../article/article.ts";
import { digestOf } from "../article/digest.ts";
import type { Media } from "../article/media.ts";
import { filesOf } from "../article/references.ts";

/**
 * Tells each source which bytes it shows, so that a picture which is replaced under its old name is an
 * update of the article, like any other. A source that shows no file of the site stays as it is.
 */
export function withMediaDigests(sources: readonly Source[], media: readonly Media[]): readonly Source[] {
  if (media.length === 0) return sources;
  const digests = new Map<string, string>(media.map(({ path, sha256 }) => [path, sha256]));
  return sources.map((source) => {
    const shown = new Set(targetsOf(source).flatMap((target) => shownDigest(target, source, digests) ?? []));
    if (shown.size === 0) return source;
    return { ...source, digest: digestOf([source.digest, ...[...shown].sort()].join()) };
  });
}

function targetsOf({ references, image, enclosures, episode }: Source): string[] {
  const named = [...(image ? [image] : []), ...enclosures, ...(episode?.transcripts ?? [])];
  return [...named, ...references].map(({ target }) => target);
}

function shownDigest(
  target: string,
  { path }: Source,
  digests: ReadonlyMap<string, string>,
): string | undefined {
  const files = filesOf(target.replace(/[?#].*$/s, ""), path);
  return files.map((file) => digests.get(file)).find((digest) => digest !== undefined);
}
