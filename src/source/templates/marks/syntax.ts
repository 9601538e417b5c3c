import type { Generator } from "../../../article/setting-choices.ts";

/** Which marks a generator's content may hold. */
export interface Syntax {
  /** `{{ output }}` and `{% tag %}` of Liquid and Nunjucks. */
  readonly liquid: boolean;
  /** `{# comment #}` of Nunjucks. */
  readonly comments: boolean;
  /** `{{< shortcode >}}` and `{{% shortcode %}}` of Hugo. */
  readonly hugo: boolean;
  /** `{{ shortcode() }}` and `{% shortcode() %}…{% end %}` of Zola. */
  readonly zola: boolean;
  /** Whether every mark counts, in code too; otherwise those alone that mean the same to everybody. */
  readonly isWhole: boolean;
}

const NONE: Syntax = { liquid: false, comments: false, hugo: false, zola: false, isWhole: true };

const SYNTAXES: Readonly<Record<Generator, Syntax | null>> = {
  jekyll: { ...NONE, liquid: true },
  eleventy: { ...NONE, liquid: true, comments: true },
  hugo: { ...NONE, hugo: true },
  zola: { ...NONE, zola: true },
  // Braces are text to them, or code of JSX.
  astro: null,
  gatsby: null,
  docusaurus: null,
};

const COMMON: Syntax = { ...NONE, liquid: true, hugo: true, isWhole: false };

/** The marks that count in a folder; null where braces are text. */
export function syntaxOf(generator: Generator | null): Syntax | null {
  return generator === null ? COMMON : SYNTAXES[generator];
}

/** Whether a text may hold a mark: most hold none. */
export function mayHoldMarks(text: string): boolean {
  return text.includes("{{") || text.includes("{%") || text.includes("{#");
}
