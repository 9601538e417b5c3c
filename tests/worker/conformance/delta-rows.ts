import type { Row } from "./row.ts";
import type { SampleDocument } from "./sample.ts";

/** Deltas of one feed (RFC 3229 with the manipulation `feed`). The sample changed two of 13 articles. */
export function deltaRows({
  name,
  path: target,
  tag,
  tagBefore,
  lastModified,
  body,
  type,
}: SampleDocument): Row[] {
  const opaqueBefore = tagBefore.slice(3, -1);
  const [edition = "", digest = ""] = opaqueBefore.split(".");
  const base = { "A-IM": "feed", "If-None-Match": tagBefore };
  const row = (
    rule: string,
    fields: Record<string, string>,
    status: number,
    more: Partial<Row> = {},
  ): Row => ({
    name: `${name}: ${rule}`,
    request: { target, fields },
    status,
    ...(status === 200 && {
      fields: { IM: null, "Delta-Base": null, "Cache-Control": "public, max-age=900" },
      body,
    }),
    ...more,
  });
  const changes: Partial<Row> = {
    fields: {
      IM: "feed",
      ETag: tag,
      "Delta-Base": tagBefore,
      "Last-Modified": new Date(lastModified * 1000).toUTCString(),
      "Cache-Control": "no-store",
      "Cloudflare-CDN-Cache-Control": "no-store",
      "Content-Type": type,
      "Content-Encoding": null,
      Vary: "Accept-Encoding, A-IM, If-None-Match",
      "Access-Control-Allow-Origin": "*",
      "Access-Control-Expose-Headers": /ETag, IM, Link/,
    },
    body: /^(?!.*Article [1-9]\b)(?!.*Article 1[01]\b)(?=.*Article 13)(?=.*Article 12, corrected).*(<\/rss>|<\/feed>|\]\})\n$/s,
    atMost: body.length / 2,
    wellFormed: true,
  };
  const gzipped = { ...changes, fields: { ...changes.fields, "Content-Encoding": "gzip" } };
  return [
    row("who names an older edition gets what changed since, as 226 (RFC 3229 §10.4.1)", base, 226, changes),
    row("a delta is compressed again", { ...base, "Accept-Encoding": "gzip" }, 226, gzipped),
    row(
      "a delta is gzip where the client prefers brotli: the edge makes none",
      { ...base, "Accept-Encoding": "br, gzip" },
      226,
      gzipped,
    ),
    row(
      "a client that takes brotli alone gets the delta as it is",
      { ...base, "Accept-Encoding": "br" },
      226,
      changes,
    ),
    row(
      "other manipulations beside feed do no harm (RFC 3229 §10.5.3)",
      { ...base, "A-IM": "vcdiff, feed;q=0.5, gzip" },
      226,
      changes,
    ),
    row(
      "the newest of several editions is the base (RFC 3229 §10.5.1)",
      { ...base, "If-None-Match": `W/"100.${digest}", ${tagBefore}` },
      226,
      changes,
    ),
    row(
      "a base with -gzip is ours, and named as it was",
      { ...base, "If-None-Match": `W/"${opaqueBefore}-gzip"` },
      226,
      {
        fields: { "Delta-Base": `W/"${opaqueBefore}-gzip"` },
      },
    ),
    row(
      "If-Modified-Since beside it does not matter",
      { ...base, "If-Modified-Since": new Date((lastModified - 3600) * 1000).toUTCString() },
      226,
      changes,
    ),
    row(
      "rss2email asks, but takes 226 for an error: the whole",
      { ...base, "User-Agent": "rss2email/3.13.1 (x)" },
      200,
    ),
    row(
      "rss2email comes as feedparser: the whole",
      { ...base, "User-Agent": "feedparser/6.0.10 +https://x" },
      200,
    ),
    row(
      "a program over feedparser with a name of its own gets the delta",
      { ...base, "User-Agent": "quay/1 feedparser/6" },
      226,
      changes,
    ),
    row("without A-IM it is the whole", { "If-None-Match": tagBefore }, 200),
    row("without a tag it is the whole", { "A-IM": "feed" }, 200),
    row(
      "a date alone is no base: the whole",
      { "A-IM": "feed", "If-Modified-Since": new Date((lastModified - 3600) * 1000).toUTCString() },
      200,
    ),
    row("feed;q=0 asks for none (RFC 3229 §10.5.3)", { ...base, "A-IM": "feed;q=0" }, 200),
    row("another manipulation alone gets the whole", { ...base, "A-IM": "vcdiff" }, 200),
    row("a tag that is none of ours gets the whole", { ...base, "If-None-Match": '"abc"' }, 200),
    row(
      "an edition under other settings gets the whole",
      { ...base, "If-None-Match": `W/"${edition}.ffffff0000000000"` },
      200,
    ),
    row(
      "an edition before most articles gets the whole: it is hardly longer",
      { ...base, "If-None-Match": `W/"100.${digest}"` },
      200,
    ),
    row("the current edition is 304 (RFC 9110 §13.1.2)", { "A-IM": "feed", "If-None-Match": tag }, 304, {
      fields: { IM: null, ETag: tag },
    }),
    row(
      "the current edition among older ones is 304",
      { "A-IM": "feed", "If-None-Match": `${tagBefore}, ${tag}` },
      304,
    ),
    row("feeds name themselves in Link (RFC 8288 §3, WebSub §4)", {}, 200, {
      fields: { Link: `<https://quay.example${target}>; rel="self"` },
    }),
    row("a browser that shows it runs nothing", {}, 200, {
      fields: { "Content-Security-Policy": /^default-src 'none'; (?!.*script)/ },
    }),
  ];
}

/** A feed that says it holds all there is: a delta of it does not, and so must not say so (RFC 5005 §2). */
export function completeRows({ name, path: target, tagBefore }: SampleDocument): Row[] {
  const base = { "A-IM": "feed", "If-None-Match": tagBefore };
  return [
    {
      name: `${name}: the whole says so before its first item (RFC 5005 §2)`,
      request: { target },
      status: 200,
      body: /<fh:complete\/>\n<(item|entry)/,
    },
    {
      name: `${name}: a delta does not say so (RFC 3229 §10.5.3)`,
      request: { target, fields: base },
      status: 226,
      fields: { IM: "feed", "Delta-Base": tagBefore },
      body: /^(?!.*fh:complete)(?!.*Cup [0-2])(?=.*Cup 3)/s,
      wellFormed: true,
    },
  ];
}
