import type { Site } from "../../article/site.ts";
import { ADDRESS } from "../../representation/addresses.ts";
import { accentColours, PAPER } from "./accent.ts";
import { directionOf } from "./direction.ts";
import { siteIcons } from "./site-icons.ts";

/**
 * What a browser makes of a site that somebody keeps on a phone's first screen
 * (https://www.w3.org/TR/appmanifest/). It opens with the browser's own buttons, since pages have none.
 */
export function renderManifest(site: Site): string {
  const { title, description, language, accent } = site;
  const manifest = {
    name: title,
    ...(description !== "" && { description }),
    lang: language,
    dir: directionOf(language),
    id: ADDRESS.index,
    start_url: ADDRESS.index,
    scope: ADDRESS.index,
    display: "minimal-ui",
    background_color: PAPER.light,
    theme_color: accentColours(accent).light,
    icons: siteIcons(site),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
