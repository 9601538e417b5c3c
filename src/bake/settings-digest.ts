import { hash } from "node:crypto";
import type { Site } from "../article/site.ts";

/** What only decides how files are read, where articles stand, and where old addresses lead. */
const NOT_SHOWN: ReadonlySet<string> = new Set<keyof Site>([
  "articleFormats",
  "channelArchives",
  "dateFrom",
  "enclosureHosts",
  "feeds",
  "generator",
  "habits",
  "generatorData",
  "hosts",
  // Feeds name the hub among the others.
  "hub",
  "hubSignature",
  "iconSize",
  "ids",
  "images",
  "languages",
  "media",
  "permalinks",
  // Pages show them, and no feed does.
  "profiles",
  "redirectQueries",
  "slugs",
  "socialCards",
  "style",
  "templates",
]);

/**
 * Digest of the settings that documents show. The others are in the articles already, and are no part of
 * it: so feeds of a site keep their tags when Feedwright comes to have a new one.
 */
export function settingsDigest(site: Site): string {
  const shown = Object.entries(site).filter(([name]) => !NOT_SHOWN.has(name));
  return hash("sha256", JSON.stringify(Object.fromEntries(shown)), "hex");
}
