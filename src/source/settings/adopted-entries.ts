import * as v from "valibot";
import type { AdoptedArticle, AdoptedFeed } from "../../article/adopted.ts";
import { ADOPTED_FORMATS } from "../../article/adopted.ts";
import { printable } from "../../article/plain-text.ts";
import { contentPath, sitePath } from "../../article/values.ts";
import { date, path } from "../values/field-values.ts";
import { text } from "../values/text-setting.ts";

/** Bytes of an id that feeds carry with every item. */
const MOST_ID_BYTES = 2000;

/** Checks a value, and gives what is read of it; a text that fixes it where nothing is. */
function readBy<T>(read: (value: unknown) => T | null, fix: string): v.GenericSchema<unknown, T> {
  return v.pipe(
    v.unknown(),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const found = read(dataset.value);
      if (found !== null) return found;
      addIssue({ message: fix });
      return NEVER;
    }),
  );
}

const instant = readBy((value) => date(value, "UTC"), "write it as 2024-05-01T09:00:07Z");

const id = v.pipe(
  text,
  v.check((value) => printable(value) === value, "write it without control characters"),
  v.check(
    (value) => Buffer.byteLength(value) <= MOST_ID_BYTES,
    `write the id that a feed had, of at most ${MOST_ID_BYTES} bytes`,
  ),
);

/** A text that stands in a feed as it stood there; empty where nothing did. */
const verbatim = v.pipe(
  v.string("write the text that the feed had, in quotation marks"),
  v.check((value) => printable(value) === value, "write it without control characters"),
  v.check((value) => Buffer.byteLength(value) <= MOST_ID_BYTES, `write at most ${MOST_ID_BYTES} bytes`),
);

/** An entry `[[adopted]]`. */
export const ADOPTED_ENTRY: v.GenericSchema<unknown, Omit<AdoptedArticle, "line">> = v.pipe(
  v.strictObject({
    path: readBy(
      (value) => (typeof value === "string" ? contentPath(value) : null),
      "write the path of an article from the content folder on, such as posts/tide.md",
    ),
    id: v.optional(id),
    address: v.optional(
      readBy(
        (value) => (typeof value === "string" && value.startsWith("/") ? path(value) : null),
        'write a path that can be served, such as "/2024/tide/"',
      ),
    ),
    date: v.optional(instant),
    link: v.optional(verbatim),
    pub_date: v.optional(verbatim),
  }),
  v.transform(
    ({ path, id = null, address = null, date = null, link, pub_date }): Omit<AdoptedArticle, "line"> => ({
      path,
      id,
      address,
      published: date,
      item:
        link === undefined && pub_date === undefined ? null : { link: link ?? "", pubDate: pub_date ?? "" },
    }),
  ),
);

/** An entry `[[feed]]`. */
export const FEED_ENTRY: v.GenericSchema<unknown, Omit<AdoptedFeed, "line">> = v.pipe(
  v.strictObject({
    address: readBy(feedAddress, 'write a path, such as "/feed/" or "/?feed=rss2"'),
    format: v.picklist(ADOPTED_FORMATS, 'write "rss", "atom" or "json"'),
    channel: v.optional(
      readBy(
        (value) => (typeof value === "string" && value.startsWith("/") ? path(value) : null),
        'write the page of a channel, such as "/tags/tides"',
      ),
    ),
    id: v.optional(id),
    podcast_guid: v.optional(v.pipe(text, v.uuid("write the UUID that directories know the show by"))),
    guids: v.optional(v.boolean("write false where the items of the feed had no ids")),
    oldest: v.optional(instant),
    last_modified: v.optional(instant),
  }),
  v.transform(
    ({
      address,
      format,
      channel = null,
      id = null,
      podcast_guid = null,
      guids = true,
      oldest = null,
      last_modified = null,
    }): Omit<AdoptedFeed, "line"> => ({
      address,
      format,
      channel,
      id,
      podcastGuid: podcast_guid,
      guids,
      oldest,
      lastModified: last_modified,
    }),
  ),
);

/** A path that can be asked for, perhaps with a query. */
export function feedAddress(value: unknown): string | null {
  if (typeof value !== "string" || /[\s#*]/.test(value) || value.length > 480) return null;
  const [written = ""] = value.split("?", 1);
  const read = sitePath(written);
  return read === null || (read === "/" && written === value) ? null : read + value.slice(written.length);
}
