import type { Article } from "./article.ts";
import { TextTable } from "./text-table.ts";

/** What is told of an article without making it. */
const TOLD = [
  "path",
  "title",
  "section",
  "tags",
  "authors",
  "language",
  "visibility",
  "canonical",
  "address",
  "published",
  "edition",
  "fingerprint",
  "card",
  "needsTextStylesheet",
] as const satisfies readonly (keyof Article)[];

type Told = (typeof TOLD)[number];

/** What is told of articles, by their ordinals. */
export type ToldOf = { readonly [Name in Told]: (ordinal: number) => Article[Name] };

/** Articles of which one is made when it is asked for. */
export interface LazyArticles {
  readonly ordinals: Iterable<number>;
  readonly of: ToldOf;
  readonly make: (ordinal: number) => Article;
  /** Finds those at an address, and perhaps others that were there. */
  readonly ordinalsAt?: (address: string) => Iterable<number>;
}

/**
 * The articles of a site by their ordinals. There may be very many, of which few are asked for: what lists
 * ask of all of them is told without an object for each.
 */
export class Articles implements Iterable<Article> {
  /** In the order of the folder, then those that are new. */
  readonly ordinals: Int32Array;
  readonly of: ToldOf;
  /** By ordinal. */
  readonly #made: (Article | undefined)[];
  /** By ordinal: 1 for one that stayed, and is made when it is asked for. */
  readonly #stays: Uint8Array;
  readonly #make: LazyArticles["make"] | undefined;
  readonly #ordinalsAt: LazyArticles["ordinalsAt"];
  #published: Float64Array | null = null;
  #byAddress: TextTable | null = null;

  /** Of articles that are made, and others. */
  constructor(made: readonly Article[], ordinals: Int32Array, lazy?: LazyArticles) {
    const end = ordinals.reduce((most, one) => Math.max(most, one), -1) + 1;
    this.ordinals = ordinals;
    this.#made = new Array(end);
    for (const article of made) this.#made[article.ordinal] = article;
    this.#stays = new Uint8Array(end);
    for (const ordinal of lazy?.ordinals ?? []) this.#stays[ordinal] = 1;
    this.#make = lazy?.make;
    this.#ordinalsAt = lazy?.ordinalsAt;
    const told = TOLD.map((name) => [name, this.#teller(name, lazy?.of[name])] as const);
    // TypeScript does not follow which name has which value through a list of entries; `TOLD` has them all.
    this.of = Object.fromEntries(told) as unknown as ToldOf;
  }

  get length(): number {
    return this.ordinals.length;
  }

  /** When each was published, by ordinal. */
  get published(): Float64Array {
    if (this.#published === null) {
      this.#published = new Float64Array(this.end);
      for (const ordinal of this.ordinals) this.#published[ordinal] = this.of.published(ordinal);
    }
    return this.#published;
  }

  /** The first ordinal that is higher than all of them. */
  get end(): number {
    return this.#stays.length;
  }

  /** Whether an article stayed as it was. */
  stays(ordinal: number): boolean {
    return this.#stays[ordinal] === 1;
  }

  has(ordinal: number): boolean {
    return this.#stays[ordinal] === 1 || this.#made[ordinal] !== undefined;
  }

  /** The ordinal of the article at an address; -1 where none is. */
  ordinalOf(address: string): number {
    const ordinalsAt = this.#ordinalsAt;
    this.#byAddress ??= new TextTable(
      ordinalsAt === undefined ? this.ordinals : this.ordinals.filter((one) => !this.stays(one)),
      this.of.address,
    );
    const found = this.#byAddress.find(address);
    if (found >= 0 || ordinalsAt === undefined) return found;
    for (const ordinal of ordinalsAt(address)) if (this.stays(ordinal)) return ordinal;
    return -1;
  }

  /** The article with an ordinal, if there is one. */
  at(ordinal: number): Article | undefined {
    const known = this.#made[ordinal];
    if (known !== undefined || this.#make === undefined || !this.stays(ordinal)) return known;
    const article = this.#make(ordinal);
    this.#made[ordinal] = article;
    return article;
  }

  /** Those with some ordinals that are there. */
  among(ordinals: Iterable<number>): readonly Article[] {
    const found: Article[] = [];
    for (const ordinal of ordinals) {
      const article = this.at(ordinal);
      if (article !== undefined) found.push(article);
    }
    return found;
  }

  *[Symbol.iterator](): Generator<Article> {
    for (const ordinal of this.ordinals) {
      const article = this.at(ordinal);
      if (article !== undefined) yield article;
    }
  }

  #teller<Name extends Told>(name: Name, ofLazy: ToldOf[Name] | undefined) {
    return (ordinal: number) =>
      ofLazy !== undefined && this.#stays[ordinal] === 1 ? ofLazy(ordinal) : this.#made[ordinal]?.[name];
  }
}

/** Articles in a list, in its order. */
export function articlesOf(list: readonly Article[]): Articles {
  return new Articles(
    list,
    Int32Array.from(list, ({ ordinal }) => ordinal),
  );
}
