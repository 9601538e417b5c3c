import sanitizeHtml from "sanitize-html";
import { printable } from "../article/plain-text.ts";

const BLOCKS =
  "address article aside blockquote dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary ul";
const INLINE =
  "a abbr b bdi bdo br cite code data del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr";
const TABLES = "caption col colgroup table tbody td tfoot th thead tr";
const MEDIA = "audio img picture source track video";

/** What an article may hold: text, tables, figures and media; nothing that runs, loads or styles. */
const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: `${BLOCKS} ${INLINE} ${TABLES} ${MEDIA}`.split(" "),
  allowedAttributes: {
    "*": ["id", "lang", "dir", "title"],
    a: ["href", "rel"],
    audio: ["src", "controls"],
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
  },
  allowedClasses: { code: [/^language-[\w+#-]+$/] },
  allowedSchemes: ["http", "https", "mailto", "tel"],
  allowedSchemesAppliedToAttributes: ["href", "src", "srcset", "poster", "cite"],
  allowProtocolRelative: true,
  disallowedTagsMode: "discard",
};

/** Makes HTML safe to stand in a feed, a page and a stranger's reader: allow-list only. */
export function sanitize(html: string): string {
  return printable(sanitizeHtml(html, OPTIONS));
}
