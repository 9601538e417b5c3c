import { isTable } from "../../source/values/field-values.ts";
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

/** Zola: https://www.getzola.org/documentation/getting-started/configuration/. */
export function zola(view: View): readonly ProposedSetting[] {
  const { config, inside } = view;
  const place = below(inside, "content") ?? "";
  const languages = config.find("languages");
  const translated = isTable(languages?.value) ? Object.keys(languages.value) : [];
  const main = config.find("default_language");
  const paths = firstFound(config.find("slugify", "paths"), config.find("slugify_paths"));
  const isVerbatim = paths !== null && paths.value !== "on" && paths.value !== true;
  return [
    ...textSetting("title", config.find("title")),
    ...urlSetting(config.find("base_url")),
    ...textSetting("description", config.find("description")),
    ...languageSetting(main),
    {
      key: "permalink",
      value: joined(basePath(config.find("base_url")), place, "{path}/"),
      because: "Zola's rule",
    },
    {
      key: "slugs",
      value: isVerbatim ? "verbatim" : "lower",
      because: isVerbatim ? paths.because : "Zola writes paths in small letters",
    },
    ...(languages && translated.length > 0
      ? [
          {
            key: "languages",
            value: [...new Set([...(typeof main?.value === "string" ? [main.value] : []), ...translated])],
            because: languages.because,
          },
        ]
      : []),
    ...staticBeside(view),
    ...authorsSetting(firstFound(config.find("author"), config.find("extra", "author"))),
  ];
}
