import { isTable } from "../../source/field-values.ts";
import type { Found } from "../evidence/config.ts";
import { hugoPattern } from "../evidence/permalink-tokens.ts";
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
import { below, joined } from "./rule.ts";

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
    ...languages(firstFound(config.find("languages"), translations?.find() ?? null)),
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
  const contentFolder = config.find("contentDir")?.value ?? "content";
  const place = below(inside, String(contentFolder)) ?? "";
  const ending = config.find("uglyURLs")?.value === true ? ".html" : "/";
  const ownSection = place.split("/")[0] ?? "";
  const found = firstFound(config.find("permalinks", "page"), config.find("permalinks"));
  const patterns = Object.entries(isTable(found?.value) ? found.value : {}).flatMap(([section, text]) => {
    const pattern = typeof text === "string" ? hugoPattern(text) : null;
    const isThere = place !== "" || sources.some((path) => path.startsWith(`${section}/`));
    return pattern === null || !isThere ? [] : [[section, joined(base, pattern)] as const];
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

function languages(found: Found | null): ProposedSetting[] {
  const names = isTable(found?.value) ? Object.keys(found.value) : [];
  return found && names.length > 1 ? [{ key: "languages", value: names, because: found.because }] : [];
}

function statics({ config }: View): ProposedSetting[] {
  const found = firstFound(config.find("staticDir"), config.find("staticdir"));
  const value = [found?.value].flat().filter((one) => typeof one === "string");
  return found && value.length > 0 && value.join() !== "static"
    ? [{ key: "static", value, because: found.because }]
    : [];
}
