import type { Mark } from "../marks/mark.ts";

/** What is told of a mark that was left out. */
export interface Told {
  readonly offset: number;
  readonly message: string;
}

/** How a mark is shown: in one line, and short. */
function shownMark(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length <= 80 ? line : `${line.slice(0, 60)} … ${line.slice(-15)}`;
}

/** What became of the inside of a pair: it was kept, it went with the pair; a single mark has none, an include may lose a part. */
export type InsideOfMark = "kept" | "whole" | "gone" | "part";

/** Says what was left out, and how to put something in its place. `key` is its name in `[templates]`. */
function leftOutMessage(mark: Mark, shown: string, key: string | null, inside: InsideOfMark): string {
  if (mark.kind === "stray")
    return `contains ${shown}, which opens a mark that nothing closes, and which was left out; close it, or remove it`;
  if (key === null)
    return `contains ${shown}, whose value only the generator knows, so it was left out; write the value itself`;
  if (inside === "whole")
    return `contains ${shown}, which only the generator can work out, so it was left out up to its end; write what it comes to`;
  const what = WHAT_BECAME[inside];
  return `contains ${shown}, which only the generator can fill in, so ${what}; write what it stands for, or say it under [templates] in site.toml: ${nameInToml(key)} = "…"`;
}

const WHAT_BECAME = {
  kept: "only the text inside it was kept",
  part: "a part of it was left out",
  gone: "it was left out",
} as const;

function nameInToml(key: string): string {
  return /^[\w-]+$/.test(key) ? key : JSON.stringify(key);
}

/** What is told of the marks of a text: each once, however often it stands there. */
export class ToldMarks {
  readonly #source: string;
  readonly #told = new Map<string, Told>();

  constructor(source: string) {
    this.#source = source;
  }

  add(mark: Mark, key: string | null, inside: InsideOfMark = "gone"): void {
    const shown = shownMark(this.#source.slice(mark.from, mark.to));
    if (this.#told.has(shown)) return;
    this.#told.set(shown, { offset: mark.from, message: leftOutMessage(mark, shown, key, inside) });
  }

  get list(): readonly Told[] {
    return [...this.#told.values()];
  }
}
