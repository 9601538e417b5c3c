import type { Mark } from "./marks/mark.ts";
import { pairMarks } from "./marks/pair-marks.ts";

/** Outputs that nobody writes for another purpose. */
const OUTPUT =
  /^(?:"[^"]*"|'[^']*'|site\.(?:url|baseurl))(?:\s*\|\s*(?:(?:relative|absolute)_url|url|(?:abs|rel)URL|(?:append|prepend):\s*(?:site\.(?:url|baseurl)|"[^"]*"|'[^']*')))*$/;
const TAGS = {
  liquid: /^(?:post_url|highlight)$/,
  hugo: /^(?:ref|relref|figure|youtube|vimeo|gist|tweet|x|instagram|highlight)$/,
  zola: /^$/,
} as const;

/**
 * The marks that mean the same whatever a folder was written for. `isOwn` tells those that the
 * publisher gave a meaning.
 */
export function commonMarks(marks: readonly Mark[], isOwn: (name: string) => boolean): readonly Mark[] {
  const known = marks.filter((mark) => {
    if (mark.kind === "output") return OUTPUT.test(mark.inside) && /[|.]/.test(mark.inside);
    if (mark.kind !== "tag") return mark.kind !== "stray";
    const { family, name, rest } = mark;
    const isLink = family === "liquid" && name === "link" && /\.\w+["']?$/.test(rest);
    const file = /^["']?([^\s"',]+)/.exec(rest)?.[1] ?? "";
    return isLink || TAGS[family].test(name) || isOwn(name) || isOwn(`${name} ${file}`);
  });
  const partners = pairMarks(known);
  return known.filter((mark, at) => {
    if (mark.kind !== "tag" || partners[at] !== -1) return true;
    return !mark.isClosing && mark.name !== "highlight";
  });
}
