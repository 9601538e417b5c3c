import type { NavigationLink } from "../../article/author-profile.ts";
import type { Site } from "../../article/site.ts";
import { CHANNEL_FOLDER } from "../../representation/addresses.ts";
import type { Channel } from "../channels/channel.ts";
import { wordsFor } from "../words/words-for.ts";

/** A page that stands by itself, such as "About". */
export interface StandingPage {
  readonly title: string;
  readonly address: string;
}

/** So many sections are named; all of them are one click away. */
const MOST_SECTIONS = 6;

/**
 * What the head of every page leads to: what `site.toml` lists, else six sections, the page of all
 * sections, and the standing pages. Sections that `site.toml` describes come first, in its order, then
 * those that the ledger keeps: no article may change what is on every page.
 */
export function navigationOf(
  site: Site,
  channels: readonly Channel[],
  leading: readonly string[],
  standing: readonly StandingPage[],
): readonly NavigationLink[] {
  if (site.navigation.length > 0) return site.navigation;
  const sections = channels.filter(({ kind }) => kind === "section");
  const named = namedSections(sections, site, leading).slice(0, MOST_SECTIONS);
  const all = { title: wordsFor(site.language).allSections, href: CHANNEL_FOLDER.section };
  return [
    ...named.map(({ heading, addresses }) => ({ title: heading, href: addresses.page })),
    ...(named.length > 1 ? [all] : []),
    ...standing.map(({ title, address }) => ({ title, href: address })),
  ];
}

/** Sections in the order of the head, those that it does not name behind it. */
export function orderedSections<T extends Channel>(
  sections: readonly T[],
  site: Site,
  leading: readonly string[],
): readonly T[] {
  return [...new Set([...namedSections(sections, site, leading), ...sections])];
}

function namedSections<T extends Channel>(
  sections: readonly T[],
  site: Site,
  leading: readonly string[],
): readonly T[] {
  return [
    ...new Set([
      ...site.sections.flatMap(({ title }) => sections.find(({ name }) => name === title) ?? []),
      ...leading.flatMap((slug) => sections.find((one) => one.addresses.page === sectionPage(slug)) ?? []),
    ]),
  ];
}

function sectionPage(slug: string): string {
  return `${CHANNEL_FOLDER.section}${slug}`;
}
