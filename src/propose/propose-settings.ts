import type { Generator } from "../article/setting-choices.ts";
import { detectGenerator } from "./detect-generator.ts";
import { readConfig } from "./evidence/config.ts";
import type { ProposedSetting } from "./evidence/proposed-setting.ts";
import type { Surroundings } from "./evidence/surroundings.ts";
import { pathDown } from "./evidence/surroundings.ts";
import { astro } from "./generators/astro.ts";
import { docusaurus } from "./generators/docusaurus.ts";
import { eleventy } from "./generators/eleventy.ts";
import { gatsby } from "./generators/gatsby.ts";
import { hugo } from "./generators/hugo.ts";
import { jekyll } from "./generators/jekyll.ts";
import type { Rule } from "./generators/rule.ts";
import { zola } from "./generators/zola.ts";

const RULES: Readonly<Record<Generator, Rule>> = {
  jekyll,
  hugo,
  eleventy,
  astro,
  zola,
  gatsby,
  docusaurus,
};

/** The order of settings in a file that is read by people. */
const ORDER: readonly string[] = [
  "title",
  "url",
  "description",
  "language",
  "languages",
  "timezone",
  "authors",
  "copyright",
  "generator",
  "permalink",
  "slugs",
  "date_from",
  "static",
  "exclude",
  "collections",
  "permalinks",
];

/**
 * Proposes the settings of a folder that has none, from what its generator was told and from the rules
 * of that generator. Empty where nothing tells of one.
 */
export function proposeSettings(surroundings: Surroundings): ProposedSetting[] {
  const found = detectGenerator(surroundings);
  if (found === null) return [];
  const { generator, config, because } = found;
  const view = {
    ...surroundings,
    config,
    others: surroundings.texts.filter((file) => file !== config.file).map(readConfig),
    inside: pathDown(surroundings, config.file.above),
  };
  const settings = [{ key: "generator", value: generator, because }, ...RULES[generator](view)].flatMap(
    (one) => (one.key === "languages" ? languagesOf(one, surroundings) : [one]),
  );
  const place = (key: string) => ORDER.indexOf(key);
  return settings.toSorted((a, b) => place(a.key) - place(b.key));
}

/** Of the languages of a site those that names of its files or folders tell. */
function languagesOf(setting: ProposedSetting, { sources }: Surroundings): ProposedSetting[] {
  const parts = new Set(sources.flatMap((path) => path.split(/[/.]/)));
  const value = [setting.value].flat().filter((one) => typeof one === "string" && parts.has(one));
  return value.length === 0 ? [] : [{ ...setting, value: value.map(String) }];
}
