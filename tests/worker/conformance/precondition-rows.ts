import type { Row } from "./row.ts";
import type { SampleDocument } from "./sample.ts";

/** Finer points of conditional requests, on one feed; the edge's clock says `now`. */
export function preconditionRows(
  { path: target, tag, lastModified, body }: SampleDocument,
  now: number,
): Row[] {
  const at = (seconds: number) => new Date((lastModified + seconds) * 1000);
  const date = at(0).toUTCString();
  const opaque = tag.slice(3, -1);
  const newer = (secondsAgo: number) => `W/"${now - secondsAgo}.0123456789abcdef"`;
  const row = (
    name: string,
    fields: Record<string, string>,
    status: number,
    more: Partial<Row> = {},
  ): Row => ({
    name,
    request: { target, fields },
    status,
    ...(status === 200 && { body }),
    ...more,
  });
  const [day = "", month = "", year = "", time = ""] = date.slice(5).split(" ");
  const weekday = at(0).toLocaleDateString("en", { weekday: "long", timeZone: "UTC" });
  const rfc850 = `${weekday}, ${day}-${month}-${year.slice(2)} ${time} GMT`;
  const asctime = `${date.slice(0, 3)} ${month} ${day.replace(/^0/, " ")} ${time} ${year}`;
  const old = at(-1).toUTCString();
  return [
    row(
      "a list of tags matches by any member (RFC 9110 §13.1.2)",
      { "If-None-Match": `"a", ${tag} , W/"b"` },
      304,
    ),
    row(
      "a comma within a tag does not split it (RFC 9110 §8.8.3)",
      { "If-None-Match": `"a, ${opaque}"` },
      200,
    ),
    row(
      "empty members of a list are passed over (RFC 9110 §5.6.1.2)",
      { "If-None-Match": `, ,${tag},` },
      304,
    ),
    row("a tag that only begins like ours is another", { "If-None-Match": `W/"${opaque}0"` }, 200),
    row("a tag without quotes is no tag (RFC 9110 §8.8.3)", { "If-None-Match": opaque }, 200),
    row(
      "a lower-case w/ is no weak tag but its quotes count (RFC 9110 §8.8.3)",
      { "If-None-Match": `w/"${opaque}"` },
      304,
    ),
    row("an empty If-None-Match matches nothing", { "If-None-Match": "" }, 200),
    ...["-gzip", "-br", ";br", "--gzip", "-zstd"].map((suffix) =>
      row(
        `a tag with ${suffix}, which servers in front append, is ours`,
        { "If-None-Match": `W/"${opaque}${suffix}"` },
        304,
        { fields: { ETag: tag } },
      ),
    ),
    row("a suffix that is no coding is another tag", { "If-None-Match": `W/"${opaque}-old"` }, 200),
    row(
      "If-None-Match wins over If-Modified-Since (RFC 9110 §13.1.3)",
      { "If-None-Match": '"a"', "If-Modified-Since": date },
      200,
    ),
    row(
      "a matching If-None-Match wins over an old date (RFC 9110 §13.2.2)",
      { "If-None-Match": tag, "If-Modified-Since": old },
      304,
    ),
    row(
      "a malformed If-None-Match still hides If-Modified-Since (RFC 9110 §13.1.3)",
      { "If-None-Match": "a", "If-Modified-Since": date },
      200,
    ),
    row("If-Match is decided first (RFC 9110 §13.2.2)", { "If-Match": '"a"', "If-None-Match": tag }, 412),
    row(
      "If-Match wins over If-Unmodified-Since (RFC 9110 §13.1.4)",
      { "If-Match": "*", "If-Unmodified-Since": old },
      200,
    ),
    row(
      "If-Unmodified-Since is decided before If-None-Match (RFC 9110 §13.2.2)",
      { "If-Unmodified-Since": old, "If-None-Match": tag },
      412,
    ),
    row(
      "both unmodified and not matching is 200",
      { "If-Unmodified-Since": date, "If-None-Match": '"a"' },
      200,
    ),
    row(
      "a date after the change is 304 (RFC 9110 §13.1.3)",
      { "If-Modified-Since": at(5000).toUTCString() },
      304,
    ),
    row(
      "a second before the change is 200: dates compare in whole seconds",
      { "If-Modified-Since": old },
      200,
    ),
    row("a date in the form of RFC 850 counts (RFC 9110 §5.6.7)", { "If-Modified-Since": rfc850 }, 304),
    row("a date in the form of asctime counts (RFC 9110 §5.6.7)", { "If-Modified-Since": asctime }, 304),
    ...[
      ["without a zone", date.replace(" GMT", "")],
      ["in another zone", date.replace("GMT", "+0000")],
      ["in RFC 3339", at(0).toISOString()],
      ["as a number", String(lastModified)],
      ["with one digit of the day", date.replace(/, \d/, ", ")],
      ["of a day that is not", `Thu, 31 Nov ${year} 10:00:00 GMT`],
      ["of an hour that is not", `Sat, 01 Nov 2036 25:00:00 GMT`],
    ].map(([form, value = ""]) =>
      row(`a date ${form} is ignored (RFC 9110 §5.6.7)`, { "If-Modified-Since": value }, 200),
    ),
    row(
      "a bad If-Unmodified-Since is ignored (RFC 9110 §13.1.4)",
      { "If-Unmodified-Since": "yesterday" },
      200,
    ),
    row(
      "the tag of a newer edition, minutes old, keeps what it has: a location may lag",
      { "If-None-Match": newer(120) },
      304,
      {
        fields: { ETag: newer(120), "Last-Modified": new Date((now - 120) * 1000).toUTCString() },
      },
    ),
    row(
      "the tag of a newer edition, older than ten minutes, gets the document",
      { "If-None-Match": newer(700) },
      200,
    ),
    row("a tag from the far future gets the document", { "If-None-Match": newer(-86_400) }, 200),
    row("a foreign tag with a recent number gets the document", { "If-None-Match": `W/"${now - 60}"` }, 200),
  ];
}
