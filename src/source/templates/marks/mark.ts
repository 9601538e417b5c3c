/** A place in a text: from the first brace to behind the last one. */
interface Place {
  readonly from: number;
  readonly to: number;
  /** Whether white space around it goes (`{%- -%}`). */
  readonly trimsBefore: boolean;
  readonly trimsBehind: boolean;
}

/** `{{ page.title | escape }}`. */
export interface OutputMark extends Place {
  readonly kind: "output";
  readonly inside: string;
}

/** A tag or a shortcode: one by itself, or one end of a pair. */
export interface TagMark extends Place {
  readonly kind: "tag";
  readonly family: "liquid" | "hugo" | "zola";
  /** Empty for Zola's `{% end %}`, which closes whatever is open. */
  readonly name: string;
  /** What stands behind the name. */
  readonly rest: string;
  readonly isClosing: boolean;
  /** Whether it says that nothing closes it. */
  readonly isSingle: boolean;
}

/** What templates hand on as it stands, from `innerFrom` on: the inside of `raw`, an escaped shortcode. */
export interface LiteralMark extends Place {
  readonly kind: "literal";
  readonly text: string;
  readonly innerFrom: number;
}

/** What says nothing: a comment; or a brace that opens a mark which never ends. */
export interface EmptyMark extends Place {
  readonly kind: "comment" | "stray";
}

export type Mark = OutputMark | TagMark | LiteralMark | EmptyMark;

export const UNTRIMMED = { trimsBefore: false, trimsBehind: false } as const;

/** A brace that opens a mark which never ends. */
export function stray(from: number, length = 2): Mark {
  return { kind: "stray", from, to: from + length, ...UNTRIMMED };
}
