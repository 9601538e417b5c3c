import { escapeAttribute } from "../../../article/escape-attribute.ts";
import type { Body } from "../../../article/references.ts";
import type { Dialect } from "../text/dialect.ts";
import { lineKinds, maskCode } from "../text/line-kinds.ts";
import { mathml } from "./mathml.ts";

/** A formula of a text, as TeX. */
interface Formula {
  readonly tex: string;
  /** As it stood in the text. */
  readonly written: string;
  readonly isDisplay: boolean;
}

/** A text with marks in the place of its formulas, and what puts these back. */
export interface WithoutFormulas {
  readonly text: string;
  readonly formulas: readonly Formula[];
}

/** Characters for private use: a text that has them has no formulas. */
const [BEGIN, END] = ["\ue0a0", "\ue0a1"];
const MARK = /\ue0a0(\d+)\ue0a1/g;
/** A mark, or what shows whether it stands inside a tag. */
const MARK_OR_TAG = /\ue0a0(\d+)\ue0a1|[<>]/g;

const DISPLAY = /(?<![\\$])\$\$(?!\$)([^$\u0000]+)\$\$(?!\$)/g;
/** A dollar sign at a sum of money is none: one with space inside, or with a digit behind the second (Pandoc's rule). */
const INLINE =
  /(?<![\\$\p{L}\p{N}])\$(?![\s$])((?:[^$\u0000\\\n]|\\[^\u0000\n]|\n(?![ \t]*\n)){1,1000}?)(?<![\s\\])\$(?![\d$])/gu;
const BRACKETS = /\\\\?\[((?:[^\\\u0000]|\\(?!\\?[[\]])){1,5000})\\\\?\]/g;
const PARENTHESES = /\\\\?\(((?:[^\\\u0000\n]|\\(?!\\?[()])){1,1000})\\\\?\)/g;
/** What no sentence between dollars has. */
const TEX = /\\[A-Za-z]+|[\^_=]|\\\\/;

/** Takes formulas out before Markdown reads their marks: where a text says that it has some, or shows it. */
export function takeFormulas(text: string, { generator, math }: Dialect): WithoutFormulas {
  const formulas: Formula[] = [];
  const isCandidate = text.includes("$$") || (math && /\$|\\[[(]/.test(text));
  if (!isCandidate || text.includes(BEGIN) || text.includes(END)) return { text, formulas };
  const isSure = math || generator === "jekyll";
  const lines = text.split("\n");
  let masked = maskCode(lines, lineKinds(lines));
  let whole = text;
  const take = (pattern: RegExp, isDisplay: (at: number, length: number) => boolean | null) => {
    let [left, leftMasked, from] = ["", "", 0];
    for (const { 0: found, 1: tex = "", index } of masked.matchAll(pattern)) {
      const shown = /\n[ \t]*\n/.test(tex) || tex.trim() === "" ? null : isDisplay(index, found.length);
      if (shown === null || tex.includes(BEGIN)) continue;
      const mark = `${BEGIN}${formulas.length}${END}`;
      formulas.push({ tex: tex.replace(/^[ \t]*>[ \t]?/gm, "").trim(), written: found, isDisplay: shown });
      left += whole.slice(from, index) + mark;
      leftMasked += masked.slice(from, index) + mark;
      from = index + found.length;
    }
    whole = left + whole.slice(from);
    masked = leftMasked + masked.slice(from);
  };
  take(DISPLAY, (at, length) => {
    if (!isSure && !TEX.test(masked.slice(at + 2, at + length - 2))) return null;
    return isAlone(masked, at, at + length);
  });
  if (math) {
    take(BRACKETS, () => true);
    take(PARENTHESES, () => false);
    take(INLINE, () => false);
  }
  return { text: whole, formulas };
}

/** So much of a line is looked at. */
const MOST_AROUND = 40;

/** Whether nothing else stands on the lines from one place to another. */
function isAlone(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - MOST_AROUND), from);
  const behind = text.slice(to, to + MOST_AROUND);
  const around = before.slice(before.lastIndexOf("\n") + 1) + behind.replace(/\n[\s\S]*$/, "");
  return /^[ \t>.,;]*$/.test(around);
}

/** A text with the TeX of its formulas in the place of their marks. */
export function withTex(text: string, formulas: readonly Formula[]): string {
  if (formulas.length === 0) return text;
  return text.replace(
    MARK,
    (mark, number: string) => formulas[Number(number)]?.tex.replace(/\s+/g, " ") ?? mark,
  );
}

/** A clean body with its formulas as MathML; those that are wrong stay as TeX, and are told to `lose`. */
export function withMathml(
  body: Body,
  formulas: readonly Formula[],
  lose: (tex: string, reason: string) => void,
): Body {
  if (formulas.length === 0) return body;
  const known = new Map<string, string>();
  const rendered = formulas.map(({ tex, isDisplay }) => {
    const key = `${isDisplay}${tex}`;
    const html = known.get(key) ?? mathml(tex, isDisplay, lose);
    known.set(key, html);
    return html;
  });
  let isInTag = false;
  return body.map((piece) => {
    if (typeof piece !== "string") {
      if (!piece.target.includes(BEGIN)) return piece;
      const target = piece.target.replace(
        MARK,
        (mark, number: string) => formulas[Number(number)]?.written ?? mark,
      );
      return { ...piece, target };
    }
    return piece.replace(MARK_OR_TAG, (found, number?: string) => {
      if (number === undefined) {
        isInTag = found === "<";
        return found;
      }
      const at = Number(number);
      return (isInTag ? escapeAttribute(formulas[at]?.tex ?? "") : rendered[at]) ?? "";
    });
  });
}
