import { styleText } from "node:util";
import { visible } from "../../article/plain-text.ts";
import type { Problem } from "../../article/problem.ts";
import { numberText } from "./number-text.ts";
import type { KindProblem, ProblemKind } from "./problem-kinds.ts";
import { extentOf, problemKinds } from "./problem-kinds.ts";
import { COLOURS, countLine, placeOf, problemLine } from "./report.ts";

/** So many of one kind are told one by one. */
const MOST_ALONE = 5;
/** More of them are told together, with so many examples. */
const EXAMPLES = 3;
/** An example is cut behind so many characters: it is there to be recognized. */
const MOST_SHOWN = 100;

/** What weighs most comes last, where a terminal stops. */
const ORDER = ["notice", "warning", "error"] as const;

/**
 * Problems as the people of a bake read them: those of one kind together, with examples, unless
 * everything is asked for; the frequent kinds first, and errors last. Coloured where `stream` is a terminal.
 */
export function toldProblems(
  problems: readonly Problem[],
  { verbose, stream }: { readonly verbose: boolean; readonly stream: NodeJS.WriteStream },
): string[] {
  if (problems.length === 0) return [];
  const lines = ORDER.flatMap((severity) => {
    const own = problems.filter((problem) => problem.severity === severity);
    if (verbose) return own.map((problem) => problemLine(problem, stream));
    const frequent = problemKinds(own)
      .filter((kind) => kind.problems.length > MOST_ALONE)
      .sort((a, b) => b.problems.length - a.problems.length);
    const told = new Set(frequent.flatMap((kind) => kind.problems.map(({ problem }) => problem)));
    return [
      ...frequent.flatMap((kind) => kindLines(kind, stream)),
      ...own.filter((problem) => !told.has(problem)).map((problem) => problemLine(problem, stream)),
    ];
  });
  return [...lines, countLine(problems)];
}

function kindLines(kind: ProblemKind, stream: NodeJS.WriteStream): string[] {
  const examples = examplesOf(kind.problems);
  const extent = styleText(COLOURS[kind.severity], extentOf(kind), { stream });
  const left = numberText(kind.problems.length - examples.length);
  return [
    `${extent}: ${visible(kind.message)}`,
    ...examples.map(({ problem, own }) => {
      const place = styleText("bold", placeOf(problem), { stream });
      return `  ${place}${own.length > 0 ? `: ${brief(visible(own.join(", ")))}` : ""}`;
    }),
    `  and ${left} more (--verbose shows all)`,
  ];
}

/** The first problems, of different files where there are so many. */
function examplesOf(problems: readonly KindProblem[]): readonly KindProblem[] {
  const byFile = new Map<string, KindProblem>();
  for (const one of problems) if (!byFile.has(one.problem.file)) byFile.set(one.problem.file, one);
  return [...new Set([...byFile.values(), ...problems])].slice(0, EXAMPLES);
}

function brief(text: string): string {
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}
