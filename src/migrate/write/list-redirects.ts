import { channelSlug } from "../../article/channel-slug.ts";
import type { EpochSeconds } from "../../article/values.ts";
import { sitePath } from "../../article/values.ts";
import { detached } from "../model/detached.ts";
import type { OldPost } from "../model/old-post.ts";
import { dateParts } from "./address-pattern.ts";

const FOLDER = { tag: "/tags/", author: "/authors/" } as const;

/** Where the lists of the old site and their feeds lead: those of tags, authors, years and months, which the new one has too. */
export class ListRedirects {
  readonly #timezone: string;
  readonly #hasDates: boolean;
  readonly #now: EpochSeconds;
  readonly #leads = new Map<string, string>();
  readonly #seen = new Set<string>();

  constructor(timezone: string, hasDates: boolean, now: EpochSeconds) {
    this.#timezone = timezone;
    this.#hasDates = hasDates;
    this.#now = now;
  }

  /** Takes the lists that a post stood in; nothing leads to what waits, and to pages, which stand in no list. */
  add({ lists, isPage, isDraft, published }: OldPost, tags: readonly string[]): void {
    if (isPage || isDraft || published === null || published > this.#now) return;
    const spelled = new Set(tags.map(channelSlug));
    for (const { path, kind, name, feed } of lists) {
      const slug = channelSlug(name);
      if (kind === "tag" && !spelled.has(slug)) continue;
      this.#lead(path, `${FOLDER[kind]}${slug}`);
      this.#lead(feed.path, `${FOLDER[kind]}${slug}/${feed.format}.xml`);
    }
    if (!this.#hasDates) return;
    const { year, month } = dateParts(published, this.#timezone);
    this.#lead(`/${year}/`, `/dates/${year}`);
    this.#lead(`/${year}/${month}/`, `/dates/${year}/${month}`);
  }

  /** By old path. */
  all(): ReadonlyMap<string, string> {
    return this.#leads;
  }

  /** Most posts stand in the same few lists. */
  #lead(from: string, to: string): void {
    if (this.#seen.has(from)) return;
    this.#seen.add(detached(from));
    const path = sitePath(from);
    if (path === null || path.length > 300 || /[:*]/.test(path) || this.#leads.has(path) || path === to)
      return;
    this.#leads.set(detached(path), detached(to));
  }
}
