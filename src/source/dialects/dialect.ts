import type { Generator } from "../../article/site.ts";

/** What decides how the marks of a text are read. */
export interface Dialect {
  /** Null: only what means the same everywhere. */
  readonly generator: Generator | null;
  /** Whether the front matter says that the text has formulas between single dollars. */
  readonly math: boolean;
  /** The comment that ends the summary, where the front matter names one. */
  readonly excerptMark: string | null;
}

/** Of a text that nothing is known of. */
export const PLAIN: Dialect = { generator: null, math: false, excerptMark: null };

/** Fields that switch formulas on in themes and plugins of every generator. */
const MATH_FIELDS = ["math", "katex", "mathjax", "use_math", "usemath", "use_katex", "has_math", "latex"];
/** Tables of the front matter that such fields stand in: Zola's and Hugo's. */
const TABLES = ["extra", "params"];

/** Reads from front matter that means nothing else how a text is written. */
export function dialectOf(generator: Generator | null, extra: Readonly<Record<string, unknown>>): Dialect {
  const tables = [extra, ...TABLES.map((name) => extra[name])].filter(isTable);
  const { excerpt_separator: mark } = extra;
  return {
    generator,
    math: tables.some((table) => MATH_FIELDS.some((name) => isOn(table[name]))),
    excerptMark: typeof mark === "string" && /^<!--[^<>]*-->$/.test(mark.trim()) ? mark.trim() : null,
  };
}

/** Some themes take a table of options, or the name of a library. */
function isOn(value: unknown): boolean {
  if (isTable(value)) return value.enable !== false;
  return value === true || (typeof value === "string" && /^(?:true|on|yes|katex|mathjax)$/i.test(value));
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
