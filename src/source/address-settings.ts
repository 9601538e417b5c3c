import * as v from "valibot";
import { sitePath } from "../article/values.ts";
import { text } from "./text-setting.ts";

/** What no path of the site may hold. */
export const WITHOUT = 'without "//", ".", "..", a backslash or an escape such as %2F';

/** What a pattern may take: a slug has 400 of a storage key's 512. */
const MAX_PATTERN_BYTES = 100;

/** The pattern of addresses. */
export const PERMALINK = v.pipe(
  text,
  v.regex(/^\/.*\{slug\}/, "write a path that begins with / and holds {slug}"),
  v.regex(
    /^(?:[^{}?#\s]|\{(?:slug|year|month|day)\})*$/,
    "write a path with the tokens {slug}, {year}, {month} and {day} and no others",
  ),
  v.transform(spelledPattern),
  v.custom<string>(
    (pattern) => pattern !== null,
    `write a path of at most ${MAX_PATTERN_BYTES} bytes that can be served, with {slug} once and ${WITHOUT}`,
  ),
);

/** Where a link in the head of every page leads. */
export const LINK = v.pipe(
  text,
  v.regex(/^(?:\/(?!\/)|https?:\/\/|mailto:)/, "write a path that begins with /, or a URL"),
  v.check(canLeadTo, `write a path that can be served, ${WITHOUT}, or a whole URL`),
);

/** A pattern in the one spelling that its addresses are served under; null where they could not be. */
function spelledPattern(text: string): string | null {
  if (text.split("{slug}").length !== 2) return null;
  const pattern = sitePath(text)?.replace(/%7B(slug|year|month|day)%7D/g, "{$1}") ?? null;
  return pattern !== null && pattern.length <= MAX_PATTERN_BYTES ? pattern : null;
}

/** Whether a path can be served, or text is a whole URL. */
export function canLeadTo(target: string): boolean {
  if (/\p{Cc}/u.test(target)) return false;
  if (target.startsWith("/")) return sitePath(target.replace(/[?#].*$/s, "")) !== null;
  return /^(?:https?:\/\/[^/\\]|mailto:)/.test(target) && URL.canParse(target);
}
