const BLOCKS =
  "address article aside blockquote dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary ul caption col colgroup table tbody td tfoot th thead tr";
const INLINE =
  "a abbr b bdi bdo br cite code data del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr audio img picture source track video";
const VOID = "br col hr img source track wbr";

/** Elements that an article may hold: text, tables, figures and media; nothing that runs, loads or styles. */
export const ALLOWED_ELEMENTS: ReadonlySet<string> = new Set(`${BLOCKS} ${INLINE}`.split(" "));

/** Elements that stand on lines of their own. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(BLOCKS.split(" "));

/** Elements without content (HTML §13.1.2). */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(VOID.split(" "));

/** Attributes that an article may hold, by element; `*` is every element. */
export const ALLOWED_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  "*": ["id", "lang", "dir", "title"],
  a: ["href", "rel"],
  audio: ["src", "controls"],
  blockquote: ["cite"],
  code: ["class"],
  data: ["value"],
  del: ["datetime"],
  img: ["src", "srcset", "sizes", "alt", "width", "height", "loading"],
  ins: ["datetime"],
  li: ["value"],
  ol: ["start", "reversed", "type"],
  q: ["cite"],
  source: ["src", "srcset", "sizes", "type", "media"],
  td: ["colspan", "rowspan", "align"],
  th: ["colspan", "rowspan", "scope", "align"],
  time: ["datetime"],
  track: ["src", "kind", "srclang", "label"],
  video: ["src", "poster", "controls", "width", "height"],
};

/** Attributes whose value is a URL; that of `srcset` holds several. */
export const URL_ATTRIBUTES: ReadonlySet<string> = new Set(["href", "src", "srcset", "poster", "cite"]);

/** Classes that highlighters know a language by; the only ones that `code` may hold. */
export const LANGUAGE_CLASS = /^language-[\w+#.-]+$/;

export const ALLOWED_SCHEMES = ["http", "https", "mailto", "tel"] as const;

/**
 * Whether a URL leads to nothing that runs: relative, or of a scheme that is allowed. Judged as
 * browsers read it, without white space and control characters (WHATWG URL §4.4).
 */
export function isSafeTarget(target: string): boolean {
  if (target.startsWith("https://")) return true;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(target.replace(/[\u0000-\u0020]/g, ""))?.[1];
  return scheme === undefined || ALLOWED_SCHEMES.some((allowed) => allowed === scheme.toLowerCase());
}

/** Where a table cell's text stands, as Markdown renderers write it. */
export const TEXT_ALIGN = /^text-align: ?(left|right|center);?$/;
