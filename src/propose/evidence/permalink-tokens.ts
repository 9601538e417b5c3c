/** Jekyll's tokens in our words (https://jekyllrb.com/docs/permalinks/#placeholders). */
const JEKYLL: Readonly<Record<string, string>> = {
  year: "{year}",
  month: "{month}",
  day: "{day}",
  hour: "{hour}",
  minute: "{minute}",
  y_day: "{yearday}",
  title: "{slug}",
  slug: "{slug}",
  name: "{slug}",
  categories: "{categories}",
  slugified_categories: "{categories}",
  collection: "posts",
  path: "{path}",
  output_ext: ".html",
};

/** Jekyll's patterns that have a name. */
const STYLES: Readonly<Record<string, string>> = {
  date: "/:categories/:year/:month/:day/:title:output_ext",
  pretty: "/:categories/:year/:month/:day/:title/",
  ordinal: "/:categories/:year/:y_day/:title:output_ext",
  none: "/:categories/:title:output_ext",
};

/** Hugo's tokens in our words (https://gohugo.io/configuration/permalinks/#tokens). */
const HUGO: Readonly<Record<string, string>> = {
  year: "{year}",
  month: "{month}",
  day: "{day}",
  yearday: "{yearday}",
  section: "{section}",
  sections: "{folders}",
  title: "{title}",
  slug: "{title}",
  filename: "{filename}",
  contentbasename: "{filename}",
  slugorfilename: "{slug}",
  slugorcontentbasename: "{slug}",
};

/** A pattern in Jekyll's tokens, or one by its name, in ours; null where a token has no like here. */
export function jekyllPattern(text: string): string | null {
  return translated((Object.hasOwn(STYLES, text) ? STYLES[text] : null) ?? text, JEKYLL);
}

/** A pattern in Hugo's tokens in ours; null where a token has no like here. */
export function hugoPattern(text: string): string | null {
  return translated(text, HUGO);
}

function translated(text: string, tokens: Readonly<Record<string, string>>): string | null {
  const names = [...text.matchAll(/:([a-z_]+)/g)].map(([, name = ""]) => name);
  if (names.length === 0 || names.some((name) => !Object.hasOwn(tokens, name))) return null;
  const pattern = text.trim().replace(/:([a-z_]+)/g, (_, name: string) => tokens[name] ?? "");
  return `/${pattern}`.replace(/\/{2,}/g, "/");
}
