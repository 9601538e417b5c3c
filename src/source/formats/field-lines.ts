import type { SplitText } from "./front-matter.ts";

/** The lines of each front matter that was asked for, as long as that is held. */
const known = new WeakMap<SplitText, ReadonlyMap<string, number>>();

/** The line of the file on which a field stands; null where it is written in another way. */
export function lineOfField(split: SplitText, name: string): number | null {
  const lines = known.get(split) ?? fieldLines(split);
  known.set(split, lines);
  return lines.get(name) ?? null;
}

/** The first line of each name: one pass, however many fields there are. */
function fieldLines({ frontMatter, frontMatterLine }: SplitText): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  for (const [at, line] of frontMatter.split("\n").entries()) {
    for (const name of namesIn(line)) if (!lines.has(name)) lines.set(name, at + frontMatterLine);
  }
  return lines;
}

/** What a line may name: what stands before the first separator, before YAML's colon, or in quotes. */
function* namesIn(line: string): Generator<string> {
  const text = line.replace(/^\s*\{?\s*/, "");
  const quote = /^["']/.exec(text)?.[0] ?? "";
  const rest = text.slice(quote.length);
  for (const separator of [/[:=.]/, /:(?=\s|$)/]) {
    const at = rest.search(separator);
    if (at !== -1) yield rest.slice(0, at).trimEnd().replace(/["']$/, "");
  }
  if (quote !== "") yield rest.slice(0, Math.max(0, rest.indexOf(quote)));
}
