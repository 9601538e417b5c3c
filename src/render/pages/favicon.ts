import { markup } from "../text/markup.ts";
import { accentColours } from "./accent.ts";

/** The icon of a site, drawn in its accent: a printed sheet that sends. */
export function renderFavicon(accent: string | null): string {
  const { light } = accentColours(accent);
  return markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="6" fill="${light}"/>
<g fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round">
<path d="M8 8h5M8 15h3"/>
<path d="M19 8a5.5 5.5 0 0 1 5.5 5.5M15.5 13a4 4 0 0 1 4 4"/>
<path d="M8 24h16"/>
</g>
</svg>
`.source;
}
