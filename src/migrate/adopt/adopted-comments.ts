import type { Adopted } from "../../article/adopted.ts";

/** The comments of `adopted.toml`, by what they stand at; each with its `#`. */
export interface AdoptedComments {
  /** At the top of the file. */
  readonly head: readonly string[];
  /** By the path of an entry, or by the address of a feed. */
  readonly entries: ReadonlyMap<string, readonly string[]>;
  /** Behind the last entry. */
  readonly tail: readonly string[];
}

export const NO_COMMENTS: AdoptedComments = { head: [], entries: new Map(), tail: [] };

const TEXTS = /"(?:[^"\\]|\\.)*"|'[^']*'/g;

/**
 * Finds what people wrote beside the entries that were read of a text: above an entry, in it, or behind a
 * value. The file is written anew with all of it.
 */
export function adoptedComments(text: string, { articles, feeds }: Adopted): AdoptedComments {
  const names = new Map<number | null, string>([
    ...articles.map(({ line, path }) => [line, path] as const),
    ...feeds.map(({ line, address }) => [line, address] as const),
  ]);
  const head: string[] = [];
  const entries = new Map<string, string[]>();
  let entry: string[] | null = null;
  let pending: string[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    const comment = commentIn(line);
    const name = names.get(index + 1);
    if (name !== undefined) {
      entry = [...pending, ...comment];
      pending = [];
      entries.set(name, entry);
    } else if (line.trim() === "" && entry === null) head.push(...pending.splice(0));
    else if (line.trim().startsWith("#")) pending.push(...comment);
    else if (line.trim() !== "") entry?.push(...pending.splice(0), ...comment);
  }
  return { head, entries, tail: pending };
}

function commentIn(line: string): readonly string[] {
  const at = line.replace(TEXTS, (text) => " ".repeat(text.length)).indexOf("#");
  return at === -1 ? [] : [line.slice(at).trimEnd()];
}
