/** Where an old path leads, and with which status; a 410 leads nowhere. */
export interface RedirectTarget {
  readonly to: string;
  readonly status: number;
}

/**
 * A redirect of many paths. In `from`, a normalized path, `*` stands for anything and `:name` for one
 * whole segment; a literal colon is `%3A` there. In `to`, `:splat` is what the `*` stood for.
 */
export interface RedirectPattern extends RedirectTarget {
  readonly from: string;
}

/** A word that stands for a part of a path. A port is none. */
const HOLE = /:([a-z]\w*)/gi;

/** Whether a normalized path has a hole in it. */
export function hasHoles(from: string): boolean {
  return /[*:]/.test(from);
}

/** What stands in the holes of a path; null where it is none of the pattern's. One pass over the path. */
export function holesOf(from: string, path: string): ReadonlyMap<string, string> | null {
  // Most patterns are none of a path's, and this tells at once.
  if (!path.startsWith(from.slice(0, from.search(/[*:]|$/)))) return null;
  const [head = "", tail] = from.split("*");
  const values = new Map<string, string>();
  let start = 0;
  for (const piece of piecesOf(head)) {
    let end = start + piece.length;
    if (piece.startsWith(":")) {
      end = path.indexOf("/", start);
      if (end === -1) end = path.length;
      if (end === start) return null;
      values.set(piece.slice(1), path.slice(start, end));
    } else if (!path.startsWith(piece, start)) return null;
    start = end;
  }
  if (tail === undefined) return start === path.length ? values : null;
  let end = path.length;
  for (const piece of piecesOf(tail).reverse()) {
    let begin = end - piece.length;
    if (piece.startsWith(":")) {
      begin = path.lastIndexOf("/", end - 1) + 1;
      if (begin >= end) return null;
      values.set(piece.slice(1), path.slice(begin, end));
    } else if (!path.endsWith(piece, end)) return null;
    end = begin;
  }
  if (end < start) return null;
  return values.set("splat", path.slice(start, end));
}

function piecesOf(text: string): string[] {
  return text.split(/(:[a-z]\w*)/i).filter((piece) => piece !== "");
}

/** A target with its holes filled. A path of this site stays one: no value makes a second slash. */
export function fillHoles(to: string, values: ReadonlyMap<string, string>): string {
  const filled = to.replace(HOLE, (hole, name: string) => values.get(name) ?? hole);
  return to.startsWith("/") ? filled.replace(/^[^?#]*/, (path) => path.replace(/\/{2,}/g, "/")) : filled;
}

/** The target of the first pattern that a path matches; null where it matches none. */
export function matchPatterns(patterns: readonly RedirectPattern[], path: string): RedirectTarget | null {
  for (const { from, to, status } of patterns) {
    const values = holesOf(from, path);
    if (values !== null) return { to: fillHoles(to, values), status };
  }
  return null;
}

/** The patterns, the longest first: what is not a hole counts. */
export function longestFirst(patterns: readonly RedirectPattern[]): readonly RedirectPattern[] {
  const length = ({ from }: RedirectPattern) => from.replace(HOLE, "").length;
  return [...patterns].sort((a, b) => length(b) - length(a) || (a.from < b.from ? -1 : 1));
}

/** What stands before the first hole of a text, and behind the last; null where it has none. */
export function aroundHoles(text: string): readonly [string, string] | null {
  const pieces = text.split(/\*|:[a-z]\w*/i);
  return pieces.length === 1 ? null : [pieces[0] ?? "", pieces.at(-1) ?? ""];
}
