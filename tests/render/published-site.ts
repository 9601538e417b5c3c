import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { expect } from "vitest";
import type { BakedSite } from "../../src/bake/bake-site.ts";
import type { FormatName } from "../../src/render/feeds/formats.ts";
import { bakeFolder, bodyOf, NOW } from "../bake/baked-folder.ts";

/** The name of a channel's feed in each format, below its page. */
export const FILE: Readonly<Record<FormatName, string>> = {
  rss: "/rss.xml",
  atom: "/atom.xml",
  json: "/feed.json",
};

/** What one document of the chain tells a reader. */
interface ChainLink {
  readonly ids: readonly string[];
  readonly previous: string | undefined;
}

const READ: Readonly<Record<FormatName, (text: string) => ChainLink>> = {
  rss(text) {
    const { items = [], atom } = parseRssFeed(text);
    return {
      ids: items.map(({ guid }) => guid?.value ?? ""),
      previous: atom?.links?.find(({ rel }) => rel === "prev-archive")?.href,
    };
  },
  atom(text) {
    const { entries = [], links = [] } = parseAtomFeed(text);
    return {
      ids: entries.map(({ id }) => id ?? ""),
      previous: links.find(({ rel }) => rel === "prev-archive")?.href,
    };
  },
  json(text) {
    const { items = [], next_url } = parseJsonFeed(text);
    return { ids: items.map(({ id }) => id ?? ""), previous: next_url };
  },
};

/** A store in which only what changed is written. */
export class PublishedSite {
  readonly bodies = new Map<string, string>();
  #site: BakedSite | null = null;
  #now = NOW;

  /** Bakes the folder a minute later; gives the keys that were written. */
  publish(folder: string): string[] {
    this.#now += 60;
    const site = bakeFolder(folder, this.#site?.ledger, this.#now);
    expect(site.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    this.#site = site;
    for (const { key } of site.documents) this.bodies.set(key, bodyOf(site, key));
    return site.documents.map(({ key }) => key);
  }

  /** Whether the last publish left a document at a path. */
  has(path: string): boolean {
    return this.#site?.ledger.documents.has(path) ?? false;
  }

  /** The ids of every document of a chain, newest first; of the site's, or of the channel with that page. */
  walk(format: FormatName, page = ""): (readonly string[])[] {
    const found: (readonly string[])[] = [];
    const seen = new Set<string>();
    for (let path: string | undefined = `${page}${FILE[format]}`; path !== undefined; ) {
      expect(seen.has(path), `${path} comes twice in a walk`).toBe(false);
      expect(this.has(path), `${path} is there`).toBe(true);
      seen.add(path);
      const { ids, previous } = READ[format](this.bodies.get(path) ?? "");
      found.push(ids);
      path = previous === undefined ? undefined : new URL(previous).pathname;
    }
    return found;
  }
}
