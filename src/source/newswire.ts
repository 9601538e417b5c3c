import type { NewswireBlock, NewswireLine } from "./newswire-blocks.ts";
import { blocksOf } from "./newswire-blocks.ts";
import type { Dateline } from "./newswire-lines.ts";
import { readByline, readDateline, readSignOff } from "./newswire-lines.ts";

/** A newswire text, taken apart. Lines count from 1 at the start of the text handed in. */
export interface Newswire {
  readonly title: string;
  readonly blocks: readonly NewswireBlock[];
  /** From the byline or the sign-off; empty where neither stands. */
  readonly authors: readonly string[];
  readonly agency: string | null;
  readonly dateline: (Dateline & { readonly line: number }) | null;
}

/** Takes a newswire text apart. Null where it has not even a headline. */
export function parseNewswire(text: string): Newswire | null {
  const lines = text.split("\n").map((line, index) => ({ text: line.trim(), line: index + 1 }));
  const first = lines.findIndex((line) => line.text !== "");
  const title = lines[first]?.text;
  if (title === undefined) return null;

  const rest = lines.slice(first + 1);
  const signOff = takeSignOffs(rest);
  const byline = takeByline(rest);
  const blocks = blocksOf(rest);
  const dateline = takeDateline(blocks);
  return {
    title,
    blocks,
    authors: byline.length > 0 ? byline : signOff.authors,
    agency: signOff.agency ?? dateline?.agency ?? null,
    dateline,
  };
}

/** Lines that sign a text off; more of them are text. */
const MAX_SIGN_OFFS = 20;

/** Removes the sign-offs from the end. */
function takeSignOffs(lines: NewswireLine[]): { authors: readonly string[]; agency: string | null } {
  /** Of each sign-off, the last first. */
  const authors: (readonly string[])[] = [];
  let agency: string | null = null;
  for (let count = 0; count < MAX_SIGN_OFFS; count += 1) {
    const at = lines.findLastIndex((line) => line.text !== "");
    const signOff = readSignOff(lines[at]?.text ?? "");
    if (signOff === null) break;
    lines.splice(at);
    authors.push(signOff.authors);
    agency ??= signOff.agency;
  }
  return { authors: authors.reverse().flat(), agency };
}

function takeByline(lines: NewswireLine[]): readonly string[] {
  const at = lines.findIndex((line) => line.text !== "");
  const names = readByline(lines[at]?.text ?? "");
  if (names === null) return [];
  lines.splice(0, at + 1);
  return names;
}

function takeDateline(blocks: NewswireBlock[]): Newswire["dateline"] {
  const at = blocks.findIndex(({ kind }) => kind === "paragraph");
  const block = blocks[at];
  if (block?.kind !== "paragraph") return null;
  const found = readDateline(block.text);
  if (found === null) return null;
  blocks[at] = { kind: "paragraph", text: found.rest, line: block.line };
  return { ...found.dateline, line: block.line };
}
