const named = (stems: readonly string[], endings: readonly string[]) =>
  stems.flatMap((stem) => endings.map((ending) => `${stem}.${ending}`));

const PROGRAMS = ["js", "mjs", "cjs", "ts", "mts"];
const DATA = ["toml", "yaml", "yml", "json"];

/** Files that tell of a generator, or of what it was told; from a folder in or around the content on. */
export const NEARBY_NAMES: readonly string[] = [
  ...named(["_config"], ["yml", "yaml"]),
  ...named(["hugo", "config", "config/_default/hugo", "config/_default/config"], DATA),
  ...named(["config/_default/languages", "config/_default/params"], DATA),
  "zola.toml",
  ...named([".eleventy", "eleventy.config", "astro.config", "gatsby-config", "docusaurus.config"], PROGRAMS),
  ...["siteConfig.js", "website/siteConfig.js"],
  "package.json",
  ...named(["gatsby-node"], PROGRAMS),
  ...named(["src/consts", "src/config", "src/site.config"], PROGRAMS),
  ...["", "src/", "content/"].flatMap((folder) =>
    named(
      ["site", "metadata", "meta"].map((name) => `${folder}_data/${name}`),
      ["json", ...PROGRAMS],
    ),
  ),
];

/** Names of Eleventy's data files for a folder of articles: `blog/blog.json`. */
export function folderDataNames(folder: string): readonly string[] {
  const name = folder.slice(folder.lastIndexOf("/") + 1);
  return ["json", "11tydata.json", "11tydata.js", "11tydata.cjs", "11tydata.mjs", "11tydata.ts"].map(
    (ending) => `${folder === "" ? "" : `${folder}/`}${name}.${ending}`,
  );
}
