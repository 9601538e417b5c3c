import type { NavigationLink, Site } from "../../article/site.ts";
import type { Channel } from "../channels/channel.ts";

/** A page that stands by itself, such as "About". */
export interface StandingPage {
  readonly title: string;
  readonly address: string;
}

/**
 * What the head of every page leads to: what `site.toml` lists, else the sections that it describes
 * and the standing pages. Sections that exist by use alone are left out: a first article in one
 * would rewrite every page of the site.
 */
export function navigationOf(
  site: Site,
  channels: readonly Channel[],
  standing: readonly StandingPage[],
): readonly NavigationLink[] {
  if (site.navigation.length > 0) return site.navigation;
  const titles = new Set(site.sections.map(({ title }) => title));
  return [
    ...channels
      .filter(({ kind, name }) => kind === "section" && titles.has(name))
      .sort((a, b) => orderOf(a, site) - orderOf(b, site))
      .map(({ name, addresses }) => ({ title: name, href: addresses.page })),
    ...standing.map(({ title, address }) => ({ title, href: address })),
  ];
}

function orderOf({ name }: Channel, site: Site): number {
  return site.sections.findIndex(({ title }) => title === name);
}
