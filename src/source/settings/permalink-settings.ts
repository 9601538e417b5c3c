import * as v from "valibot";
import { NAMING_TOKENS, TOKENS, tokensOf } from "../../article/address-pattern.ts";
import { singleLine } from "../../article/plain-text.ts";
import { SLUG_STYLES } from "../../article/setting-choices.ts";
import type { FolderPermalink, NamedPermalink } from "../../article/site.ts";
import { sitePath } from "../../article/values.ts";
import { languageFix, languageTag } from "../values/language-tags.ts";
import { text } from "../values/text-setting.ts";

/** What a pattern may take: a slug has 400 of a storage key's 512. */
const MAX_PATTERN_BYTES = 100;

const NAMING = NAMING_TOKENS.map((name) => `{${name}}`);
const KNOWN = TOKENS.map((name) => `{${name}}`);
const LISTED = `${KNOWN.slice(0, -1).join(", ")} and ${KNOWN.at(-1)}`;

/** Braces that hold no token: with these out of the way none is left. */
const isKnown = (pattern: string, known: readonly string[]) =>
  tokensOf(pattern).every((name) => known.includes(name)) && !/[{}]/.test(pattern.replace(/\{[a-z]+\}/g, ""));

/** The pattern of addresses. */
const PERMALINK = v.pipe(
  text,
  v.check(
    (pattern) => pattern.startsWith("/") && NAMING.some((name) => pattern.includes(name)),
    "write a path that begins with / and holds {slug}, or {title}, {filename} or {path} instead",
  ),
  v.check((pattern) => isKnown(pattern, TOKENS), `write a path with the tokens ${LISTED} and no others`),
  v.check((pattern) => !/[?#\s]/.test(pattern), "write a path without spaces, ? and #"),
  v.transform(spelledPattern),
  v.custom<string>(
    (pattern) => pattern !== null,
    `write a path of at most ${MAX_PATTERN_BYTES} bytes that can be served, with {slug} once and without "//", ".", "..", a backslash or an escape such as %2F`,
  ),
);

/** A pattern in the one spelling that its addresses are served under; null where they could not be. */
function spelledPattern(text: string): string | null {
  if (NAMING.some((name) => text.split(name).length > 2)) return null;
  const pattern = sitePath(text)?.replace(/%7B([a-z]+)%7D/g, "{$1}") ?? null;
  return pattern !== null && pattern.length <= MAX_PATTERN_BYTES ? pattern : null;
}

/** What a name in `[permalinks]` may be one of; categories are tags here. */
const KINDS = new Map<string, NamedPermalink["kind"]>([
  ["category", "tag"],
  ["tag", "tag"],
  ["section", "section"],
]);

const NAME = /^(category|tag|section):(.*)$/s;

/** Patterns by category, tag or section, and by folder, the folder without slashes at its ends. */
const PERMALINKS = v.pipe(
  v.record(
    v.pipe(
      text,
      v.check(
        (key) => NAME.exec(key)?.[2]?.trim() !== "",
        ({ input }) => `write the name behind it, such as "${input.trim()}note"`,
      ),
      v.regex(/^[./]*[^./\\][^\\]*$/, "write a folder from the content folder on, such as blog or blog/news"),
    ),
    PERMALINK,
    'write a table of folders, such as "blog" = "/blog/{year}/{slug}/", and of categories, tags and sections, such as "category:note" = "/notes/{slug}/"',
  ),
  v.transform((table) => Object.entries(table).map(([key, pattern]) => permalinkOf(key, pattern))),
);

function permalinkOf(key: string, pattern: string): FolderPermalink | NamedPermalink {
  const [, word = "", name = ""] = NAME.exec(key) ?? [];
  const kind = KINDS.get(word);
  return kind !== undefined
    ? { kind, name: singleLine(name), written: key, pattern }
    : { folder: key.replace(/^(?:\.?\/)+|(?<!\/)\/+$/g, ""), pattern };
}

/** What an id that differs from article to article is made of. */
const OWN_TOKENS = ["{address}", ...NAMING];

const MAX_IDS_BYTES = 200;

const IDS = v.pipe(
  text,
  v.check(
    (pattern) => OWN_TOKENS.some((name) => pattern.includes(name)),
    `every article would have this id; add ${OWN_TOKENS.join(", ").replace(/, ([^,]*)$/, " or $1")}, such as "https://old.example{address}"`,
  ),
  v.check(
    (pattern) => isKnown(pattern, ["address", ...TOKENS]),
    `write an id with the tokens {address}, ${LISTED} and no others`,
  ),
  v.check(
    (pattern) => /^[a-z][a-z\d+.-]*:[^\s\p{Cc}]+$/iu.test(pattern) && pattern.length <= MAX_IDS_BYTES,
    `write a URL, or another text that begins with a scheme such as urn: and has no spaces, of at most ${MAX_IDS_BYTES} characters`,
  ),
);

const LANGUAGES = v.array(
  v.pipe(
    text,
    v.check(
      (name) => name.length <= 35 && languageTag(name) !== null,
      ({ input }) => languageFix(input),
    ),
  ),
  'write a list of language tags as names of files and folders have them, such as ["en", "fr"]',
);

/** How articles get their addresses and their ids. */
export const PERMALINK_SETTINGS = {
  permalink: v.optional(PERMALINK, "/articles/{slug}"),
  permalinks: v.optional(PERMALINKS, {}),
  slugs: v.optional(v.picklist(SLUG_STYLES, 'write "slug", "lower" or "verbatim"'), "slug"),
  date_from: v.optional(
    v.picklist(
      ["timezone", "name", "written"],
      'write "timezone", "name" for the day in the name of the file, or "written" for the day as it was written with its offset',
    ),
    "timezone",
  ),
  languages: v.optional(LANGUAGES, []),
  ids: v.optional(IDS),
};
