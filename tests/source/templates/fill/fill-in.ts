import type { Generator } from "../../../../src/article/setting-choices.ts";
import { includesOf } from "../../../../src/source/templates/fill/included.ts";
import { fillMarks } from "../../../../src/source/templates/fill-marks.ts";
import { syntaxOf } from "../../../../src/source/templates/marks/syntax.ts";
import type { Scope } from "../../../../src/source/templates/values/scope.ts";
import type { TextKind } from "../../../../src/source/templates/write/mark-place.ts";
import { scopeOf } from "../values/scope-of.ts";

/** What a text is filled with. */
export interface FilledWith {
  readonly generator?: Generator | null;
  readonly globals?: Readonly<Record<string, unknown>>;
  readonly own?: Readonly<Record<string, string>>;
  readonly kind?: TextKind;
  readonly includes?: Readonly<Record<string, string>>;
  readonly folder?: string;
  readonly budget?: number;
  readonly param?: (name: string) => unknown;
}

/** A text whose marks are filled, and what is told of others, each up to its first comma. */
export function fillIn(
  source: string,
  {
    generator = "jekyll",
    globals = {},
    own = {},
    kind = "markdown",
    includes = {},
    folder = "",
    budget = 100_000,
    param = () => null,
  }: FilledWith = {},
) {
  const syntax = syntaxOf(generator);
  if (syntax === null) throw new TypeError("a generator whose braces are text");
  const scope: Scope = scopeOf(globals, { budget, param });
  const writing = {
    toInline: (markdown: string) => `<i>${markdown}</i>`,
    toTarget: (path: string) => path,
  };
  const around = { kind, own, writing };
  const include = includesOf({
    texts: includes,
    folder,
    fill: (text, inner, more) => {
      const { output, told } = fillMarks(
        { ...around, source: text, scope: inner, include: more },
        syntax,
      ).filled;
      return { text: output.text, isPart: told.length > 0 };
    },
  });
  const { filled, rest } = fillMarks({ ...around, source, scope, include }, syntax);
  return {
    text: filled.output.text,
    told: filled.told.map(({ offset, message }) => `${offset}: ${message}`),
    rest,
  };
}
