import type { ProposedSetting } from "../evidence/proposed-setting.ts";
import {
  basePath,
  firstFound,
  languageSetting,
  textSetting,
  urlSetting,
} from "../evidence/proposed-setting.ts";
import type { View } from "./rule.ts";
import { below, joined } from "./rule.ts";

/** Docusaurus: https://docusaurus.io/docs/api/docusaurus-config and https://docusaurus.io/docs/blog. */
export function docusaurus(view: View): readonly ProposedSetting[] {
  const { config } = view;
  const locales = config.find("i18n", "locales");
  return [
    ...textSetting("title", config.find("title")),
    ...urlSetting(config.find("url")),
    ...textSetting("description", config.find("tagline")),
    ...languageSetting(config.find("i18n", "defaultLocale")),
    ...addresses(view),
    { key: "slugs", value: "verbatim", because: "Docusaurus keeps names of files as they are" },
    ...(view.sources.some(isDated)
      ? [{ key: "date_from", value: "name", because: "Docusaurus takes the day from the name of a file" }]
      : []),
    ...(locales && Array.isArray(locales.value) && locales.value.length > 1
      ? [{ key: "languages", value: locales.value.map(String), because: locales.because }]
      : []),
  ];
}

/** Articles of the blog have the date of their name in their addresses; pages of documentation lie where their files do. */
function addresses({ config, inside, sources }: View): ProposedSetting[] {
  const baseUrl = config.find("baseUrl");
  const base = String(baseUrl?.value).startsWith("/") ? basePath(baseUrl) : "";
  const isFirst = config.file.name.endsWith("siteConfig.js");
  const isPlain = config.find("trailingSlash")?.value !== true;
  const end = isFirst && config.find("cleanUrl")?.value !== true ? ".html" : isPlain ? "" : "/";
  const [blogPath, docsPath] = [config.find("blog", "routeBasePath"), config.find("docs", "routeBasePath")];
  const because = firstFound(blogPath, docsPath)?.because ?? "Docusaurus' rule";
  const has = (folder: string) => sources.some((path) => path.startsWith(`${folder}/`));
  const posts = inside === "" ? sources.filter((path) => /^(?:website\/)?blog\//.test(path)) : sources;
  const dated = posts.filter(isDated).length * 2 > posts.length;
  const blog = joined(
    base,
    String(blogPath?.value ?? "blog"),
    `${dated ? "{year}/{month}/{day}/" : ""}{slug}${end}`,
  );
  const docs = String(docsPath?.value ?? "docs");
  if (inside !== "" && below(inside, "blog") !== null) return [{ key: "permalink", value: blog, because }];
  if (inside !== "" && below(inside, "docs") !== null)
    return [{ key: "permalink", value: joined(base, docs, `{path}${end}`), because }];
  const table = {
    ...(has("blog") && { blog }),
    ...(isFirst && has("website/blog") && { "website/blog": blog }),
    // The folder is in the path already.
    ...(has("docs") && docs === "docs" && { docs: joined(base, `{path}${end}`) }),
  };
  return Object.keys(table).length === 0 ? [] : [{ key: "permalinks", value: table, because }];
}

function isDated(path: string): boolean {
  return /(?:^|\/)\d{4}[-/]\d{2}[-/]\d{2}[-/]/.test(path);
}
