import type { Body, Reference } from "../../article/references.ts";

const LINK_TAG = /<a[\s>]|<\/a>/g;

/**
 * Takes links out of links: HTML has none (HTML §4.5.1), and a browser ends the outer one where an inner
 * one begins. They come from addresses in the words of a link, which Markdown makes links of. The same
 * body where none is nested.
 */
export function withoutNestedLinks(body: Body): Body {
  if (!hasNestedLinks(body)) return body;
  const kept: (string | Reference)[] = [];
  const add = (piece: string | Reference) => {
    const last = kept.at(-1);
    if (typeof piece === "string" && typeof last === "string") kept[kept.length - 1] = last + piece;
    else kept.push(piece);
  };
  let depth = 0;
  let isInTag = false;
  for (const piece of body) {
    if (typeof piece !== "string") {
      if (!isInTag) add(piece);
      continue;
    }
    let from = 0;
    if (isInTag) {
      const end = piece.indexOf(">");
      if (end === -1) continue;
      from = end + 1;
      isInTag = false;
    }
    LINK_TAG.lastIndex = from;
    let written = from;
    for (let match = LINK_TAG.exec(piece); match !== null; match = LINK_TAG.exec(piece)) {
      const isEnd = match[0] === "</a>";
      depth = Math.max(0, depth + (isEnd ? -1 : 1));
      if (isEnd ? depth === 0 : depth === 1) continue;
      add(piece.slice(written, match.index));
      const end = piece.indexOf(">", match.index);
      isInTag = end === -1;
      written = isInTag ? piece.length : end + 1;
      LINK_TAG.lastIndex = written;
    }
    add(piece.slice(written));
  }
  return kept;
}

function hasNestedLinks(body: Body): boolean {
  let depth = 0;
  for (const piece of body) {
    if (typeof piece !== "string") continue;
    LINK_TAG.lastIndex = 0;
    for (let match = LINK_TAG.exec(piece); match !== null; match = LINK_TAG.exec(piece)) {
      depth = Math.max(0, depth + (match[0] === "</a>" ? -1 : 1));
      if (depth > 1) return true;
    }
  }
  return false;
}
