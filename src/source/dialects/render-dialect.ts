import type { WithoutFormulas } from "./formulas/formulas.ts";
import { takeFormulas } from "./formulas/formulas.ts";
import { rewriteBlocks } from "./marks/block-marks.ts";
import { rewriteInline, takeMore } from "./marks/inline-marks.ts";
import { mayHaveKramdownHtml } from "./marks/markdown-inside.ts";
import { withoutMdx } from "./mdx/mdx.ts";
import type { Dialect } from "./text/dialect.ts";

/** What a dialect makes of a text before anybody cleans it. */
export interface DialectHtml extends Pick<WithoutFormulas, "formulas"> {
  readonly html: string;
  /** What stands before the mark that ends the summary; null where there is none. */
  readonly before: string | null;
  /** What of it nothing can take the place of. */
  readonly lost: readonly string[];
}

/** Features of the Markdown renderer that only a dialect has. */
export const FEATURES = { headingAttributes: true, definitionList: true } as const;

/** What a text without any dialect has nothing of, names of emoji among it. */
const MARKS =
  /\{[:#.%a-z/*\d]|:::|!!!|\?\?\?|\[!|TOC\]|toc\]|<!--|\$\$|\n: |\bmarkdown=|:[a-z+-][a-z0-9_+-]*:|:100:/;

/** Whether a text may have marks of a dialect: one cheap look, so that they cost no other text anything. */
export function mayHaveMarks(text: string, { math, generator }: Dialect): boolean {
  return math || MARKS.test(text) || (generator === "jekyll" && mayHaveKramdownHtml(text));
}

/** Renders a text with the marks of its dialect; `render` makes HTML of Markdown, with the features of one. */
export function renderDialect(
  text: string,
  dialect: Dialect,
  isMdx: boolean,
  render: (markdown: string) => string,
): DialectHtml {
  const { text: prose, formulas } = takeFormulas(text, dialect);
  const { text: markdown, lost } = isMdx ? withoutMdx(prose) : { text: prose, lost: [] };
  const html = rewriteInline(render(rewriteBlocks(markdown, dialect)));
  return { ...takeMore(html, dialect.excerptMark), formulas, lost };
}
