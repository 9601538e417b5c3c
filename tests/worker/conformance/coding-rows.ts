import type { Row } from "./row.ts";
import type { SampleDocument } from "./sample.ts";

/** Accept-Encoding of a client, and the coding that a document stored in brotli and gzip comes in. */
const CHOICES = [
  ["names brotli", "br", "br"],
  ["names gzip", "gzip", "gzip"],
  ["names x-gzip, which is gzip (RFC 9110 §8.4.1.3)", "x-gzip", "gzip"],
  ["writes in capitals", "GZIP", "gzip"],
  ["names both at one weight: the smaller", "gzip, br", "br"],
  ["weighs gzip more", "br;q=0.5, gzip;q=0.8", "gzip"],
  ["weighs with spaces", "br ; q=0.5 , gzip ; q=0.8", "gzip"],
  ["forbids brotli", "br;q=0, gzip", "gzip"],
  ["forbids brotli by three digits", "br;q=0.000, gzip;q=0.001", "gzip"],
  ["weighs identity more", "gzip;q=0.5, identity", null],
  ["names identity alone", "identity", null],
  ["forbids all but identity", "br;q=0, gzip;q=0", null],
  ["says *: gzip, which everybody can read", "*", "gzip"],
  ["forbids * but names brotli", "br, *;q=0", "br"],
  ["forbids everything: identity, never 406", "identity;q=0, *;q=0", null],
  ["forbids identity and names nothing we have", "zstd, identity;q=0", null],
  ["names what we do not have", "zstd, compress, deflate", null],
  ["sends an empty field", "", null],
  ["has a weight that is no weight: left out", "br;q=2, gzip", "gzip"],
  ["has a weight that is no number: left out", "br;q=high, gzip", "gzip"],
  ["has a malformed member: left out", "br gzip, gzip", "gzip"],
  ["is Chromium", "gzip, deflate, br, zstd", "br"],
  ["is newsboat", "deflate, gzip, br, zstd", "br"],
  ["is feedparser", "gzip, deflate", "gzip"],
] as const;

/** Which coding is sent to whom (RFC 9110 §12.5.3). */
export function codingRows({ path: target, body, tag }: SampleDocument): Row[] {
  return CHOICES.map(([client, acceptEncoding, coding]) => ({
    name: `a client that ${client} gets ${coding ?? "identity"} (RFC 9110 §12.5.3)`,
    request: { target, fields: { "Accept-Encoding": acceptEncoding } },
    status: 200,
    fields: { "Content-Encoding": coding, Vary: /^Accept-Encoding/, ETag: tag, "Content-Length": /^\d+$/ },
    body,
  }));
}
