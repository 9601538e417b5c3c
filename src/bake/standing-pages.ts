import type { Source } from "../article/article.ts";
import { slug } from "../article/values.ts";

/** Gives each standing page that names no address one below the site's root: `about.md` is `/about`. */
export function withStandingAddresses(sources: readonly Source[]): readonly Source[] {
  if (!sources.some(({ page }) => page)) return sources;
  return sources.map((source) => {
    const name = source.page && source.permalink === null ? slug(source.slug ?? source.suggestedSlug) : null;
    return name === null ? source : { ...source, permalink: `/${name}` };
  });
}
