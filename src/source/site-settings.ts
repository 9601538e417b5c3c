import { closest } from "fastest-levenshtein";
import { getStaticTOMLValue, ParseError, parseTOML } from "toml-eslint-parser";
import * as v from "valibot";
import type { Site } from "../article/site.ts";
import type { AbsoluteUrl } from "../article/values.ts";
import { absoluteUrl } from "../article/values.ts";
import { isTimezone } from "../article/zoned-time.ts";
import { PODCAST_SETTINGS } from "./podcast-settings.ts";
import type { FileProblems, SourceFile } from "./source-file.ts";
import { decodeText } from "./source-file.ts";
import { lineOfTomlPath } from "./toml-lines.ts";

/** Where a site is read from until it has an address of its own. */
export const LOCAL_URL = "http://127.0.0.1:8787";

const text = v.pipe(v.string("write it as text"), v.trim(), v.nonEmpty("write some text"));
const url = v.pipe(
  text,
  v.transform((value) => absoluteUrl(value)),
  v.custom<AbsoluteUrl>(
    (value) => value !== null,
    "write a URL with its scheme, such as https://example.com/",
  ),
);
const origin = v.pipe(
  url,
  v.transform((value) => new URL(value)),
  v.check(({ protocol }) => /^https?:$/.test(protocol), "write a URL that begins with https://"),
  v.check(
    ({ pathname, search, hash }) => `${pathname}${search}${hash}` === "/",
    "write a URL without a path",
  ),
  v.transform(({ origin }) => origin),
);
const AUTHOR_KEYS = { name: text, url: v.optional(url), email: v.optional(text) };
const author = v.pipe(
  v.union(
    [
      v.pipe(
        text,
        v.transform((name) => ({ name })),
      ),
      v.strictObject(AUTHOR_KEYS),
    ],
    'write names, or tables such as { name = "Desk", url = "https://example.com/desk" }',
  ),
  v.transform(
    ({ name, url, email }: { name: string; url?: AbsoluteUrl | undefined; email?: string | undefined }) => ({
      name,
      url: url ?? null,
      email: email ?? null,
    }),
  ),
);
const navigationLink = v.strictObject({
  title: text,
  href: v.pipe(text, v.regex(/^(\/(?!\/)|https?:\/\/|mailto:)/, "write a path that begins with /, or a URL")),
});
const wholeNumber = (least: number, most: number) =>
  v.pipe(
    v.number(`write a whole number from ${least} to ${most}`),
    v.integer(`write a whole number from ${least} to ${most}`),
    v.minValue(least, `write a whole number from ${least} to ${most}`),
    v.maxValue(most, `write a whole number from ${least} to ${most}`),
  );

const folder = v.pipe(
  text,
  v.regex(/^[^/\\]/, "write a folder from the content folder on, such as static or ../static"),
  v.transform((name) => name.replace(/^(?:\.\/)+|\/+$/g, "")),
);

const SECTION_KEYS = { title: v.optional(text), description: v.optional(text) };

