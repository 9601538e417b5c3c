import type { NewswireBlock } from "./blocks.ts";
import { blocksOf } from "./blocks.ts";
import { isRole, readByline } from "./byline.ts";
import { beginsCredits, MAX_CREDIT_LINES, readCredits } from "./credits.ts";
import type { Dateline } from "./dateline.ts";
import { readDateline } from "./dateline.ts";
import { takeHeadline } from "./headline.ts";
import { readSignOff } from "./sign-off.ts";
import { takeWireCodes, withoutFrame } from "./wire-codes.ts";
import type { NewswireLine } from "./written-lines.ts";
import { writtenLines } from "./written-lines.ts";

/** A newswire text, taken apart. Lines count from 1 at the start of the text handed in. */
export interface Newswire {
  readonly title: string;
  readonly blocks: readonly NewswireBlock[];
  /** From the byline or the sign-off; empty where neither stands. */
  readonly authors: readonly string[];
  readonly agency: string | null;
  readonly dateline: (Dateline & { readonly line: number }) | null;
}

/** Lines at the head of a text that may be there for machines; more of them are text. */
const MAX_HEAD = 20;

/** Takes a newswire text apart. Null where it has not even a headline. */
export function parseNewswire(text: string): Newswire | null {
  const written = writtenLines(text);
  const lines = [...written.slice(0, MAX_HEAD).map(withoutFrame), ...written.slice(MAX_HEAD)];
  takeWireCodes(lines);
  const above = lines.length > 1 ? takeByline(lines) : [];
  const headline = takeHeadline(lines);
  if (headline === null) return null;

  const signOff = takeSignOffs(lines);
  takeWireCodes(lines);
  const below = takeByline(lines);
  takeWireCodes(lines);
  const blocks = blocksOf(lines, headline.indent);
  const dateline = takeDateline(blocks);
  const authors = below.length > 0 ? below : above;
  return {
    title: headline.text,
    blocks,
    authors: authors.length > 0 ? authors : signOff.authors,
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
    const signOff = readSignOff(lines.at(-1)?.text ?? "");
    if (signOff !== null) lines.pop();
    const credits = signOff === null ? takeCredits(lines) : null;
    if (signOff === null && credits === null) break;
    authors.push(signOff?.authors ?? credits ?? []);
    agency ??= signOff?.agency ?? null;
  }
  return { authors: authors.reverse().flat(), agency };
}

/** Removes a remark on who worked on the text, which may have several lines; never the whole text. */
function takeCredits(lines: NewswireLine[]): readonly string[] | null {
  for (let count = 1; count <= Math.min(MAX_CREDIT_LINES, lines.length - 1); count += 1) {
    const last = lines.slice(-count).map(({ text }) => text);
    const isOne = count === 1 || beginsCredits(last[0] ?? "");
    const names = isOne ? readCredits(last.join(" ")) : null;
    if (names === null) continue;
    lines.splice(-count);
    return names;
  }
  return null;
}

function takeByline(lines: NewswireLine[]): readonly string[] {
  const names = readByline(lines[0]?.text ?? "");
  if (names === null) return [];
  lines.shift();
  if (isRole(lines[0]?.text ?? "")) lines.shift();
  return names;
}

/** A dateline that stands alone leaves no paragraph behind. */
function takeDateline(blocks: NewswireBlock[]): Newswire["dateline"] {
  const at = blocks.findIndex(({ kind }) => kind === "paragraph");
  const block = blocks[at];
  if (block?.kind !== "paragraph") return null;
  const found = readDateline(block.text);
  if (found === null) return null;
  const left = found.rest === "" ? [] : [{ kind: "paragraph", text: found.rest, line: block.line } as const];
  blocks.splice(at, 1, ...left);
  return { ...found.dateline, line: block.line };
}
