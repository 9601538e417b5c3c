import { getStaticTOMLValue, ParseError, parseTOML } from "toml-eslint-parser";
import * as v from "valibot";
import { isLoopback } from "../../article/loopback.ts";
import { ARTICLE_FORMATS, GENERATORS } from "../../article/setting-choices.ts";
import type { Site } from "../../article/site.ts";
import { SETTINGS_FILE } from "../../article/site.ts";
import { readToml } from "../formats/front-matter-formats.ts";
import { inheritedNames } from "../formats/inherited-names.ts";
import type { SyntaxFault } from "../formats/syntax-fault.ts";
import { lineOfTomlPath } from "../formats/toml-lines.ts";
import type { FileProblems, SourceFile } from "../text/source-file.ts";
import { decodeText } from "../text/source-file.ts";
import { shown } from "../values/field-values.ts";
import { ourPattern } from "../values/generator-permalink.ts";
import { nearNameOf } from "../values/near-name.ts";
import { FIELD_KEYS, habitsOf, kindsOf } from "./habit-settings.ts";
import { AUTHOR_KEYS } from "./people-settings.ts";
import { OWNER_KEYS, PODCAST_KEYS } from "./podcast-settings.ts";
import { LOCAL_URL, NAVIGATION_KEYS, SECTION_KEYS, SETTINGS } from "./settings-schema.ts";
import { STYLE_KEYS } from "./style-settings.ts";

type Settings = v.InferOutput<typeof SETTINGS>;

/**
 * Reads `site.toml`; without one, defaults apply. Every wrong or unknown key is a problem with its
 * line. `folderName` is the title of a site that names none.
 */
export function readSiteSettings(file: SourceFile | null, folderName: string, problems: FileProblems): Site {
  if (file === null) {
    problems.add(
      "notice",
      null,
      `is missing, so defaults apply (title "${folderName}", url ${LOCAL_URL}); write one with title and url to publish under your own address`,
    );
    return siteOf(v.parse(SETTINGS, {}), folderName);
  }
  return siteOf(parseSettings(file, problems), folderName);
}

function parseSettings(file: SourceFile, problems: FileProblems): Settings {
  const defaults = v.parse(SETTINGS, {});
  const text = decodeText(file, problems);
  try {
    const ast = parseTOML(text);
    const inherited = [...inheritedNames(ast)];
    for (const { name, line } of inherited)
      problems.add("error", line, `"${name}" cannot be a key; rename it`);
    if (inherited.length > 0) return defaults;
    const values = getStaticTOMLValue(ast);
    const result = v.safeParse(SETTINGS, values, { abortPipeEarly: true });
    for (const issue of result.issues ?? []) {
      const path = issue.path?.map(({ key }) => String(key)) ?? [];
      const meant = foreignTokens(issue, path, values.generator);
      problems.add("error", lineOfTomlPath(ast, path), meant ?? messageOf(issue, path));
    }
    return result.success ? result.output : defaults;
  } catch (cause) {
    if (cause instanceof ParseError) {
      const { line, column, message } = faultOf(text, cause);
      problems.add("error", line, message, column);
    } else if (cause instanceof RangeError) {
      problems.add("error", null, "is nested too deeply to be read; write it flatter");
    } else problems.addFault(cause);
    return defaults;
  }
}

/** The other parser of TOML, which reads front matter, says more of what is wrong; it lets less pass. */
function faultOf(text: string, { lineNumber, column }: ParseError): SyntaxFault {
  const reading = readToml(text);
  return "fault" in reading
    ? reading.fault
    : { line: lineNumber, column: column + 1, message: "this cannot be read as TOML" };
}

/** What is wrong, and how to fix it; a value is shown as it was written. */
function messageOf(issue: v.BaseIssue<unknown>, path: readonly string[]): string {
  const names = path.filter((key) => !/^\d+$/.test(key));
  const name = names.join(".");
  if (issue.expected === "never") {
    const [last = "", ...around] = names.toReversed();
    const keys = Object.keys(keysAround(path));
    const meant = nearNameOf(keys)(last);
    return `"${last}" is not a setting${around.length > 0 ? ` of ${around.toReversed().join(".")}` : ""}; ${meant === null ? `remove it, or use one of ${keys.join(", ")}` : `did you mean "${meant}"?`}`;
  }
  const at = issue.path?.at(-1);
  if (at?.value === undefined) return `"${name}" is missing; add it`;
  return `"${name}" is ${shown(at.origin === "key" ? at.key : at.value)}; ${issue.message}`;
}