const SETTINGS = v.strictObject({
  title: v.optional(text),
  url: v.optional(origin, LOCAL_URL),
  description: v.optional(v.pipe(v.string("write it as text"), v.trim()), ""),
  language: v.optional(v.pipe(text, v.check(isLanguage, "write a language tag such as en or pt-BR")), "en"),
  timezone: v.optional(v.pipe(text, v.check(isTimezone, "write a zone such as Europe/Paris")), "UTC"),
  authority: v.optional(
    v.pipe(
      text,
      v.regex(
        /^[a-z0-9.-]+,\d{4}(-\d{2}(-\d{2})?)?$/,
        "write a host and a year you held it in, such as example.com,2025",
      ),
    ),
  ),
  authors: v.optional(v.array(author, "write a list of authors"), []),
  copyright: v.optional(text),
  icon: v.optional(text),
  permalink: v.optional(
    v.pipe(
      text,
      v.regex(/^\/.*\{slug\}/, "write a path that begins with / and holds {slug}"),
      v.regex(
        /^(?:[^{}?#\s]|\{(?:slug|year|month|day)\})*$/,
        "write a path with the tokens {slug}, {year}, {month} and {day} and no others",
      ),
    ),
    "/articles/{slug}",
  ),
  feed_items: v.optional(wholeNumber(1, 500), 20),
  feed_content: v.optional(v.picklist(["full", "summary"], 'write "full" or "summary"'), "full"),
  poll_minutes: v.optional(wholeNumber(1, 1440), 15),
  hubs: v.optional(v.array(url, "write a list of URLs"), []),
  sections: v.optional(v.record(v.string(), v.strictObject(SECTION_KEYS)), {}),
  static: v.optional(v.array(folder, "write a list of folders"), ["static", "public"]),
  redirects: v.optional(
    v.record(
      v.pipe(text, v.regex(/^\/(?!\/)/, "write the old path with a leading slash, such as /old")),
      v.pipe(
        text,
        v.regex(/^(?:\/(?!\/)|https?:\/\/)/, "write a path such as /new, or a URL that begins with https://"),
      ),
    ),
    {},
  ),
  accent: v.optional(
    v.pipe(
      text,
      v.regex(/^#[0-9a-f]{6}$/i, "write a colour as six hexadecimal digits, such as #8a2c12"),
      v.toLowerCase(),
    ),
  ),
  navigation: v.optional(v.array(navigationLink, "write a list of links"), []),
  footer: v.optional(text),
  podcast: v.optional(PODCAST_SETTINGS),
});

type Settings = v.InferOutput<typeof SETTINGS>;

/**
 * Reads `site.toml`; without one, defaults serve. Every wrong or unknown key is a problem with its
 * line. `folderName` is the title of a site that names none.
 */
export function readSiteSettings(file: SourceFile | null, folderName: string, problems: FileProblems): Site {
  if (file === null) {
    problems.add(
      "notice",
      null,
      `is not there; defaults serve (title "${folderName}", url ${LOCAL_URL}). Write one with title and url to publish under your own address`,
    );
    return siteOf(v.parse(SETTINGS, {}), folderName);
  }
  return siteOf(parseSettings(file, problems), folderName);
}

function parseSettings(file: SourceFile, problems: FileProblems): Settings {
  const defaults = v.parse(SETTINGS, {});
  try {
    const ast = parseTOML(decodeText(file, problems));
    const values = getStaticTOMLValue(ast);
    const result = v.safeParse(SETTINGS, values);
    for (const issue of result.issues ?? []) {
      const path = issue.path?.map(({ key }) => String(key)) ?? [];
      problems.add("error", lineOfTomlPath(ast, path), messageOf(issue, path));
    }
    return result.success ? result.output : defaults;
  } catch (cause) {
    if (cause instanceof ParseError) {
      problems.add("error", cause.lineNumber, `cannot be read as TOML: ${cause.message}`);
    } else if (cause instanceof RangeError) {
      problems.add("error", null, "cannot be read as TOML: it is nested too deeply");
    } else throw cause;
    return defaults;
  }
}

function messageOf(issue: v.BaseIssue<unknown>, path: readonly string[]): string {
  const name = path.join(".");
  if (issue.type !== "strict_object") return `"${name}" is ${issue.received}; ${issue.message}`;
  const keys = Object.keys(keysAround(path));
  return `"${name}" is not a setting; the nearest is "${closest(path.at(-1) ?? "", keys)}", of ${keys.join(", ")}`;
}

/** The keys that may stand where an unknown one does. */
function keysAround([table, , key]: readonly string[]): Readonly<Record<string, unknown>> {
  if (key === undefined) return SETTINGS.entries;
  return table === "authors" ? AUTHOR_KEYS : SECTION_KEYS;
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function isLoopback(host: string): boolean {
  return /^(localhost|.*\.localhost|127\.[\d.]+|\[::1\])$/.test(host);
}

function siteOf(settings: Settings, folderName: string): Site {
  return {
    title: settings.title ?? folderName,
    url: settings.url,
    homeHost: isLoopback(new URL(settings.url).hostname) ? null : new URL(settings.url).hostname,
    description: settings.description,
    language: settings.language,
    timezone: settings.timezone,
    authority: settings.authority ?? null,
    authors: settings.authors,
    copyright: settings.copyright ?? null,
    icon: settings.icon ?? null,
    permalink: settings.permalink,
    feedItems: settings.feed_items,
    feedContent: settings.feed_content,
    pollMinutes: settings.poll_minutes,
    hubs: settings.hubs,
    sections: Object.entries(settings.sections).map(([name, { title, description }]) => ({
      name,
      title: title ?? name,
      description: description ?? null,
    })),
    accent: settings.accent ?? null,
    navigation: settings.navigation,
    footer: settings.footer ?? null,
    podcast: settings.podcast ?? null,
    staticFolders: settings.static,
    redirects: new Map(Object.entries(settings.redirects)),
  };
}
