import * as v from "valibot";
import { isLoopback } from "../../article/loopback.ts";
import { sitePath } from "../../article/values.ts";
import { text } from "../values/text-setting.ts";
import { canLeadTo, WITHOUT } from "./address-settings.ts";

/** The old address of a redirect: a path, in which one `*` may stand, and perhaps a query. */
export const REDIRECT_FROM = v.pipe(
  text,
  v.regex(/^\/(?!\/)/, "write the old path with a leading slash, such as /old"),
  v.check(
    (from) => sitePath(from.replace(/\?.*$/s, "")) !== null,
    `write a path that can be asked for, ${WITHOUT}`,
  ),
  v.regex(/^[^#]*$/, "leave out what begins with #: no browser sends it"),
  v.regex(/^[^*]*\*?[^*]*$/, "write * once"),
  v.regex(/^(?:[^?]*|[^*?]*\?[^*]+)$/, "write a query behind a path without *, such as /?p=12"),
);

/** Where a redirect leads. */
export const REDIRECT_TO = v.pipe(
  text,
  v.regex(/^(?:\/(?!\/)|https?:\/\/)/, "write a path such as /new, or a URL that begins with https://"),
  v.check(canLeadTo, `write a path that can be served, ${WITHOUT}, or a whole URL`),
);

/** A host that others reach. */
export const host = v.pipe(
  text,
  v.toLowerCase(),
  v.regex(/^[^/:\s]+$/, 'write a host without "https://", a port or a path, such as old.example'),
  v.transform((name) => URL.parse(`https://${name}`)?.hostname ?? ""),
  v.regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, "write a host such as old.example"),
  v.check((name) => !isLoopback(name), "write a host that others reach, such as old.example"),
);

/** Settings of old addresses and hosts. */
export const REDIRECT_ENTRIES = {
  redirects: v.optional(
    v.record(REDIRECT_FROM, REDIRECT_TO, 'write a table of paths, such as "/old" = "/new"'),
    {},
  ),
  redirect_queries: v.optional(
    v.array(
      v.pipe(text, v.regex(/^[^&=#?+%\s]+$/, 'write the name alone, such as "id"')),
      'write a list of names, such as ["id"]',
    ),
    [],
  ),
  hosts: v.optional(v.array(host, 'write a list of hosts, such as ["old.example"]'), []),
};
