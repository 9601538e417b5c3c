import { createRequire } from "node:module";
import { escapeAttribute } from "../../../article/escape-attribute.ts";

const require = createRequire(import.meta.url);

/** The elements of presentation that formulas are made of (MathML Core §3.1.3); none runs, loads or leads anywhere. */
export const MATHML_ELEMENTS: ReadonlySet<string> = new Set(
  "math menclose mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none".split(
    " ",
  ),
);

/** Their attributes; what looks are made of is left to the reader. */
export const MATHML_ATTRIBUTES: ReadonlySet<string> = new Set(
  "accent accentunder alttext columnalign columnspan depth display displaystyle fence form height largeop linethickness lspace mathvariant maxsize minsize movablelimits notation rowspan rspace scriptlevel separator stretchy symmetric voffset width".split(
    " ",
  ),
);

/** The longest formula, in UTF-16 code units; a longer one stays as TeX. */
const MAX_LENGTH = 3000;

const TAG = /<(\/?)([a-z]+)((?: [a-z-]+="[^"<>]*")*)>/g;
const ATTRIBUTE = / ([a-z-]+)="([^"<>]*)"/g;
/** Where Temml has a stylesheet count equations. */
const NUMBER = '<span class="tml-eqn"></span>';
/** Where the cells of a matrix or of aligned equations stand. */
const ALIGN = /\btml-(left|right)\b/;

/**
 * A formula as MathML that any sanitizer may look at: TeX in `alttext`, no style, no class, no link.
 * One that is no TeX becomes code, and `lose` is told why.
 */
export function mathml(tex: string, isDisplay: boolean, lose: (tex: string, reason: string) => void): string {
  const temml = require("temml") as typeof import("temml").default;
  try {
    if (tex.length > MAX_LENGTH) throw new RangeError("it is too long");
    const options = { displayMode: isDisplay, throwOnError: true, trust: false, maxExpand: 500 };
    return onlyAllowed(temml.renderToString(tex, options).replaceAll(NUMBER, ""), tex);
  } catch (cause) {
    lose(tex, reasonOf(cause));
    return `<code>${escapeAttribute(tex)}</code>`;
  }
}

function reasonOf(cause: unknown): string {
  const words = cause instanceof Error ? cause.message : String(cause);
  return (
    words
      .replace(/ at (?:position|end of input)[\s\S]*$/, "")
      .split("\n", 1)[0]
      ?.trim() ?? ""
  );
}

/** What may stay of rendered MathML. Throws where it holds anything that is not known. */
function onlyAllowed(rendered: string, tex: string): string {
  const html = rendered.replace(TAG, (_, slash: string, name: string, attributes: string) => {
    if (!MATHML_ELEMENTS.has(name)) throw new TypeError(`<${name}> is not known`);
    if (slash !== "") return `</${name}>`;
    const kept = [...attributes.matchAll(ATTRIBUTE)]
      .filter(([, key = ""]) => MATHML_ATTRIBUTES.has(key))
      .map(([whole]) => whole);
    const side = name === "mtd" ? ALIGN.exec(attributes)?.[1] : undefined;
    if (side !== undefined) kept.push(` columnalign="${side}"`);
    const alternative = name === "math" ? ` alttext="${escapeAttribute(tex.replace(/\s+/g, " "))}"` : "";
    return `<${name}${alternative}${kept.join("")}>`;
  });
  if (
    /[<>]/.test(html.replace(/<\/?[a-z]+(?: [a-z-]+="[^"<>]*")*>/g, "")) ||
    /&(?!(?:amp|lt|gt|quot|#x27);)/.test(html)
  )
    throw new TypeError("it has characters that are not known");
  return html;
}
