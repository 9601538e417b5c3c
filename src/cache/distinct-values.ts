/** Values of which each is there once: a text, a number, a list of plain JSON. */
export class DistinctValues<T> {
  readonly list: T[] = [];
  /** Of many lists that say the same most are one object, which needs no look at what it says. */
  readonly #byIdentity = new Map<T, number>();
  readonly #byWords = new Map<string, number>();

  /** The place of a value in the list, which it gets where it is new. */
  placeOf(value: T): number {
    const known = this.#byIdentity.get(value);
    if (known !== undefined) return known;
    const words = JSON.stringify(value);
    const place = this.#byWords.get(words) ?? this.list.push(value) - 1;
    this.#byWords.set(words, place);
    this.#byIdentity.set(value, place);
    return place;
  }
}
