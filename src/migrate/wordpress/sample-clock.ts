import { detached } from "../model/detached.ts";
import type { XmlElement } from "../xml/xml-element.ts";
import { childText } from "../xml/xml-element.ts";
import type { ClockSample } from "./guess-timezone.ts";
import { wordpressDate } from "./wordpress-post.ts";

/** How far the site's clock was from UTC when a post was written; one sample a month is enough. */
export function sampleClock(item: XmlElement, samples: Map<string, ClockSample>): void {
  const at = wordpressDate(item, "wp:post_date_gmt");
  const local = wordpressDate(item, "wp:post_date");
  const month = childText(item, "wp:post_date")?.slice(0, 7);
  if (at === null || local === null || month === undefined || samples.has(month)) return;
  const offsetSeconds = local - at;
  if (offsetSeconds % 900 === 0 && Math.abs(offsetSeconds) <= 14 * 3600)
    samples.set(detached(month), { at, offsetSeconds });
}
