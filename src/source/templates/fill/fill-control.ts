import type { Mark, TagMark } from "../marks/mark.ts";
import type { Partners } from "../marks/pair-marks.ts";
import type { Scope } from "../values/scope.ts";
import type { Span } from "./branches.ts";
import { branchesOf, chosenBranch } from "./branches.ts";
import { loopOf } from "./loops.ts";

/** Pairs that choose, repeat or keep their inside: they go whole where they cannot be worked out. */
export const CONTROL =
  /^(?:if|unless|case|for|tablerow|capture|set|macro|call|filter|block|css|js|style|stylesheet|javascript|schema|ifchanged|asyncEach|asyncAll|ifAsync|switch)$/;

/** How the inside of a pair is gone through. */
export interface Walk {
  readonly marks: readonly Mark[];
  readonly partners: Partners;
  readonly scope: Scope;
  /** Fills a part of a pair's inside. */
  readonly walk: (span: Span) => void;
  /** The same, where it may be done many times. */
  readonly walkAgain: (span: Span) => void;
  /** What a pair's inside comes to, apart from the text. */
  readonly textOf: (span: Span) => string;
}

/** Fills a pair that chooses, repeats or keeps its inside; false where nobody can know what it comes to. */
export function fillControl(mark: TagMark, inside: Span, on: Walk): boolean {
  const { marks, partners, scope } = on;
  if (mark.name === "capture" || mark.name === "set") {
    scope.assign(mark.rest.replace(/["']/g, "").trim(), on.textOf(inside));
    return true;
  }
  const branches = branchesOf(marks, partners, inside.after);
  if (mark.name === "for") return fillLoop(mark, branches, on);
  if (!/^(?:if|unless|case|switch)$/.test(mark.name)) return false;
  const branch = chosenBranch(branches, scope);
  if (branch !== null && branch !== "none") on.walk(branch);
  return branch !== null;
}

function fillLoop(
  mark: TagMark,
  [body, otherwise]: readonly Span[],
  { scope, walk, walkAgain }: Walk,
): boolean {
  const loop = loopOf(mark, scope);
  if (loop === null || body === undefined) return false;
  const { variable, items } = loop;
  if (items.length === 0 && otherwise !== undefined) walk(otherwise);
  const [before, around] = [scope.assigned(variable), scope.assigned("forloop")];
  for (const [index, item] of items.entries()) {
    if (!scope.budget.spend(50 * (body.before - body.after))) break;
    scope.assign(variable, item);
    const last = index === items.length - 1;
    const forloop = { index: index + 1, index0: index, first: index === 0, last, length: items.length };
    scope.assign("forloop", forloop);
    walkAgain(body);
  }
  scope.restore(variable, before);
  scope.restore("forloop", around);
  return true;
}

/** Reads `name = value`, of `assign` and of `set`; null where it is none. */
export function assignment({ rest }: TagMark): { readonly name: string; readonly expression: string } | null {
  const [, name, expression] = /^([A-Za-z_][\w-]*)\s*=([\s\S]*)$/.exec(rest) ?? [];
  return name === undefined || expression === undefined ? null : { name, expression };
}
