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
  const [first, ...rest] = writtenLines(text);
  if (first === undefined) return null;

  const signOff = takeSignOffs(rest);
  const byline = takeByline(rest);
  const blocks = blocksOf(rest);
  const dateline = takeDateline(blocks);
  return {
    title: first.text,
    blocks,
    authors: byline.length > 0 ? byline : signOff.authors,
    agency: signOff.agency ?? dateline?.agency ?? null,
    dateline,
  };
}

/** The lines that hold something: a text may have a million of others. */
function writtenLines(text: string): NewswireLine[] {
  const lines: NewswireLine[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    const written = line.trim();
    if (written !== "") lines.push({ text: written, line: index + 1 });
  }
  return lines;
}

/** Lines that sign a text off; more of them are text. */
const MAX_SIGN_OFFS = 20;

/** Removes the sign-offs from the end. */
function takeSignOffs(lines: NewswireLine[]): { authors: readonly string[]; agency: string | null } {
  /** Of each sign-off, the last first. */
  const authors: (readonly string[])[] = [];
  let agency: string | null = null;
  for (let count = 0; count < MAX_SIGN_OFFS; count += 1) {
    const signOff = readSignOff(lines.at(-1)?.text ?? "");
    if (signOff === null) break;
    lines.pop();
    authors.push(signOff.authors);
    agency ??= signOff.agency;
  }
  return { authors: authors.reverse().flat(), agency };
}

function takeByline(lines: NewswireLine[]): readonly string[] {
  const names = readByline(lines[0]?.text ?? "");
  if (names === null) return [];
  lines.shift();
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
