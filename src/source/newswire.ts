/** A newswire text, taken apart. Lines count from 1 at the start of the text handed in. */
export interface Newswire {
  readonly title: string;
  readonly blocks: readonly NewswireBlock[];
  /** From the byline or the sign-off; empty where neither stands. */
  readonly authors: readonly string[];
  readonly agency: string | null;
  readonly dateline: Dateline | null;
}

/** A paragraph or a crosshead (a small headline between paragraphs). */
export interface NewswireBlock {
  readonly kind: "paragraph" | "crosshead";
  readonly text: string;
}

/** Where and when a report was written; without a year where the text names none. */
export interface Dateline {
  readonly place: string;
  readonly month: number | null;
  readonly day: number | null;
  readonly year: number | null;
}

const CROSSHEAD = /^[-–—]\s+(\S.{0,78}\S|\S)\s+[-–—]$/u;
const BYLINE = /^By\s+(\p{Lu}[\p{L}.'’-]*(?:\s+(?:and\s+)?\p{L}[\p{L}.'’-]*){1,5})$/u;
const AUTHOR_SIGN_OFF = /^(\p{Lu}[\p{L}.'’ -]{0,40}?)--(\p{Lu}{2,6})$/u;
const DESK_SIGN_OFF = /^[a-z]{2,5}(?:-[a-z]{2,5})*(?:\/[a-z]{2,5})+$/;
const MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December";
const DATELINE = new RegExp(
  `^(\\p{Lu}[\\p{Lu}\\s.,'’-]*?)(?:,\\s+(${MONTHS}|[JFMASOND][a-z]{2})\\.?\\s+(\\d{1,2})(?:,?\\s+(\\d{4}))?)?\\s+\\((\\p{Lu}[\\p{L} ]*)\\)\\s*[-–—]+\\s+`,
  "u",
);

/** Takes a newswire text apart. Null where it has not even a headline. */
export function parseNewswire(text: string): Newswire | null {
  const lines = text.split("\n").map((line) => line.trim());
  const first = lines.findIndex((line) => line !== "");
  const title = lines[first];
  if (title === undefined) return null;

  const rest = lines.slice(first + 1);
  const signOff = takeSignOff(rest);
  const byline = takeByline(rest);
  const blocks = blocksOf(rest);
  const dateline = takeDateline(blocks);
  return {
    title,
    blocks,
    authors: byline.length > 0 ? byline : signOff.authors,
    agency: signOff.agency ?? dateline.agency,
    dateline: dateline.dateline,
  };
}

/** Removes the sign-off from the end: `S.Dennehy--NG`, or desk codes such as `burs-jd/abc`. */
function takeSignOff(lines: string[]): { authors: string[]; agency: string | null } {
  const at = lines.findLastIndex((line) => line !== "");
  const last = lines[at] ?? "";
  const signed = AUTHOR_SIGN_OFF.exec(last);
  if (signed || DESK_SIGN_OFF.test(last)) lines.splice(at);
  const [, author, agency = null] = signed ?? [];
  return { authors: author ? [author.replace(/\.(?=\p{L})/gu, ". ")] : [], agency };
}

function takeByline(lines: string[]): string[] {
  const at = lines.findIndex((line) => line !== "");
  const match = BYLINE.exec(lines[at] ?? "");
  if (!match) return [];
  lines.splice(0, at + 1);
  return (match[1] ?? "").split(/\s+and\s+/);
}

function takeDateline(blocks: NewswireBlock[]): { dateline: Dateline | null; agency: string | null } {
  const at = blocks.findIndex(({ kind }) => kind === "paragraph");
  const block = blocks[at];
  const match = block && DATELINE.exec(block.text);
  if (!match) return { dateline: null, agency: null };
  const [whole, place = "", month, day, year, agency = null] = match;
  blocks[at] = { ...block, text: block.text.slice(whole.length) };
  const monthNumber = month
    ? MONTHS.split("|").findIndex((name) => name.startsWith(month.slice(0, 3))) + 1
    : 0;
  return {
    dateline: {
      place,
      month: monthNumber || null,
      day: day ? Number(day) : null,
      year: year ? Number(year) : null,
    },
    agency,
  };
}

/** Paragraphs stand one per line, or, in a text of wrapped lines, between blank lines. */
function blocksOf(lines: readonly string[]): NewswireBlock[] {
  const groups = groupsOf(lines);
  const wrapped = isWrapped(groups);
  return groups
    .flatMap((group) => (wrapped ? joinWrapped(group) : group))
    .map((text) => {
      const crosshead = CROSSHEAD.exec(text)?.[1];
      return crosshead === undefined ? { kind: "paragraph", text } : { kind: "crosshead", text: crosshead };
    });
}

function groupsOf(lines: readonly string[]): string[][] {
  const groups: string[][] = [[]];
  for (const line of lines) {
    if (line !== "") groups.at(-1)?.push(line);
    else if (groups.at(-1)?.length !== 0) groups.push([]);
  }
  return groups.filter((group) => group.length > 0);
}

/** Lines are wrapped where most that have another below them break off inside a sentence. */
function isWrapped(groups: readonly (readonly string[])[]): boolean {
  if (groups.length < 2) return false;
  const inner = groups.flatMap((group) => group.slice(0, -1)).filter((line) => !CROSSHEAD.test(line));
  const broken = inner.filter((line) => !/[.!?:;…]["'”’)\]]*$/u.test(line));
  return broken.length * 2 > inner.length;
}

function joinWrapped(group: readonly string[]): string[] {
  const blocks: string[] = [];
  let paragraph: string[] = [];
  const flush = () => {
    if (paragraph.length > 0) blocks.push(paragraph.join(" "));
    paragraph = [];
  };
  for (const line of group) {
    if (!CROSSHEAD.test(line)) paragraph.push(line);
    else {
      flush();
      blocks.push(line);
    }
  }
  flush();
  return blocks;
}
