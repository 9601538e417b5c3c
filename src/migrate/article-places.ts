import { percentDecoded } from "../article/percent-decoded.ts";
import { readArticlePath } from "../source/text/article-path.ts";
import { suggestSlug } from "../source/text/slugs.ts";
import { detached } from "./model/detached.ts";
import type { OldPost } from "./model/old-post.ts";
import { dateParts } from "./write/address-pattern.ts";
import { FreeNames, fileName } from "./write/file-name.ts";
import type { Journal } from "./write/journal.ts";
import { addressKey } from "./write/old-address.ts";

/** Where an article lies: `2024/lock` stands for `2024/lock.md`, and for `2024/lock/index.md`. */
export type Stem = string;

/** Finds places for articles, and articles by their old addresses. Places of earlier imports stay. */
export class ArticlePlaces {
  readonly names = new FreeNames();
  readonly #journal: Journal;
  readonly #timezone: string;
  readonly #byAddress = new Map<string, number>();
  readonly #paths: (string | null)[] = [];

  constructor(journal: Journal, timezone: string) {
    this.#journal = journal;
    this.#timezone = timezone;
    for (const { kind, path } of journal.all()) this.names.take(kind === "article" ? stemOf(path) : path);
  }

  /** The place of a post; that of the first import that had it. */
  stem(post: OldPost, slug: string): Stem {
    const before = this.#journal.find("article", post.key);
    if (before !== null) return stemOf(before.path);
    const isFiled = !post.isPage && post.published !== null;
    const folder = isFiled ? `${dateParts(post.published ?? 0, this.#timezone).year}/` : "";
    return this.names.free(folder + fileName(slug).replace(/\.(md|markdown|html?|txt)$/i, "-$1"));
  }

  /** Remembers under which addresses links name an article. Gives its number, for `settle`. */
  add(addresses: readonly URL[]): number {
    const number = this.#paths.push(null) - 1;
    for (const address of addresses) {
      const key = detached(addressKey(address));
      if (!this.#byAddress.has(key)) this.#byAddress.set(key, number);
    }
    return number;
  }

  /** Says where the file of an article lies; null for one that no link leads to. */
  settle(number: number, path: string | null): void {
    this.#paths[number] = path;
  }

  /** The file that an old address leads to. */
  find(address: URL): string | null {
    const number = this.#byAddress.get(addressKey(address));
    return number === undefined ? null : (this.#paths[number] ?? null);
  }
}

/** The file of an article without its extension, its folder where it is a bundle. */
function stemOf(path: string): Stem {
  return path.replace(/(?:\/index)?\.[a-z]+$/, "");
}

/** What a post is called in addresses: its slug, else what its address ends in, else its title. */
export function slugOf(post: OldPost, link: URL | null): string {
  const own = percentDecoded(post.slug ?? "").trim();
  if (own !== "") return own;
  const isNamed = link !== null && !/[?&](?:p|page_id)=/.test(link.search);
  const last = isNamed ? percentDecoded(link.pathname.replace(/\/+$/, "").split("/").at(-1) ?? "") : "";
  const bare = last.replace(/\.(?:html?|php|aspx?)$/i, "");
  return /^(?:|index)$/i.test(bare) || bare.length > 200 ? suggestSlug(post.title) : bare;
}

/** Whether the name of a file gives another slug than the post had. */
export function needsSlug(stem: Stem, slug: string): boolean {
  return suggestSlug(readArticlePath(`${stem}.md`).name) !== slug;
}
