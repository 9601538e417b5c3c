/** Something of which a part is there, and the whole is read when it is asked for. */
interface PartOf<Whole> {
  whole(): Whole;
}

/** Has all objects of a prototype answer for these fields with what the whole says. */
export function readWhenAsked<Whole, Name extends keyof Whole>(
  prototype: PartOf<Whole>,
  names: readonly Name[],
): void {
  for (const name of names) {
    Object.defineProperty(prototype, name, {
      get(this: PartOf<Whole>): Whole[Name] {
        return this.whole()[name];
      },
    });
  }
}
