import type { Adopted } from "../../article/adopted.ts";
import { NOTHING_ADOPTED } from "../../article/adopted.ts";
import type { Source } from "../../article/source.ts";
import { firstSlug } from "../../ledger/addresses.ts";

/** Gives each standing page that names no address one below the site's root: `about.md` is `/about`. */
export function withStandingAddresses(
  sources: readonly Source[],
  adopted: Adopted = NOTHING_ADOPTED,
): readonly Source[] {
  if (!sources.some(({ page }) => page)) return sources;
  const old = new Set(adopted.articles.flatMap(({ path, address }) => (address === null ? [] : path)));
  return sources.map((source) => {
    if (old.has(source.path)) return source;
    const { page, visibility, permalink, addressing } = source;
    if (!page || visibility === "unlisted" || permalink !== null || addressing?.pattern !== undefined)
      return source;
    const { language } = addressing ?? {};
    const folder = language === undefined ? "" : `/${encodeURIComponent(language)}`;
    return { ...source, permalink: `${folder}/${firstSlug(source)}` };
  });
}
