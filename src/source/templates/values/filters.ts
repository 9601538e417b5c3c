import { escapeAttribute } from "../../../article/escape-attribute.ts";
import type { Filter } from "./filter.ts";
import { ofList, ofNumbers, ofText } from "./filter.ts";
import { formatDate } from "./format-date.ts";
import { isTrue, printed, propertyOf, UNKNOWN } from "./value.ts";

const same: Filter = (value) => value;
const escaped = ofText((text) => escapeAttribute(text));
const slug = ofText((text, _, { values }) => values.slugOf(text));
const date: Filter = (value, [format], { values }) => {
  const text = printed(value);
  const written = printed(format ?? "%Y-%m-%d");
  return text === UNKNOWN || written === UNKNOWN ? UNKNOWN : formatDate(text, written, values);
};
const orElse: Filter = (value, [other = null]) =>
  value === UNKNOWN || !isTrue(value) || value === "" ? other : value;
const markdown = ofText((text, _, { values }) => values.markdownify(text));
const path = ofText((text) => (/^(?:[a-z][a-z0-9+.-]*:|\/|#|\?)/i.test(text) ? text : `/${text}`));
const wholeUrl = ofText((text, _, { values }) =>
  /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(text) ? text : `${values.origin}/${text.replace(/^\//, "")}`,
);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const size: Filter = (value) => propertyOf(typeof value === "number" ? String(value) : value, "size") ?? 0;
const isoDate: Filter = (value, _, scope) => date(value, ["%Y-%m-%dT%H:%M:%S%:z"], scope);
const shortDate =
  (format: string): Filter =>
  (value, _, scope) =>
    date(value, [format], scope);

/** Eleventy's plugin for code: an element of its own. */
const highlight: Filter = (value, [language]) => {
  const text = printed(value);
  const name = typeof language === "string" && /^[\w+#.-]+$/.test(language) ? language : "";
  if (text === UNKNOWN) return UNKNOWN;
  return `<pre><code class="language-${name}">${escapeAttribute(text.replace(/^\n|\n$/g, ""))}</code></pre>`;
};

/** Filters of Liquid, Jekyll, Nunjucks and Eleventy that need nothing but what is handed to them. */
export const FILTERS: Readonly<Record<string, Filter>> = {
  default: orElse,
  d: orElse,
  safe: same,
  raw: same,
  escape: escaped,
  escape_once: ofText((text) => escapeAttribute(text).replace(/&amp;(#?\w{1,20};)/g, "&$1")),
  e: escaped,
  xml_escape: escaped,
  cgi_escape: ofText((text) => encodeURIComponent(text.toWellFormed())),
  url_encode: ofText((text) => encodeURIComponent(text.toWellFormed())),
  urlencode: ofText((text) => encodeURIComponent(text.toWellFormed())),
  uri_escape: ofText((text) => encodeURI(text.toWellFormed())),
  append: ofText((text, [other = ""]) => text + other),
  prepend: ofText((text, [other = ""]) => other + text),
  replace: ofText((text, [from = "", to = ""]) => (from === "" ? text : text.split(from, 10_000).join(to))),
  replace_first: ofText((text, [from = "", to = ""]) => text.replace(from, () => to)),
  remove: ofText((text, [from = ""]) => (from === "" ? text : text.split(from, 10_000).join(""))),
  remove_first: ofText((text, [from = ""]) => text.replace(from, () => "")),
  downcase: ofText((text) => text.toLowerCase()),
  lower: ofText((text) => text.toLowerCase()),
  upcase: ofText((text) => text.toUpperCase()),
  upper: ofText((text) => text.toUpperCase()),
  capitalize: ofText(capital),
  title: ofText((text) => text.replace(/(?<![\p{L}\p{M}\p{N}_'’])\p{L}/gu, (letter) => letter.toUpperCase())),
  strip: ofText((text) => text.trim()),
  trim: ofText((text) => text.trim()),
  lstrip: ofText((text) => text.trimStart()),
  rstrip: ofText((text) => text.trimEnd()),
  strip_newlines: ofText((text) => text.replaceAll("\n", "")),
  newline_to_br: ofText((text) => text.replaceAll("\n", "<br>\n")),
  strip_html: ofText((text) => text.replace(/<[^<>]*>/g, "")),
  striptags: ofText((text) => text.replace(/<[^<>]*>/g, "")),
  normalize_whitespace: ofText((text) => text.replace(/\s+/g, " ")),
  number_of_words: ofText((text) => text.split(/\s+/).filter((word) => word !== "").length),
  truncate: ofText((text, [length = "50", end = "..."]) =>
    text.length <= Number(length) ? text : text.slice(0, Math.max(0, Number(length) - end.length)) + end,
  ),
  truncatewords: ofText((text, [count = "15", end = "..."]) => {
    const words = text.split(/\s+/);
    return words.length <= Number(count) ? text : words.slice(0, Number(count)).join(" ") + end;
  }),
  slugify: slug,
  slug,
  slice: ofText((text, [from = "0", count = "1"]) => text.slice(Number(from)).slice(0, Number(count))),
  split: ofText((text, [by = " "]) => text.split(by, 1000)),
  markdownify: markdown,
  markdown,
  highlight,
  date,
  date_to_string: shortDate("%d %b %Y"),
  date_to_long_string: shortDate("%d %B %Y"),
  date_to_xmlschema: isoDate,
  date_to_rfc822: shortDate("%a, %d %b %Y %H:%M:%S %z"),
  jsonify: (value) => (isPlain(value) ? JSON.stringify(value ?? null) : UNKNOWN),
  relative_url: path,
  url: path,
  relURL: path,
  absolute_url: wholeUrl,
  absURL: wholeUrl,
  size,
  length: size,
  first: (value) => propertyOf(value, "first"),
  last: (value) => propertyOf(value, "last"),
  join: ofList((list, [by = " "]) => {
    const parts = [by, ...list.slice(0, 1000)].map(printed);
    return parts.every((part) => part !== UNKNOWN) ? parts.slice(1).join(parts[0]) : UNKNOWN;
  }),
  reverse: ofList((list) => list.toReversed()),
  sort: ofList((list) => (list.every(isPlain) ? list.toSorted(compare) : UNKNOWN)),
  uniq: ofList((list) => [...new Set(list)]),
  compact: ofList((list) => list.filter(isTrue)),
  concat: ofList((list, [other]) => (Array.isArray(other) ? [...list, ...other].slice(0, 10_000) : UNKNOWN)),
  map: ofList((list, [name]) => {
    const key = printed(name);
    return key === UNKNOWN ? UNKNOWN : list.map((one) => propertyOf(one, key));
  }),
  where: ofList((list, [name, wanted = true]) => {
    const key = printed(name);
    return key === UNKNOWN ? UNKNOWN : list.filter((one) => propertyOf(one, key) === wanted);
  }),
  plus: ofNumbers((a, b) => a + b),
  minus: ofNumbers((a, b) => a - b),
  times: ofNumbers((a, b) => a * b),
  divided_by: ofNumbers((a, b) => (Number.isInteger(a) && Number.isInteger(b) ? Math.floor(a / b) : a / b)),
  modulo: ofNumbers((a, b) => a % b),
  round: ofNumbers((a, digits) => Number(a.toFixed(Math.min(20, Math.max(0, digits))))),
  floor: ofNumbers((a) => Math.floor(a)),
  ceil: ofNumbers((a) => Math.ceil(a)),
  abs: ofNumbers((a) => Math.abs(a)),
};

function isPlain(value: unknown): boolean {
  return value === null || /^(?:string|number|boolean)$/.test(typeof value);
}

/** By code units: the same on every machine. */
function compare(a: unknown, b: unknown): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a) < String(b) ? -1 : String(a) === String(b) ? 0 : 1;
}
