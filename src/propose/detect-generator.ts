import type { Generator } from "../article/setting-choices.ts";
import type { Config } from "./evidence/config.ts";
import { readConfig } from "./evidence/config.ts";
import type { NearbyText, Surroundings } from "./evidence/surroundings.ts";
import { shownName } from "./evidence/surroundings.ts";

/** A generator, and what tells of it. */
export interface FoundGenerator {
  readonly generator: Generator;
  readonly config: Config;
  readonly because: string;
}

/** Names of configurations, and whose they are; of those that several have, a key tells. */
const CONFIGS: readonly { readonly generator: Generator; readonly name: RegExp; readonly key?: string }[] = [
  { generator: "jekyll", name: /^_config\.ya?ml$/ },
  { generator: "hugo", name: /^(?:config\/_default\/)?hugo\.(?:toml|ya?ml|json)$/ },
  { generator: "zola", name: /^(?:zola|config)\.toml$/, key: "base_url" },
  { generator: "hugo", name: /^(?:config\/_default\/)?config\.(?:toml|ya?ml|json)$/, key: "baseURL" },
  { generator: "hugo", name: /^(?:config\/_default\/)?config\.(?:toml|ya?ml|json)$/, key: "baseurl" },
  { generator: "hugo", name: /^config\/_default\/config\.(?:toml|ya?ml|json)$/ },
  { generator: "eleventy", name: /^(?:\.eleventy|eleventy\.config)\.[cm]?[jt]s$/ },
  { generator: "astro", name: /^astro\.config\.[cm]?[jt]s$/ },
  { generator: "gatsby", name: /^gatsby-config\.[cm]?[jt]s$/ },
  { generator: "docusaurus", name: /^docusaurus\.config\.[cm]?[jt]s$/ },
  // Of its first version, whose documentation lies beside the folder of the site.
  { generator: "docusaurus", name: /^(?:website\/)?siteConfig\.js$/, key: "baseUrl" },
];

/** What a package.json depends on where a generator works without a configuration. */
const PACKAGES: readonly (readonly [string, Generator])[] = [
  ["@11ty/eleventy", "eleventy"],
  ["astro", "astro"],
  ["gatsby", "gatsby"],
  ["@docusaurus/core", "docusaurus"],
];

/** Hexo has a configuration of Jekyll's name; its keys tell. */
const HEXO_KEYS = ["new_post_name", "source_dir", "post_asset_folder"] as const;

/** Finds the generator whose configuration lies nearest; null where none does. */
export function detectGenerator({ texts, files, folders }: Surroundings): FoundGenerator | null {
  const nearest = texts.toSorted((a, b) => a.above - b.above);
  for (const file of nearest) {
    const found = generatorOf(file);
    if (found !== null) return found;
  }
  for (const file of nearest.filter(({ name }) => name === "package.json")) {
    const config = readConfig(file);
    for (const [name, generator] of PACKAGES) {
      const found = config.find("dependencies", name) ?? config.find("devDependencies", name);
      if (found !== null) return { generator, config, because: `${shownName(file)} names ${name}` };
    }
  }
  const posts = files.find((path) => /(?:^|\/)_posts\/(?:.*\/)?\d{4}-\d{2}-\d{2}-/.test(path));
  const isPosts = folders[0] === "_posts" && files.some((path) => /^\d{4}-\d{2}-\d{2}-/.test(path));
  if (posts === undefined && !isPosts) return null;
  const config = readConfig({ name: "_config.yml", above: isPosts ? 1 : 0, text: "" });
  return { generator: "jekyll", config, because: "the folder _posts" };
}

function generatorOf(file: NearbyText): FoundGenerator | null {
  for (const { generator, name, key } of CONFIGS) {
    if (!name.test(file.name)) continue;
    const config = readConfig(file);
    if (key !== undefined && config.find(key) === null) continue;
    if (generator === "jekyll" && HEXO_KEYS.some((one) => config.find(one) !== null)) continue;
    return { generator, config, because: shownName(file) };
  }
  return null;
}
