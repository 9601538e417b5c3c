import type { Row } from "./row.ts";
import type { SampleDocument } from "./sample.ts";

/** Parts of an image (RFC 9110 §14). */
export function rangeRows({ path: target, body, tag, lastModified }: SampleDocument): Row[] {
  const size = body.length;
  const date = new Date(lastModified * 1000).toUTCString();
  const later = new Date((lastModified + 1) * 1000).toUTCString();
  const part = (
    name: string,
    range: string,
    from: number,
    to: number,
    more: Record<string, string> = {},
  ): Row => ({
    name: `${name} (RFC 9110 §14.1.2, §15.3.7)`,
    request: { target, fields: { Range: range, ...more } },
    status: 206,
    fields: {
      "Content-Range": `bytes ${from}-${to}/${size}`,
      "Content-Length": String(to - from + 1),
      ETag: tag,
      "Content-Type": "image/png",
      Vary: null,
    },
    body: body.subarray(from, to + 1),
  });
  const whole = (name: string, fields: Record<string, string>): Row => ({
    name,
    request: { target, fields },
    status: 200,
    fields: { "Content-Range": null, "Accept-Ranges": "bytes", "Content-Length": String(size) },
    body,
  });
  const beyond = (name: string, range: string): Row => ({
    name: `${name} is 416 with the length (RFC 9110 §15.5.17)`,
    request: { target, fields: { Range: range } },
    status: 416,
    fields: { "Content-Range": `bytes */${size}`, "Cache-Control": "no-store" },
    body: "The document is shorter.\n",
  });
  return [
    part("the first byte", "bytes=0-0", 0, 0),
    part("a middle part", "bytes=100-1999", 100, 1999),
    part("an open end", "bytes=3000-", 3000, size - 1),
    part("an end beyond the end is cut", "bytes=3000-999999", 3000, size - 1),
    part("the last bytes", "bytes=-10", size - 10, size - 1),
    part("more last bytes than there are", "bytes=-999999", 0, size - 1),
    part("the unit is not case-sensitive (RFC 9110 §14.1)", "BYTES=0-1", 0, 1),
    part("If-Range with the tag (RFC 9110 §13.1.5)", "bytes=0-1", 0, 1, { "If-Range": tag }),
    part("If-Range with the date (RFC 9110 §13.1.5)", "bytes=0-1", 0, 1, { "If-Range": date }),
    part("media are the same in every coding", "bytes=0-1", 0, 1, { "Accept-Encoding": "gzip, br" }),
    whole("If-Range with another tag is the whole (RFC 9110 §13.1.5)", {
      Range: "bytes=0-1",
      "If-Range": '"a"',
    }),
    whole("If-Range compares strongly (RFC 9110 §13.1.5)", { Range: "bytes=0-1", "If-Range": `W/${tag}` }),
    whole("If-Range with a later date is the whole: it must be the very date (RFC 9110 §13.1.5)", {
      Range: "bytes=0-1",
      "If-Range": later,
    }),
    whole("If-Range that is neither is the whole", { Range: "bytes=0-1", "If-Range": "a" }),
    whole("several ranges are answered whole (RFC 9110 §14.2)", { Range: "bytes=0-1,5-6" }),
    whole("another unit is ignored (RFC 9110 §14.2)", { Range: "lines=0-1" }),
    whole("an end before the start is ignored (RFC 9110 §14.1.1)", { Range: "bytes=5-2" }),
    whole("a range of nothing is ignored", { Range: "bytes=-" }),
    whole("letters for numbers are ignored", { Range: "bytes=a-b" }),
    beyond("a start beyond the end", `bytes=${size}-`),
    beyond("no last bytes", "bytes=-0"),
    beyond("a start beyond counting", "bytes=99999999999999999999-"),
    {
      name: "HEAD has no Range (RFC 9110 §14.2)",
      request: { method: "HEAD", target, fields: { Range: "bytes=0-1" } },
      status: 200,
      fields: { "Content-Length": String(size), "Content-Range": null },
    },
    {
      name: "preconditions come before Range (RFC 9110 §13.2.2)",
      request: { target, fields: { Range: "bytes=0-1", "If-None-Match": tag } },
      status: 304,
    },
    {
      name: "media cannot become a page of the site",
      request: { target },
      status: 200,
      fields: {
        "Content-Security-Policy": /^sandbox; default-src 'none'/,
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "cross-origin",
      },
    },
  ];
}