/** How to write a pattern that is in the tokens of a generator; null for any other slip. */
function foreignTokens(
  issue: v.BaseIssue<unknown>,
  path: readonly string[],
  generator: unknown,
): string | null {
  const [name = "", ...rest] = path;
  const written = issue.path?.at(-1)?.value;
  if (!/^permalinks?$/.test(name) || typeof written !== "string") return null;
  const meant = ourPattern(written, GENERATORS.find((one) => one === generator) ?? null);
  if (meant === null && !/\/:[a-z]/.test(written)) return null;
  const key = name === "permalink" ? name : JSON.stringify(rest.join("."));
  const fix =
    meant === null
      ? 'and not all of them have a like here; write a pattern such as "/{year}/{slug}/"'
      : `write ${key} = "${meant}"`;
  return `"${path.join(".")}" is ${shown(written)}, in the tokens of a generator${meant === null ? ", " : "; "}${fix}`;
}

/** The keys that may stand where an unknown one does. */
function keysAround([table, ...inside]: readonly string[]): Readonly<Record<string, unknown>> {
  if (inside.length === 0) return SETTINGS.entries;
  if (table === "podcast") return inside.length === 1 ? PODCAST_KEYS : OWNER_KEYS;
  if (table === "fields") return FIELD_KEYS;
  if (table === "authors") return AUTHOR_KEYS;
  if (table === "style") return STYLE_KEYS;
  return table === "navigation" ? NAVIGATION_KEYS : SECTION_KEYS;
}

function siteOf(settings: Settings, folderName: string): Site {
  return {
    generator: settings.generator ?? null,
    title: settings.title ?? folderName,
    url: settings.url,
    homeHost: isLoopback(new URL(settings.url).hostname) ? null : new URL(settings.url).hostname,
    description: settings.description,
    language: settings.language,
    timezone: settings.timezone,
    authority: settings.authority ?? null,
    authors: settings.authors.authors,
    profiles: settings.authors.profiles,
    habits: habitsOf(settings, settings.authors.people, settings.sections),
    copyright: settings.copyright ?? null,
    icon: settings.icon ?? null,
    permalink: settings.permalink,
    permalinks: settings.permalinks,
    slugs: settings.slugs,
    dateFrom: settings.date_from,
    languages: settings.languages,
    ids: settings.ids ?? null,
    feedItems: settings.feed_items,
    feedContent: settings.feed_content,
    articleFormats: ARTICLE_FORMATS.filter((format) => settings.article_formats.includes(format)),
    channelArchives: kindsOf(settings.channel_archives),
    pollMinutes: settings.poll_minutes,
    hubs: settings.hubs,
    hub: settings.hub,
    hubSignature: settings.hub_signature,
    sections: Object.entries(settings.sections).map(([name, { title, description }]) => ({
      name,
      title: title ?? name,
      description: description ?? null,
    })),
    images: settings.images,
    media: settings.media,
    enclosureHosts: new Set(settings.enclosure_hosts),
    accent: settings.accent ?? null,
    style: settings.style,
    socialCards: settings.social_cards,
    navigation: settings.navigation,
    footer: settings.footer ?? null,
    podcast: settings.podcast ?? null,
    staticFolders: settings.static,
    templates: settings.templates,
    generatorData: { config: {}, data: {}, includes: {} },
    redirects: new Map(
      Object.entries(settings.redirects).map(([from, to]) => [
        from,
        { to, status: 301, file: SETTINGS_FILE, line: null },
      ]),
    ),
    redirectQueries: new Set(settings.redirect_queries),
    hosts: new Set(settings.hosts),
    feeds: settings.feeds,
  };
}
