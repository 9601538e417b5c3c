/** A mark that another generator's templates would have filled in. */
export interface TemplateMark {
  readonly text: string;
  readonly offset: number;
}

const CODE =
  /^ {0,3}(?!`+[^`\n]+`)(([`~])\2{2,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1\2*[ \t]*$|(?![\s\S]))|(?<!`)(`+)(?!`)[\s\S]*?[^`]\3(?!`)/gm;
/** Shortcodes of Hugo, tags and outputs of Liquid, Nunjucks and Tera. */
const MARK = /\{\{[<%]?[^{}\n]{1,200}[>%]?\}\}|\{%[^{}\n]{1,200}%\}/g;

/** Finds the marks of a Markdown text that stand outside code, each text once. */
export function templateMarks(markdown: string): readonly TemplateMark[] {
  if (!markdown.includes("{{") && !markdown.includes("{%")) return [];
  const prose = markdown.replace(CODE, (code) => code.replace(/[^\n]/g, " "));
  const marks = new Map<string, TemplateMark>();
  for (const { 0: text, index } of prose.matchAll(MARK)) {
    if (!marks.has(text)) marks.set(text, { text, offset: index });
  }
  return [...marks.values()];
}
