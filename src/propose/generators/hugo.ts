import { isTable } from "../../source/values/field-values.ts";
import { ourPattern } from "../../source/values/generator-permalink.ts";
import type { Config, Found } from "../evidence/config.ts";
import type { ProposedSetting } from "../evidence/proposed-setting.ts";
import {
  authorsSetting,
  basePath,
  firstFound,
  languageSetting,
  textSetting,
  urlSetting,
} from "../evidence/proposed-setting.ts";
import type { View } from "./rule.ts";
import { below, joined, staticBeside } from "./rule.ts";

/** Hugo: https://gohugo.io/configuration/all/ and https://gohugo.io/content-management/urls/. */
export function hugo(view: View): readonly ProposedSetting[] {
  const { config, others } = view;
  const params = others.find(({ file }) => /_default\/params\.\w+$/.test(file.name));
  const translations = others.find(({ file }) => /_default\/languages\.\w+$/.test(file.name));
  const main = config.find("defaultContentLanguage");
  const own = typeof main?.value === "string" ? main.value : "en";
  const isVerbatim = config.find("disablePathToLower")?.value === true;
  return [
    ...textSetting(
      "title",
      firstFound(
        config.find("title"),
        config.find("languages", own, "title"),
        translations?.find(own, "title") ?? null,
      ),
    ),
    ...urlSetting(firstFound(config.find("baseURL"), config.find("baseurl"))),
    ...textSetting(
      "description",
      firstFound(
        params?.find("description") ?? null,
        config.find("params", "description"),
        config.find("languages", own, "params", "description"),
      ),
    ),
    ...languageSetting(firstFound(config.find("locale"), config.find("languageCode"), main)),
    ...textSetting("timezone", config.find("timeZone")),
    ...addresses(view),
    {
      key: "slugs",
      value: isVerbatim ? "verbatim" : "lower",
      because: isVerbatim
        ? (config.find("disablePathToLower")?.because ?? "")
        : "Hugo writes paths in small letters",
    },
    ...languages(firstFound(config.find("languages"), translations?.find() ?? null), others),
    ...statics(view),
    ...authorsSetting(
      firstFound(config.find("params", "author"), config.find("params", "authors"), config.find("author")),
    ),
    ...textSetting("copyright", config.find("copyright")),
  ];
}

/** Sections that have a pattern; the rest lies where its files do. */
function addresses({ config, inside, sources }: View): ProposedSetting[] {
  const base = basePath(firstFound(config.find("baseURL"), config.find("baseurl")));
  const place =
    contentFolders(config)
      .map((folder) => below(inside, folder))
      .find((found) => found !== null) ?? "";
  const ugly = config.find("uglyURLs")?.value;
  const isUgly = (section: string) => ugly === true || (isTable(ugly) && ugly[section] === true);
  const ending = ugly === true ? ".html" : "/";
  // Each language may have a folder of its own around the sections.
  const sections = new Set(sources.flatMap((path) => path.split("/").slice(0, -1).slice(0, 2)));
  const ownSection = place.split("/")[0] ?? "";
  const found = firstFound(config.find("permalinks", "page"), config.find("permalinks"));
  const patterns = Object.entries(isTable(found?.value) ? found.value : {}).flatMap(([section, text]) => {
    const pattern = typeof text === "string" ? ourPattern(asNamed(text, config), "hugo") : null;
    const isThere = place !== "" || sections.has(section);
    const ended = isUgly(section) ? pattern?.replace(/\/$/, ".html") : pattern;
    return !ended || !isThere ? [] : [[section, joined(base, ended)] as const];
  });
  const own = patterns.find(([section]) => section === ownSection);
  if (found && own !== undefined && place !== "") {
    return [{ key: "permalink", value: own[1].replaceAll("{section}", ownSection), because: found.because }];
  }
  const rest: ProposedSetting = {
    key: "permalink",
    value: joined(base, place, `{path}${ending}`),
    because: "Hugo's default",
  };
  if (found === null || patterns.length === 0 || place !== "") return [rest];
  return [rest, { key: "permalinks", value: Object.fromEntries(patterns), because: found.because }];
}

/**
 * Where dates come from the names of files, so do slugs: what stands behind the date goes before the title
 * (https://gohugo.io/configuration/front-matter/#dates).
 */
function asNamed(text: string, config: Config): string {
  const dates = [config.find("frontmatter", "date")?.value].flat();
  return dates.includes(":filename") ? text.replace(/:slug\b/g, ":slugorfilename") : text;
}

/** Where articles lie: those of a language, folders that are mounted as `content`, or the one for all. */
function contentFolders(config: Config): readonly string[] {
  const languages = config.find("languages")?.value;
  const mounts = [config.find("module", "mounts")?.value].flat();
  const own = isTable(languages) ? Object.values(languages).map((one) => isTable(one) && one.contentDir) : [];
  const mounted = mounts.map((one) => isTable(one) && one.target === "content" && one.source);
  const all = [...own, ...mounted, config.find("contentDir")?.value ?? "content"];
  return all.filter((folder) => typeof folder === "string");
}

/** Languages by their tables, or by files of their own: `config/_default/languages.fr.toml`. */
function languages(found: Found | null, others: readonly Config[]): ProposedSetting[] {
  const tables = isTable(found?.value) ? Object.keys(found.value) : [];
  if (found && tables.length > 0) return [{ key: "languages", value: tables, because: found.because }];
  const value = others.flatMap(
    ({ file }) => /_default\/languages\.([\w-]+)\.\w+$/.exec(file.name)?.[1] ?? [],
  );
  return value.length === 0 ? [] : [{ key: "languages", value, because: "config/_default/languages.*" }];
}

function statics(view: View): ProposedSetting[] {
  const { config } = view;
  const found = firstFound(config.find("staticDir"), config.find("staticdir"));
  const value = [found?.value].flat().filter((one) => typeof one === "string");
  return found && value.length > 0 && value.join() !== "static"
    ? [{ key: "static", value, because: found.because }]
    : staticBeside(view);
}
