import { hash } from "node:crypto";
import type { SourceArticle } from "../article/article.ts";
import type { Media } from "../article/media.ts";
import { filesOf } from "../article/references.ts";

/**
 * Tells each source which bytes it shows, so that a picture which is replaced under its old name is an
 * update of the article, like any other. A source that shows no file of the site stays as it is.
 */
export function withMediaDigests(
  sources: readonly SourceArticle[],
  media: readonly Media[],
): readonly SourceArticle[] {
  if (media.length === 0) return sources;
  const digests = new Map<string, string>(media.map(({ path, sha256 }) => [path, sha256]));
  return sources.map((source) => {
    const shown = new Set(targetsOf(source).flatMap((target) => digestOf(target, source, digests) ?? []));
    if (shown.size === 0) return source;
    return { ...source, mediaDigest: hash("sha256", [...shown].sort().join(), "hex").slice(0, 16) };
  });
}

function targetsOf({ body, image, enclosures, episode }: SourceArticle): string[] {
  const named = [...(image ? [image] : []), ...enclosures, ...(episode?.transcripts ?? [])];
  const linked = body.filter((piece) => typeof piece !== "string");
  return [...named, ...linked].map(({ target }) => target);
}

function digestOf(
  target: string,
  { path }: SourceArticle,
  digests: ReadonlyMap<string, string>,
): string | undefined {
  const files = filesOf(target.replace(/[?#].*$/s, ""), path);
  return files.map((file) => digests.get(file)).find((digest) => digest !== undefined);
}
