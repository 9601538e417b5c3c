import { escapeAttribute } from "../../article/escape-attribute.ts";
import type { Reference } from "../../article/references.ts";
import {
  ALLOWED_ATTRIBUTES,
  isSafeTarget,
  LANGUAGE_CLASS,
  TEXT_ALIGN,
  URL_ATTRIBUTES,
} from "./allowed-html.ts";

/** Writes the attributes that may stay, and cuts them at their references. */
export function cutAttributes(
  element: string,
  attributes: ReadonlyMap<string, string>,
  pieces: (string | Reference)[],
  lineOf: (target: string) => number,
): void {
  for (const [written, raw] of attributes) {
    const [name, value] = settled(written, raw);
    if (!isAllowedAttribute(element, name) || (name !== written && attributes.has(name))) continue;
    if (value === "" && name !== "alt") {
      if (name === "controls" || name === "reversed") pieces.push(` ${name}`);
    } else if (!URL_ATTRIBUTES.has(name)) pieces.push(` ${name}="${escapeAttribute(value)}"`);
    else if (name === "srcset") cutSrcset(value, pieces, lineOf);
    else {
      const target = value.trim();
      if (isSafeTarget(target)) pieces.push(` ${name}="`, { target, line: lineOf(target) }, '"');
    }
  }
}

/** Of classes those of languages stay. Markdown aligns cells with a style; feeds keep only the attribute of that name. */
function settled(name: string, value: string): readonly [string, string] {
  if (name === "class")
    return [
      name,
      value
        .split(/\s/)
        .filter((one) => LANGUAGE_CLASS.test(one))
        .join(" "),
    ];
  const align = name === "style" ? TEXT_ALIGN.exec(value)?.[1] : undefined;
  return align === undefined ? [name, value] : ["align", align];
}

function isAllowedAttribute(element: string, name: string): boolean {
  return Boolean(ALLOWED_ATTRIBUTES["*"]?.includes(name) || ALLOWED_ATTRIBUTES[element]?.includes(name));
}

/** Cuts the URLs out of a `srcset` (HTML §4.8.4.2.1); leaves it out where one is not safe. */
function cutSrcset(srcset: string, pieces: (string | Reference)[], lineOf: (target: string) => number): void {
  const candidates = [...srcset.matchAll(/(?:^|,)\s*([^\s,]\S*[^\s,]|[^\s,])([^,]*)/g)];
  if (candidates.length === 0 || !candidates.every(([, target = ""]) => isSafeTarget(target))) return;
  for (const [index, [, target = "", descriptor = ""]] of candidates.entries()) {
    pieces.push(index === 0 ? ' srcset="' : ", ", { target, line: lineOf(target) });
    if (descriptor.trim() !== "") pieces.push(` ${escapeAttribute(descriptor.trim())}`);
  }
  pieces.push('"');
}
