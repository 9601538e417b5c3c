import type { Problem, Severity } from "../../article/problem.ts";
import { plural } from "./report.ts";

/** Problems of one kind: their messages differ in what they quote, name or count. */
export interface ProblemKind {
  readonly severity: Severity;
  /** What all of them say, with `…` for what they say differently. */
  readonly message: string;
  readonly problems: readonly KindProblem[];
}

/** A problem, and what its message says that others of its kind do not. */
export interface KindProblem {
  readonly problem: Problem;
  readonly own: readonly string[];
}

/** A piece of a message: a quoted text, a template's mark, a tag, a word, or what stands between words. */
const PIECE = /"(?:[^"\\]|\\.)*"|“[^“”]*”|\{[{%][^{}]*\}+|<[^<>]*>|[^\s"“{<]+|[\s\S]/gu;
const QUOTING = /^(?:["“<].+|\{[{%].+\})$/su;
/** Numbers, dates, paths, names of files and the like. */
const NAMING = /[\d/\\_=]|[.:](?=\w)/u;
const CLAUSE_END = ".,;:!?)";
/** A longer message is a kind of its own: to take it apart would cost more than it tells. */
const MOST_CHARACTERS = 2000;

/** Sorts problems into kinds, in the order in which each kind first occurs. */
export function problemKinds(problems: readonly Problem[]): ProblemKind[] {
  const kinds = new Map<string, { problem: Problem; values: readonly string[] }[]>();
  const wordsOf = new Map<string, readonly string[]>();
  for (const problem of problems) {
    const { words, values } = takeApart(problem.message);
    const key = JSON.stringify([problem.severity, words]);
    wordsOf.set(key, words);
    const alike = kinds.get(key);
    if (alike) alike.push({ problem, values });
    else kinds.set(key, [{ problem, values }]);
  }
  return [...kinds].map(([key, alike]) => kindOf(wordsOf.get(key) ?? [], alike));
}

/** The words of a message, and the values between them: one value fewer than words. */
function takeApart(message: string): { words: string[]; values: string[] } {
  if (message.length > MOST_CHARACTERS) return { words: [message], values: [] };
  const words = [""];
  const values: string[] = [];
  for (const [piece] of message.matchAll(PIECE)) {
    const isQuoted = QUOTING.test(piece);
    const value = isQuoted ? piece : withoutClauseEnd(piece);
    // What a message begins with is what it is about, such as the name of a field.
    const isFirst = words.length === 1 && words[0] === "";
    if (!isFirst && (isQuoted || NAMING.test(value))) {
      values.push(value);
      words.push(piece.slice(value.length));
    } else words.push(`${words.pop()}${piece}`);
  }
  return { words, values };
}

function withoutClauseEnd(piece: string): string {
  let end = piece.length;
  while (CLAUSE_END.includes(piece[end - 1] ?? " ")) end -= 1;
  return piece.slice(0, end);
}

function kindOf(
  words: readonly string[],
  alike: readonly { readonly problem: Problem; readonly values: readonly string[] }[],
): ProblemKind {
  const [{ problem, values: first } = { problem: null, values: [] }] = alike;
  const isShared = first.map((value, slot) => alike.every(({ values }) => values[slot] === value));
  const message = words.map((word, at) => {
    const value = first[at];
    return value === undefined ? word : `${word}${isShared[at] ? value : "…"}`;
  });
  return {
    severity: problem?.severity ?? "error",
    message: message.join(""),
    problems: alike.map(({ problem, values }) => ({
      problem,
      own: [...new Set(values.filter((_, slot) => !isShared[slot]))],
    })),
  };
}

/** How many there are of a kind, and in how many files: `412 warnings in 130 files`. */
export function extentOf({ severity, problems }: ProblemKind): string {
  const files = new Set(problems.map(({ problem }) => problem.file)).size;
  return `${plural(problems.length, severity)} in ${plural(files, "file")}`;
}
