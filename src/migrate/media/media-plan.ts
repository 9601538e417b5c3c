import { existsSync } from "node:fs";
import { join } from "node:path";
import { sitePath } from "../../article/values.ts";
import type { OldSite } from "../model/old-site.ts";
import type { FreeNames } from "../write/file-name.ts";
import { mediaName } from "../write/file-name.ts";
import type { Journal } from "../write/journal.ts";
import { OldHosts, servedPath } from "../write/old-address.ts";

/** More of them would take more room than a site has for redirects. */
const MOST_REDIRECTS = 15_000;

/** A file of the old site. */
export interface MediaFile {
  readonly url: string;
  /** Where it lies in the content folder, or will. */
  readonly path: string;
  isThere: boolean;
}

/** Which files of the old site a content folder has, wants, and where each lies: beside the first article that names it. */
export class MediaPlan {
  readonly #folder: string;
  readonly #journal: Journal;
  readonly #names: FreeNames;
  readonly #files = new Map<string, MediaFile>();

  constructor(folder: string, journal: Journal, names: FreeNames) {
    this.#folder = folder;
    this.#journal = journal;
    this.#names = names;
  }

  /** The file of that address, beside the article that lies in a bundle of that name. */
  want(url: string, bundle: string): MediaFile {
    const known = this.#files.get(url);
    if (known !== undefined) return known;
    const before = this.#journal.find("media", url);
    const path = before?.path ?? this.#names.free(`${bundle}/${mediaName(url)}`);
    const file = { url, path, isThere: before !== null && existsSync(join(this.#folder, path)) };
    this.#files.set(url, file);
    return file;
  }

  get(url: string): MediaFile | null {
    return this.#files.get(url) ?? null;
  }

  /** Old paths of the files that are here, on the hosts of the site, and the files that they lead to. */
  redirects({ url, alsoAt = [] }: OldSite): readonly (readonly [from: string, to: string])[] {
    const hosts = new OldHosts([url, ...alsoAt]);
    return this.all()
      .filter(({ isThere }) => isThere)
      .flatMap(({ url: old, path }) => {
        const parsed = new URL(old);
        const from = hosts.has(parsed) ? servedPath(parsed) : null;
        const to = sitePath(`/${path.split("/").map(encodeURIComponent).join("/")}`);
        return from === null || to === null ? [] : [[from, to] as const];
      })
      .slice(0, MOST_REDIRECTS);
  }

  all(): readonly MediaFile[] {
    return [...this.#files.values()];
  }
}
