import * as v from "valibot";
import { sitePath } from "../../article/values.ts";
import { text } from "../values/text-setting.ts";

/** What no path of the site may hold. */
export const WITHOUT = 'without "//", ".", "..", a backslash or an escape such as %2F';

/** Where a link in the head of every page leads. */
export const LINK = v.pipe(
  text,
  v.regex(/^(?:\/(?!\/)|https?:\/\/|mailto:)/, "write a path that begins with /, or a URL"),
  v.check(canLeadTo, `write a path that can be served, ${WITHOUT}, or a whole URL`),
);

/** Whether a path can be served, or text is a whole URL. */
export function canLeadTo(target: string): boolean {
  if (/\p{Cc}/u.test(target)) return false;
  if (target.startsWith("/")) return sitePath(target.replace(/[?#].*$/s, "")) !== null;
  return /^(?:https?:\/\/[^/\\]|mailto:)/.test(target) && URL.canParse(target);
}
