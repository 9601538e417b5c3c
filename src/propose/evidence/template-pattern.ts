/** Expressions of templates in our words; what stands behind a bar are filters. */
const EXPRESSIONS: readonly (readonly [RegExp, string])[] = [
  [/^(?:page\.)?filePathStem\b/, "{path}"],
  [/^(?:page\.)?fileSlug\b/, "{slug}"],
  [/^slug\b/, "{slug}"],
  [/^(?:title|data\.title)\s*\|\s*(?:slug|slugify)\b/, "{title}"],
  [/^(?:page\.)?date\s*\|\s*(?:date|strftime)\s*:?\s*\(?["']%Y["']/, "{year}"],
  [/^(?:page\.)?date\s*\|\s*(?:date|strftime)\s*:?\s*\(?["']%m["']/, "{month}"],
  [/^(?:page\.)?date\s*\|\s*(?:date|strftime)\s*:?\s*\(?["']%d["']/, "{day}"],
  [/^(?:page\.)?date\s*\|\s*(?:date|strftime)\s*:?\s*\(?["']\/?%Y\/%m\/%d\/?["']/, "{year}/{month}/{day}"],
  [/^(?:page\.)?date\s*\|\s*(?:date|strftime)\s*:?\s*\(?["']\/?%Y\/%m\/?["']/, "{year}/{month}"],
];

/**
 * A path that templates of Liquid or Nunjucks make (`blog/{{ page.fileSlug }}/`) as a pattern of ours;
 * null where it holds an expression that has no like here, or none.
 */
export function templatePattern(text: string): string | null {
  let isKnown = true;
  const pattern = text.trim().replace(/\{\{-?\s*([^{}]*?)\s*-?\}\}/g, (_, expression: string) => {
    const found = EXPRESSIONS.find(([form]) => form.test(expression));
    isKnown &&= found !== undefined;
    return found?.[1] ?? "";
  });
  if (!isKnown || !/\{\w+\}/.test(pattern) || /\{%|\$\{|\s/.test(pattern)) return null;
  return `/${pattern}`.replace(/\/{2,}/g, "/").replace(/\/index\.html$/, "/");
}
