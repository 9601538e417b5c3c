import type { Site } from "../../article/site.ts";
import { ADDRESS, ICON_ALIASES, MEDIA_TYPE } from "../../representation/addresses.ts";
import type { Markup } from "../text/markup.ts";
import { markup } from "../text/markup.ts";

/** An icon as a web app manifest lists it (W3C Web Application Manifest, "icons"). */
export interface ManifestIcon {
  /** A path, or a URL. */
  readonly src: string;
  /** `WIDTHxHEIGHT`, or `any` for a drawing; absent where nobody knows. */
  readonly sizes?: string;
  readonly type?: string;
  readonly purpose?: "maskable";
}

type Icons = Pick<Site, "icon" | "icons">;

const [[ICO], [TOUCH]] = ICON_ALIASES;

const PNG = "image/png";

/** The icons of a site, as its web app manifest lists them. */
export function siteIcons({ icon, icons }: Icons): readonly ManifestIcon[] {
  if (icons === undefined) {
    return [icon === null ? { src: ADDRESS.favicon, sizes: "any", type: MEDIA_TYPE.svg } : { src: icon }];
  }
  return [
    ...(icons.drawing === null ? [] : [{ src: icons.drawing, sizes: "any", type: MEDIA_TYPE.svg }]),
    { src: icons.small, sizes: "144x144", type: PNG },
    { src: icons.large, sizes: "512x512", type: PNG },
    { src: icons.maskable, sizes: "512x512", type: PNG, purpose: "maskable" },
  ];
}

/**
 * The icons that every page links (HTML §4.6.7.8). Those of a file have addresses that do not change with
 * it, so that another icon rewrites no page; one that pages linked before there were forms stays.
 */
export function iconLinks({ icon, icons }: Icons): readonly Markup[] {
  if (icon !== null || icons === undefined) {
    return [markup`<link rel="icon" href="${icon ?? ADDRESS.favicon}">`];
  }
  const drawing = markup`<link rel="icon" href="${ADDRESS.favicon}" type="${MEDIA_TYPE.svg}" sizes="any">`;
  return [
    markup`<link rel="icon" href="${ICO}" sizes="48x48">`,
    ...(icons.drawing === null ? [] : [drawing]),
    markup`<link rel="apple-touch-icon" href="${TOUCH}">`,
  ];
}
