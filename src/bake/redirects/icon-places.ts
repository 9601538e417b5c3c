import type { Site } from "../../article/site.ts";
import { ADDRESS, ICON_ALIASES } from "../../representation/addresses.ts";
import type { Past } from "./redirects.ts";
import type { TakenOf } from "./taken-among.ts";

/**
 * Leads the addresses at which browsers and readers look for an icon to the forms of the site's own, or to
 * the one that its pages link, or to the standard one. What the publisher has at one of them comes first.
 */
export function withIconPlaces(past: Past, site: Site, takenOf: TakenOf): Past {
  const { icon, icons, standardIcon } = site;
  const forms = icons ?? (icon === null ? standardIcon : { ico: icon, touch: icon });
  if (forms === undefined) return past;
  const places = new Map<string, string | null>([
    [ADDRESS.favicon, icons?.drawing ?? null],
    ...ICON_ALIASES.map(([address, form]) => [address, forms[form]] as const),
  ]);
  const taken = takenOf(places.keys());
  const moved = new Map(past.moved);
  for (const [address, to] of places) {
    const isOwn = taken.has(address) || moved.has(address) || past.gone.has(address);
    if (to !== null && !isOwn && !past.packed.rows.has(address)) moved.set(address, to);
  }
  return { ...past, moved };
}
