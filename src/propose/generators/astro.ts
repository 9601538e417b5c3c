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

/** Astro: https://docs.astro.build/en/reference/configuration-reference/. */
export function astro(view: View): readonly ProposedSetting[] {
  const { config, others } = view;
  const own = others.filter(({ file }) => /^src\/(?:consts|(?:site\.)?config)\./.test(file.name));
  const said = (...keys: readonly string[]) =>
    firstFound(...own.flatMap((one) => keys.map((key) => one.find(key))));
  const locales = config.find("i18n", "locales");
  return [
    ...textSetting("title", said("SITE_TITLE", "title")),
    ...urlSetting(firstFound(config.find("site"), said("url", "website", "SITE_URL"))),
    ...textSetting("description", said("SITE_DESCRIPTION", "description")),
    ...languageSetting(firstFound(config.find("i18n", "defaultLocale"), said("lang"))),
    ...addresses(view),
    { key: "slugs", value: "lower", because: "Astro writes slugs in small letters" },
    ...(locales && Array.isArray(locales.value) && locales.value.length > 1
      ? [{ key: "languages", value: locales.value.map(String), because: locales.because }]
      : []),
    ...authorsSetting(said("author")),
  ];
}

/** A page such as `blog/[...slug].astro` shows the articles of the collection of its name at its own place. */
function addresses({ config, inside, routes, sources }: View): ProposedSetting[] {
  const isOpen =
    config.find("trailingSlash")?.value === "never" || config.find("build", "format")?.value === "file";
  const end = isOpen ? "" : "/";
  const told = config.find("base");
  // Plugins have a base too, and theirs has no slash in front.
  const base = String(told?.value ?? "").startsWith("/") ? basePath(told) : "";
  const inDocs = below(inside, "src/content/docs");
  if (inDocs !== null && config.file.text.includes("@astrojs/starlight")) {
    return [{ key: "permalink", value: joined(base, inDocs, `{path}${end}`), because: "Starlight's rule" }];
  }
  const pages = routes.flatMap((route) => {
    const [, folder, rest] = /^([^[\]]*?)\/?\[(\.\.\.)?(?:slug|id|path|post)\]\.astro$/.exec(route) ?? [];
    return folder === undefined ? [] : [{ folder, isDeep: rest !== undefined, route: `src/pages/${route}` }];
  });
  const place = COLLECTIONS.map((folder) => below(inside, folder)).find((one) => one !== null) ?? "";
  if (place !== "") {
    const page =
      pages.find(({ folder }) => isOne(folder, place)) ?? pages.find(({ folder }) => folder === "");
    if (page === undefined) return [];
    const value = joined(base, page.folder, `${page.isDeep ? "{path}" : "{filename}"}${end}`);
    return [{ key: "permalink", value, because: page.route }];
  }
  const folders = new Set(
    sources.flatMap((path) => (path.includes("/") ? [path.slice(0, path.indexOf("/"))] : [])),
  );
  const shown = [...folders].flatMap((folder) => {
    const page = pages.find((one) => isOne(one.folder, folder));
    if (page === undefined) return [];
    // The folder is in the path already, under its own name.
    const pattern =
      page.folder === folder && page.isDeep
        ? joined(base, `{path}${end}`)
        : joined(base, page.folder, `{filename}${end}`);
    return [{ folder, pattern, route: page.route }];
  });
  const table = Object.fromEntries(shown.map(({ folder, pattern }) => [folder, pattern]));
  return shown.length === 0 ? [] : [{ key: "permalinks", value: table, because: shown[0]?.route ?? "" }];
}

/** Where collections of articles lie. */
const COLLECTIONS = ["src/content", "src/data"] as const;

/** Whether a page and a collection have one name: `posts` shows `post`. */
function isOne(page: string, collection: string): boolean {
  const name = (text: string) => text.replace(/s$/, "");
  return page !== "" && name(page) === name(collection);
}
