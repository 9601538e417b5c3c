import * as v from "valibot";
import { sitePath } from "../article/values.ts";
import { text } from "./text-setting.ts";

/** What no path of the site may hold. */
const WITHOUT = 'without "//", ".", "..", a backslash or an escape such as %2F';

const leadsSomewhere = v.check(canLeadTo, `write a path that can be served, ${WITHOUT}, or a whole URL`);

/** Where a link in the head of every page leads. */
export const LINK = v.pipe(
  text,
  v.regex(/^(?:\/(?!\/)|https?:\/\/|mailto:)/, "write a path that begins with /, or a URL"),
  leadsSomewhere,
);

/** Old paths, and where they lead. */
export const REDIRECTS = v.record(
  v.pipe(
    text,
    v.regex(/^\/(?!\/)/, "write the old path with a leading slash, such as /old"),
    v.check((from) => sitePath(from) !== null, `write a path that can be asked for, ${WITHOUT}`),
  ),
  v.pipe(
    text,
    v.regex(/^(?:\/(?!\/)|https?:\/\/)/, "write a path such as /new, or a URL that begins with https://"),
    leadsSomewhere,
  ),
  'write a table of paths, such as "/old" = "/new"',
);

function canLeadTo(target: string): boolean {
  if (/\p{Cc}/u.test(target)) return false;
  if (target.startsWith("/")) return sitePath(target.replace(/[?#].*$/s, "")) !== null;
  return /^(?:https?:\/\/[^/\\]|mailto:)/.test(target) && URL.canParse(target);
}
