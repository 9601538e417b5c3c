import { basename, dirname, relative, sep } from "node:path";
import type { Redirect } from "../article/old-addresses.ts";
import type { Problem } from "../article/problem.ts";
import type { Site } from "../article/site.ts";
import type { ContentPath } from "../article/values.ts";
import { readSource, unreadable } from "../cache/parse-file.ts";
import { parseRedirects } from "../source/settings/redirects-file.ts";
import { FileProblems } from "../source/text/source-file.ts";
import type { Place } from "./places.ts";
import { placeIn, staticPlace } from "./places.ts";

/** As Netlify and Cloudflare call it. */
export const REDIRECTS_FILE = "_redirects" as ContentPath;

/**
 * A site with the redirects that its folder's own `_redirects` and those of its static folders name.
 * What site.toml says of an old path counts more.
 */
export function withRedirectFiles(root: string, site: Site, problems: Problem[]): Site {
  const redirects = new Map<string, Redirect>(site.redirects);
  for (const path of redirectFiles(root, site)) {
    const shown = relative(root, path).split(sep).join("/");
    const own = new FileProblems(shown);
    const file = readSource(dirname(path), basename(path) as ContentPath);
    if (file.kind === "unreadable") {
      problems.push(...unreadable(shown as ContentPath, file.reason).problems);
      continue;
    }
    const found = parseRedirects({ path: shown as ContentPath, bytes: file.bytes }, own);
    for (const [from, redirect] of found) if (!redirects.has(from)) redirects.set(from, redirect);
    for (const one of own.list) problems.push(one);
  }
  return redirects.size === site.redirects.size ? site : { ...site, redirects };
}

/** Where such files lie; links that lead elsewhere are not followed. */
function redirectFiles(root: string, { staticFolders }: Site): readonly string[] {
  const folders = staticFolders.map((name): Place => staticPlace(root, name));
  const places = [
    placeIn(root, REDIRECTS_FILE),
    ...folders.map((one) => (one.kind === "folder" ? placeIn(one.path, REDIRECTS_FILE) : one)),
  ];
  return [...new Set(places.flatMap((place) => (place.kind === "file" ? place.path : [])))];
}
