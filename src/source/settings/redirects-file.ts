import * as v from "valibot";
import type { Redirect } from "../../article/old-addresses.ts";
import type { FileProblems, SourceFile } from "../text/source-file.ts";
import { decodeText } from "../text/source-file.ts";
import { REDIRECT_FROM, REDIRECT_TO } from "./redirect-settings.ts";

/** Why a status of such a file is none that is sent from here. */
const OTHER_STATUSES: Readonly<Record<string, string>> = {
  "200": "asks for a rewrite (200), which is not done here; let it redirect with 301",
  "404": "asks for a page of 404, which the site has for every unknown address; remove it",
};

const STATUS = /^(\d{3})!?$/;

/** What a line says, or why it says nothing. */
type Line = { readonly from: string; readonly to: string; readonly status: number } | string;

/**
 * Reads a file `_redirects` as Netlify and Cloudflare have it: old path, new path, status, one redirect
 * a line; `*` and `:splat`, `:name` for a segment, `name=value` for a query. The first of several lines
 * with one old path counts. What is not understood is a problem with its line.
 */
export function parseRedirects(file: SourceFile, problems: FileProblems): ReadonlyMap<string, Redirect> {
  const redirects = new Map<string, Redirect>();
  for (const [index, text] of decodeText(file, problems).split("\n").entries()) {
    const words = wordsOf(text);
    if (words.length === 0) continue;
    const read = readLine(words);
    const tell = (why: string) => problems.add("warning", index + 1, `is left out: it ${why}`);
    if (typeof read === "string") tell(read);
    else if (redirects.has(read.from)) tell(`leads "${read.from}" somewhere for a second time; remove one`);
    else redirects.set(read.from, { to: read.to, status: read.status, file: file.path, line: index + 1 });
  }
  return redirects;
}

/** The words of a line up to its comment. */
function wordsOf(text: string): readonly string[] {
  const words = text.trim().split(/\s+/);
  const comment = words.findIndex((word) => word === "" || word.startsWith("#"));
  return comment === -1 ? words : words.slice(0, comment);
}

function readLine([path = "", ...rest]: readonly string[]): Line {
  if (/^https?:\/\//.test(path)) {
    return `begins with a host; write the path alone, and the host into "hosts" of site.toml`;
  }
  const isPair = (word: string) => /^[^/=:]+=/.test(word);
  const end = rest.findIndex((word) => !isPair(word));
  const pairs = end === -1 ? rest : rest.slice(0, end);
  const [first, ...others] = rest.slice(pairs.length);
  if (pairs.some((pair) => pair.includes("=:"))) return "asks for any value in a query; write out the values";
  // A status alone is of what is gone.
  const [to = "/", status = "301", ...conditions] =
    first !== undefined && STATUS.test(first) ? ["/", first, ...others] : [first, ...others];
  const [, code = ""] = STATUS.exec(status) ?? [];
  const other = OTHER_STATUSES[code];
  if (other !== undefined) return other;
  if (first === undefined || (first === status && code !== "410"))
    return "names no new path; write one behind the old path";
  if (!/^(?:30[1278]|410)$/.test(code))
    return `has "${status}" where a status belongs; write 301, 302, 307, 308 or 410`;
  if (conditions.length > 0)
    return `has the condition "${conditions[0]}", which is not known here; let it redirect everybody`;
  const from = pairs.length === 0 ? path : `${path}?${pairs.join("&")}`;
  const wrong = wrongWith(REDIRECT_FROM, from) ?? (code === "410" ? null : wrongWith(REDIRECT_TO, to));
  return wrong ?? { from, to: code === "410" ? "/" : to, status: Number(code) };
}

function wrongWith(schema: v.GenericSchema<unknown, string>, text: string): string | null {
  const { issues } = v.safeParse(schema, text, { abortPipeEarly: true });
  return issues === undefined ? null : `has "${text}" where an address belongs; ${issues[0].message}`;
}
