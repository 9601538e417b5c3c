import type { Site } from "../../article/site.ts";
import { ADDRESS, MEDIA_TYPE } from "../../representation/addresses.ts";
import { accentColours, PAPER } from "./accent.ts";
import { directionOf } from "./direction.ts";

/** An icon of a site as a manifest names it. */
interface ManifestIcon {
  readonly src: string;
  /** `192x192`, or `any` for a drawing. */
  readonly sizes?: string;
  readonly type?: string;
}

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
    icons: manifestIcons(site),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** The icons that there are: that of site.toml, else ours. */
function manifestIcons({ icon, iconSize }: Site): readonly ManifestIcon[] {
  if (icon === null) return [{ src: ADDRESS.favicon, sizes: "any", type: MEDIA_TYPE.svg }];
  return [{ src: icon, ...(iconSize && { sizes: `${iconSize.width}x${iconSize.height}` }) }];
}
