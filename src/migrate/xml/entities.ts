import { Parser } from "htmlparser2";

/** Decodes the references of HTML, once: `&amp;lt;` becomes `&lt;`. What is no reference stays. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  let decoded = "";
  const parser = new Parser({
    ontext(data) {
      decoded += data;
    },
  });
  parser.end(text.replaceAll("<", "&lt;"));
  return decoded;
}
