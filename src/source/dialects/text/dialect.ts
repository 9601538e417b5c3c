import type { Generator } from "../../../article/setting-choices.ts";

/** What decides how the marks of a text are read. */
export interface Dialect {
  /** Null: only what means the same everywhere. */
  readonly generator: Generator | null;
  /** BCP 47: boxes without a title begin with a word of it. */
  readonly language: string;
  /** Whether the front matter says that the text has formulas between single dollars. */
  readonly math: boolean;
  /** The comment that ends the summary, where the front matter names one. */
  readonly excerptMark: string | null;
}

/** Of a text that nothing is known of. */
export const PLAIN: Dialect = { generator: null, language: "en", math: false, excerptMark: null };

/** Fields that switch formulas on in themes and plugins of every generator. */
const MATH = "math|katex|mathjax|use_math|usemath|use_katex|has_math|latex";
const FIELD = new RegExp(`^(?:${MATH}|excerpt_separator)$`);
/** One of them, in YAML, TOML or JSON, also inside a table: a switch, or the name of a library. */
const MATH_ON = new RegExp(
  `(?:^|[{,\\s"'])(?:${MATH})["']?[ \\t]*[:=][ \\t]*["']?(?:true|on|yes|katex|mathjax|\\{[ \\t]*["']?enable["']?[ \\t]*[:=][ \\t]*true)\\b`,
  "im",
);
const EXCERPT_MARK = /^["']?excerpt_separator["']?[ \t]*[:=][ \t]*["']?(<!--[^<>\n]*-->)/m;

/** Reads from the text of a front matter how the text below is written. */
export function dialectOf(generator: Generator | null, language: string, frontMatter: string): Dialect {
  return {
    generator,
    language,
    math: MATH_ON.test(frontMatter),
    excerptMark: EXCERPT_MARK.exec(frontMatter)?.[1] ?? null,
  };
}

/** Whether a field says how the text is written. */
export function isDialectField(name: string): boolean {
  return FIELD.test(name);
}
