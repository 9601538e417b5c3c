import type { Found } from "../evidence/config.ts";
import { permalinkFunction } from "../evidence/permalink-function.ts";
import type { ProposedSetting } from "../evidence/proposed-setting.ts";
import {
  authorsSetting,
  firstFound,
  languageSetting,
  textSetting,
  urlSetting,
} from "../evidence/proposed-setting.ts";
import type { NearbyText } from "../evidence/surroundings.ts";
import { templatePattern } from "../evidence/template-pattern.ts";
import type { View } from "./rule.ts";
import { below, joined } from "./rule.ts";

/** Eleventy: https://www.11ty.dev/docs/config/ and https://www.11ty.dev/docs/permalinks/. */
export function eleventy(view: View): readonly ProposedSetting[] {
  const { others, inside } = view;
  const place = below(inside, inputOf(view)) ?? "";
  const data = others.filter(({ file }) => /(?:^|\/)(?:site|metadata|meta|_data)\.\w+$/.test(file.name));
  const said = (...keys: readonly string[]): Found | null =>
    firstFound(...data.flatMap((one) => keys.map((key) => one.find(key))));
  return [
    ...textSetting("title", said("title", "name")),
    ...urlSetting(said("url", "siteUrl", "base", "baseUrl")),
    ...textSetting("description", said("description")),
    ...languageSetting(said("language", "lang")),
    ...addresses(view, place),
    { key: "slugs", value: "verbatim", because: "Eleventy keeps names of files as they are" },
    ...passedThrough(view),
    ...authorsSetting(said("author")),
  ];
}

/** The folder of the articles: as the configuration writes it; where a program works it out, the content folder. */
function inputOf({ config, inside }: View): string {
  const input = config.find("dir", "input");
  if (input !== null) return String(input.value);
  return /(?<![\w$.])["']?input["']?\s*:/.test(config.file.text) ? inside : "";
}

/** Folders whose data files name a permalink; the rest lies where its files do. */
function addresses({ others, folders }: View, place: string): ProposedSetting[] {
  const patterns: Record<string, string> = {};
  const named: Record<string, string> = {};
  let because = "";
  let own: ProposedSetting[] = [
    { key: "permalink", value: joined(place, "{path}/"), because: "Eleventy's default" },
  ];
  for (const { file, find } of others) {
    const folder = dataFolder(file, folders[0] ?? "");
    if (folder === null || !/\bpermalink\b/.test(file.text)) continue;
    const found = find("permalink");
    const made = found === null ? permalinkFunction(file) : null;
    const written = typeof found?.value === "string" ? templatePattern(found.value) : (made?.pattern ?? null);
    const source = found ?? made;
    // Eleventy counts paths from its input on.
    const fromInput = (text: string) => text.replaceAll("{path}", joined(place, "{path}").slice(1));
    const pattern = written === null ? null : fromInput(written);
    if (folder === "") {
      // What a program makes of each file nobody can tell.
      own = source && pattern !== null ? [{ key: "permalink", value: pattern, because: source.because }] : [];
    } else if (source && pattern !== null) {
      patterns[folder] = pattern;
    }
    for (const [name, one] of Object.entries(made?.named ?? {})) named[name] ??= fromInput(one);
    because ||= Object.keys({ ...named, ...patterns }).length > 0 ? (source?.because ?? "") : "";
  }
  const value = { ...named, ...patterns };
  return Object.keys(value).length === 0 ? own : [...own, { key: "permalinks", value, because }];
}

/** The folder, from the content folder on, that a data file of its name lies in: `blog/blog.json`; else null. */
function dataFolder({ name, above }: NearbyText, root: string): string | null {
  const [, stem = ""] = /([^/]+?)\.(?:11tydata\.(?:[cm]?[jt]s|json)|json)$/.exec(name) ?? [];
  const folder = name.slice(0, Math.max(name.lastIndexOf("/"), 0));
  const last = folder === "" ? root : folder.slice(folder.lastIndexOf("/") + 1);
  return above === 0 && stem !== "" && stem === last ? folder : null;
}

/** Folders that are copied to the top of the site: `addPassthroughCopy({ "public": "/" })`. */
function passedThrough({ config: { file } }: View): ProposedSetting[] {
  const found = /addPassthroughCopy\(\s*\{\s*["'](?:\.\/)?([\w./-]+?)\/?["']\s*:\s*["']\/?["']/.exec(
    file.text,
  );
  const folder = found?.[1];
  if (folder === undefined || /^(?:public|static)$/.test(folder) || found === null) return [];
  const line = file.text.slice(0, found.index).split("\n").length;
  return [{ key: "static", value: [folder], because: `${file.name}, line ${line}` }];
}
