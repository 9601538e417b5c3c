import * as v from "valibot";

/** How to fix what should be a text: a number or the like lacks quotation marks. */
export function textFix({ input }: { readonly input: unknown }): string {
  return /^(?:number|bigint|boolean)$/.test(typeof input)
    ? `put quotation marks round it: "${input}"`
    : "write one text, between quotation marks";
}

/** A setting that is a text with something in it. */
export const text = v.pipe(v.string(textFix), v.trim(), v.nonEmpty("write some text, or remove the line"));
