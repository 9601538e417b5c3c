import * as v from "valibot";

/** What marks of templates stand for: HTML with `{0}`, `{name}` and `{inner}`, by the names of the marks. */
export const TEMPLATES = v.record(
  v.pipe(
    v.string(),
    v.trim(),
    v.regex(
      /^(?:include\s)?[^\s{}%<>]+$/,
      'write the name of the mark, such as youtube, or of a file that is included, such as "include note.html"',
    ),
  ),
  v.string('write HTML, such as "<aside>{inner}</aside>"'),
  'write a table, such as callout = "<aside>{inner}</aside>"',
);
