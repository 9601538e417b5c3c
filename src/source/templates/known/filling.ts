/** What takes the place of a mark. */
export type Filling =
  /** A text, which stands wherever the mark stood. */
  | { readonly kind: "value"; readonly text: string }
  /** Where a link leads: a path, a URL, or the name of a file. */
  | { readonly kind: "target"; readonly target: string }
  /** HTML, as part of a line and (where that is another) as a block of its own; `plain` where neither can stand. */
  | {
      readonly kind: "element";
      readonly html: string;
      readonly block: string | null;
      readonly plain: string;
    }
  /** HTML around what stands inside of a pair. */
  | { readonly kind: "around"; readonly before: string; readonly after: string }
  /** The inside of a pair is code. */
  | { readonly kind: "code"; readonly language: string }
  /** Nothing, as it was meant. */
  | { readonly kind: "nothing" };

export const NOTHING: Filling = { kind: "nothing" };

export function value(text: string): Filling {
  return { kind: "value", text };
}

export function element(html: string, plain: string, block: string | null = null): Filling {
  return { kind: "element", html, block, plain };
}
