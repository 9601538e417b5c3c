import { getStaticTOMLValue, ParseError, parseTOML } from "toml-eslint-parser";
import * as v from "valibot";
import { isLoopback } from "../../article/loopback.ts";
import { ARTICLE_FORMATS } from "../../article/setting-choices.ts";
import type { Site } from "../../article/site.ts";
import { SETTINGS_FILE } from "../../article/site.ts";
import { readToml } from "../formats/front-matter-formats.ts";
import { inheritedNames } from "../formats/inherited-names.ts";
import type { SyntaxFault } from "../formats/syntax-fault.ts";
import { lineOfTomlPath } from "../formats/toml-lines.ts";
import type { FileProblems, SourceFile } from "../text/source-file.ts";
import { decodeText } from "../text/source-file.ts";
import { habitsOf, kindsOf } from "./habit-settings.ts";
import { settingFault } from "./setting-fault.ts";
import { LOCAL_URL, SETTINGS } from "./settings-schema.ts";

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
      problems.add("error", lineOfTomlPath(ast, path), settingFault(issue, path, values.generator));
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
