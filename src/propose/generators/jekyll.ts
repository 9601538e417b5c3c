import { isTable } from "../../source/values/field-values.ts";
import { ourPattern } from "../../source/values/generator-permalink.ts";
import type { Found } from "../evidence/config.ts";
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
import { joined } from "./rule.ts";

/** Jekyll: https://jekyllrb.com/docs/configuration/ and https://jekyllrb.com/docs/permalinks/. */
export function jekyll(view: View): readonly ProposedSetting[] {
  const { config, inside } = view;
  return [
    ...textSetting("title", firstFound(config.find("title"), config.find("name"))),
    ...urlSetting(config.find("url")),
    ...textSetting("description", config.find("description")),
    ...languageSetting(firstFound(config.find("lang"), config.find("locale"))),
    ...textSetting("timezone", config.find("timezone")),
    ...withCollections(view, addresses(view)),
    { key: "slugs", value: "verbatim", because: "Jekyll keeps names of files as they are" },
    // All that is no page is copied to its own path.
    ...(inside === "" ? [] : [staticAbove(inside)]),
    ...authorsSetting(config.find("author")),
    ...excluded(view),
  ];
}

function staticAbove(inside: string): ProposedSetting {
  const value = [
    inside
      .split("/")
      .map(() => "..")
      .join("/"),
  ];
  return { key: "static", value, because: "Jekyll copies every other file to its own path" };
}

/** Posts have a pattern of their own; a page lies where its file does. */
function addresses(view: View): ProposedSetting[] {
  const { config, sources, inside } = view;
  const base = basePath(config.find("baseurl"));
  const found = postsPermalink(view);
  const pattern = ourPattern(typeof found?.value === "string" ? found.value : "date", "jekyll");
  if (pattern === null) return [];
  const posts: ProposedSetting = {
    key: "permalink",
    value: joined(base, pattern),
    because: found?.because ?? "Jekyll's default",
  };
  const isPost = (path: string) => /(?:^|\/)_posts\//.test(`${inside}/${path}`);
  const pages = sources.filter((path) => !isPost(path));
  if (pages.length === 0) return [posts];
  const pageStyle = config.find("permalink")?.value;
  const isPretty = typeof pageStyle === "string" && (pageStyle === "pretty" || pageStyle.endsWith("/"));
  const pagePattern: ProposedSetting = {
    key: "permalink",
    value: joined(base, isPretty ? "/{path}/" : "/{path}.html"),
    because: "Jekyll's rule for pages",
  };
  const postFolders = new Set(
    sources.filter(isPost).map((path) => path.slice(0, path.search(/_posts\//) + 6)),
  );
  if (postFolders.size === 0) return [pagePattern];
  const table = Object.fromEntries([...postFolders].map((folder) => [folder, joined(base, pattern)]));
  return [pagePattern, { key: "permalinks", value: table, because: posts.because }];
}

/** Collections that have pages of their own, and where these are. */
function withCollections({ config, inside }: View, settings: ProposedSetting[]): ProposedSetting[] {
  const found = config.find("collections");
  const shown = Object.entries(isTable(found?.value) ? found.value : {}).flatMap(([name, one]) =>
    isTable(one) && one.output === true && name !== "posts" ? [[name, one.permalink] as const] : [],
  );
  if (found === null || shown.length === 0 || inside !== "") return settings;
  const style = config.find("permalink")?.value;
  const usual = style === "pretty" ? "/:collection/:path/" : "/:collection/:path:output_ext";
  const base = basePath(config.find("baseurl"));
  const patterns = shown.flatMap(([name, asked]) => {
    const written = (typeof asked === "string" ? asked : usual).replaceAll(":collection", name);
    // What Jekyll counts from the folder of the collection begins with its name here.
    const whole = written.replace(`/${name}/:path`, "/:path");
    const isLike = whole !== written || !written.includes(":path");
    const pattern = isLike ? ourPattern(whole, "jekyll") : null;
    return pattern === null ? [] : [[`_${name}`, joined(base, pattern)] as const];
  });
  const { because } = found;
  const names = { key: "collections", value: shown.map(([name]) => name), because };
  const table = settings.find(({ key }) => key === "permalinks");
  const posts = isTable(table?.value) ? table.value : {};
  const value = Object.fromEntries(
    [...Object.entries(posts), ...patterns].map(([one, is]) => [one, String(is)]),
  );
  const others = settings.filter((one) => one !== table);
  return patterns.length === 0
    ? [...settings, names]
    : [...others, names, { key: "permalinks", value, because: table?.because ?? because }];
}

/** What posts are told to be at: by their collection, by defaults for them, by the site. */
function postsPermalink({ config }: View): Found | null {
  const defaults = config.find("defaults");
  const ofPosts = (Array.isArray(defaults?.value) ? defaults.value : []).flatMap((one: unknown) => {
    if (!isTable(one) || !isTable(one.values) || typeof one.values.permalink !== "string") return [];
    const scope = isTable(one.scope) ? one.scope : {};
    const isForPosts =
      scope.type === "posts" ||
      (scope.type === undefined && /^(?:_posts)?\/?$/.test(String(scope.path ?? "")));
    return isForPosts ? [one.values.permalink] : [];
  });
  return firstFound(
    ofPosts[0] === undefined
      ? null
      : { value: ofPosts[0], because: config.placeOf("defaults", "posts", "permalink") },
    config.find("collections", "posts", "permalink"),
    config.find("permalink"),
  );
}

/** Of what Jekyll leaves out, what would be an article here. */
function excluded({ config, sources, inside }: View): ProposedSetting[] {
  const found = config.find("exclude");
  if (found === null || !Array.isArray(found.value) || inside !== "") return [];
  const value = found.value.flatMap((one: unknown) => {
    const path = typeof one === "string" ? one.replace(/^\.?\/|\/+$/g, "") : "";
    if (path === "") return [];
    if (sources.includes(path)) return [path];
    return sources.some((source) => source.startsWith(`${path}/`)) ? [`${path}/**`] : [];
  });
  return value.length === 0 ? [] : [{ key: "exclude", value, because: found.because }];
}
