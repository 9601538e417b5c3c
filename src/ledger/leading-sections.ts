import type { NamedChannel } from "../article/named-channel.ts";

/** So many sections fit into the head of a page. */
export const MOST_LEADING = 6;

/** Of a site with more articles, a new section joins no head: it would rewrite them all. */
const MOST_REWRITTEN = 100;

/** A section, and how many articles are in it. */
export interface CountedSection {
  readonly channel: NamedChannel;
  readonly articles: number;
}

/**
 * The sections that the head of every page names, by their slugs: at first those with the most articles,
 * the one that was published first before others of the same size. Those that are chosen stay. As long as
 * the site is small or has no two of them, new ones follow up to six, and one that nothing is in any more
 * goes. `sections` are those with articles.
 */
export function leadingSections(
  chosen: readonly string[] | undefined,
  sections: readonly CountedSection[],
  articles: number,
): readonly string[] {
  if (chosen !== undefined && keepsLeading(chosen, articles)) return chosen;
  const there = new Set(sections.map(({ channel }) => channel.slug));
  const kept = (chosen ?? []).filter((slug) => there.has(slug));
  const known = new Set(kept);
  const fresh = sections
    .filter(({ channel }) => !known.has(channel.slug))
    .sort((a, b) => b.articles - a.articles)
    .map(({ channel }) => channel.slug);
  const free = Math.max(0, MOST_LEADING - kept.length);
  return [...kept, ...fresh.slice(0, free)];
}

/** Whether those that are chosen stay, whatever sections there are in a site of so many articles. */
export function keepsLeading(chosen: readonly string[], articles: number): boolean {
  return chosen.length >= 2 && articles > MOST_REWRITTEN;
}
