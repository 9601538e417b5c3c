import type { Mark } from "../marks/mark.ts";
import type { Partners } from "../marks/pair-marks.ts";
import { judge } from "../values/condition.ts";
import { evaluate, readValue } from "../values/expression.ts";
import type { Scope } from "../values/scope.ts";
import { splitOutsideQuotes } from "../values/split-outside-quotes.ts";
import { UNKNOWN } from "../values/value.ts";

const BRANCH = /^(?:elsif|elseif|elif|else|when)$/;

/** A part of a pair's inside, by its marks: those after `after`, before `before`. */
export interface Span {
  readonly after: number;
  readonly before: number;
}

interface Branch extends Span {
  readonly name: string;
  readonly condition: string;
}

/** The branches of a pair, the first one under the pair's own name. */
export function branchesOf(marks: readonly Mark[], partners: Partners, at: number): readonly Branch[] {
  const end = partners[at] ?? at;
  const starts: number[] = [at];
  for (let k = at + 1; k < end; k += 1) {
    const mark = marks[k];
    const partner = partners[k] ?? -1;
    if (partner > k) k = partner;
    else if (mark?.kind === "tag" && BRANCH.test(mark.name)) starts.push(k);
  }
  return starts.map((start, place) => {
    const mark = marks[start];
    const { name = "", rest = "" } = mark?.kind === "tag" ? mark : {};
    return { name, condition: rest, after: start, before: starts[place + 1] ?? end };
  });
}

/** The branch of an `if`, `unless` or `case` that counts; null where nobody can know, "none" where none does. */
export function chosenBranch(branches: readonly Branch[], scope: Scope): Span | "none" | null {
  const [first] = branches;
  if (first === undefined) return null;
  const subject = first.name === "case" || first.name === "switch" ? evaluate(first.condition, scope) : null;
  if (subject === UNKNOWN) return null;
  for (const branch of branches) {
    const verdict = verdictOf(branch, subject, scope);
    if (verdict === null) return null;
    if (verdict) return branch;
  }
  return "none";
}

function verdictOf({ name, condition }: Branch, subject: unknown, scope: Scope): boolean | null {
  switch (name) {
    case "case":
    case "switch":
      return false;
    case "else":
      return condition.startsWith("if ") ? judge(condition.slice(3), scope) : true;
    case "when": {
      const wanted = splitOutsideQuotes(condition.replaceAll(" or ", ","), ",").map((one) =>
        readValue(one, scope),
      );
      return wanted.includes(UNKNOWN) ? null : wanted.includes(subject);
    }
    case "unless": {
      const verdict = judge(condition, scope);
      return verdict === null ? null : !verdict;
    }
    default:
      return judge(condition, scope);
  }
}
