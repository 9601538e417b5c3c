import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { SETTINGS_FILE } from "../../article/site.ts";
import type { CommandLine } from "./flags.ts";
import { refuseUsage } from "./flags.ts";
import type { Setting } from "./setting.ts";
import { typedCommand } from "./setting.ts";

/** The content of a site, and the folder of its local store. */
export interface SitePlace {
  readonly content: string;
  readonly persistTo: string;
}

/** What of it the flags name. */
export type GivenPlace = { readonly [K in keyof SitePlace]?: SitePlace[K] };

/** Where the local store of a site lies, seen from the folder one stands in. */
export const STATE_FOLDER = ".wrangler/state";

/**
 * The site that the flags name; else the one that one stands in; else, in the repository, the sample.
 * Throws `UsageError`, once the user has been told, where there is none.
 */
export function sitePlace(given: GivenPlace, line: CommandLine): SitePlace {
  const { setting } = line;
  if (given.content !== undefined) refuseFolderAround(given.content, line);
  const here = given.content ?? contentHere(setting);
  if (here !== null) return { content: here, persistTo: given.persistTo ?? stateFolder(given, setting) };
  if (setting.sample !== null) {
    return { content: setting.sample.content, persistTo: given.persistTo ?? setting.sample.persistTo };
  }
  return refuseUsage(
    line,
    `there is no site here: neither this folder nor content/ has a ${SETTINGS_FILE}; ` +
      "name a folder of articles with --content, or make a site with: npx --no-install feedwright init",
  );
}

/**
 * The site that the flags name, for a command that writes what others may read: it takes no other.
 * Throws `UsageError`, once the user has been told, where they name none.
 */
export function namedPlace(given: GivenPlace, line: CommandLine, flags = ""): SitePlace {
  if (given.content !== undefined) return sitePlace(given, line);
  const { name, setting } = line;
  return refuseUsage(
    line,
    "name the folder of articles, so that no other site is overwritten: " +
      `${typedCommand(name, setting)} ${flags}--content ${contentHere(setting) ?? "<dir>"}`,
  );
}

/** A folder around the content of a site is taken for it by a slip: what lies there are no articles. */
function refuseFolderAround(content: string, line: CommandLine): void {
  const { folder } = line.setting;
  const isSite = (path: string) => existsSync(resolve(folder, path, SETTINGS_FILE));
  const inside = join(content, "content");
  if (isSite(content) || !isSite(inside)) return;
  refuseUsage(line, `${content} has no ${SETTINGS_FILE}, and ${inside} has; write --content ${inside}`);
}

/** One store for a site, whether one stands in its folder or in its content. */
function stateFolder({ content }: GivenPlace, { folder }: Setting): string {
  const isInside = basename(folder) === "content" && existsSync(join(folder, "..", "wrangler.toml"));
  return content === undefined && isInside && contentHere({ folder }) === "."
    ? join("..", STATE_FOLDER)
    : STATE_FOLDER;
}

/** The content of the site that one stands in; null where one stands in none. */
export function contentHere({ folder }: Pick<Setting, "folder">): string | null {
  return [".", "content"].find((path) => existsSync(join(folder, path, SETTINGS_FILE))) ?? null;
}
