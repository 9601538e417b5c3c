import type { Arbitrary } from "fast-check";
import { array, constant, constantFrom, domain, nat, oneof, option, string, tuple } from "fast-check";

// fast-check's own unit "binary", and `webPath` and `webUrl` with it, make a table of all million characters:
// a second in each process that asks for one, and 130 MB to be looked through by every collection.

const SURROGATES = { first: 0xd800, count: 0x800 };

/** Any character of Unicode: the same values, in the same order, as of the unit "binary". */
export const ANY_SIGN: Arbitrary<string> = nat({ max: 0x10ffff - SURROGATES.count }).map(
  (rank) => String.fromCodePoint(rank < SURROGATES.first ? rank : rank + SURROGATES.count),
  rankOf,
);

function rankOf(sign: unknown): number {
  const text = String(sign);
  const code = text.codePointAt(0) ?? Number.NaN;
  if (text !== String.fromCodePoint(code) || !text.isWellFormed()) throw new Error("this is no character");
  return code < SURROGATES.first ? code : code - SURROGATES.count;
}

const ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Text of a URL in which some signs, and whatever else there is, stand as they are or encoded (RFC 3986). */
function urlText(signs: string): Arbitrary<string> {
  const plain = constantFrom(...ALPHANUMERIC, ...signs);
  return string({
    unit: oneof({ arbitrary: plain, weight: 10 }, { arbitrary: ANY_SIGN.map(encodeURIComponent), weight: 1 }),
  });
}

/** The path of a URL, empty or from its first slash on. */
export const ANY_PATH: Arbitrary<string> = array(urlText("-._~!$&'()*+,;=:@")).map((segments) =>
  segments.map((segment) => `/${segment}`).join(""),
);

/** A URL of the web, with a query and a fragment or without. */
export const ANY_URL: Arbitrary<string> = tuple(
  constantFrom("http://", "https://"),
  domain(),
  ANY_PATH,
  ...["?", "#"].map((mark) =>
    option(
      tuple(constant(mark), urlText("-._~!$&'()*+,;=:@/?")).map((both) => both.join("")),
      { nil: "" },
    ),
  ),
).map((parts) => parts.join(""));
