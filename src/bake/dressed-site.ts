import type { Adopted } from "../article/adopted.ts";
import type { Problem } from "../article/problem.ts";
import type { Site } from "../article/site.ts";
import type { BakeInput } from "./bake-input.ts";
import { withOldShow } from "./old-feeds/old-show.ts";
import { withImageUrls } from "./places/site-media.ts";
import { withFreePattern } from "./places/site-pattern.ts";
import { withStandardIcon } from "./places/standard-icon.ts";

/** A site with all that its settings name in its place: the pattern of addresses, the old show, images, the icon. */
export function dressedSite(
  site: Site,
  adopted: Adopted,
  { media, sheet }: Pick<BakeInput, "media" | "sheet">,
  problems: Problem[],
): ReturnType<typeof withStandardIcon> {
  const free = withFreePattern(withOldShow(site, adopted), problems);
  return withStandardIcon(withImageUrls(free, media, problems), sheet);
}
