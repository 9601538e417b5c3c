import type { Generator } from "../../article/setting-choices.ts";

/** Jekyll's tokens in our words (https://jekyllrb.com/docs/permalinks/). */
const JEKYLL: Readonly<Record<string, string>> = {
  year: "{year}",
  short_year: "{shortyear}",
  month: "{month}",
  i_month: "{plainmonth}",
  short_month: "{shortmonth}",
  long_month: "{monthname}",
  day: "{day}",
  i_day: "{plainday}",
  y_day: "{yearday}",
  w_year: "{weekyear}",
  week: "{week}",
  w_day: "{weekday}",
  short_day: "{shortday}",
  long_day: "{dayname}",
  hour: "{hour}",
  minute: "{minute}",
  second: "{second}",
  title: "{slug}",
  slug: "{slug}",
  name: "{slug}",
  categories: "{categories}",
  slugified_categories: "{categories}",
  collection: "posts",
  path: "{path}",
  output_ext: ".html",
};

/** Jekyll's styles, which are patterns by a name. */
const STYLES: Readonly<Record<string, string>> = {
  date: "/{categories}/{year}/{month}/{day}/{slug}.html",
  pretty: "/{categories}/{year}/{month}/{day}/{slug}/",
  weekdate: "/{categories}/{year}/W{week}/{shortday}/{slug}.html",
  ordinal: "/{categories}/{year}/{yearday}/{slug}.html",
  none: "/{categories}/{slug}.html",
};

/** Hugo's tokens in our words (https://gohugo.io/configuration/permalinks/). */
const HUGO: Readonly<Record<string, string>> = {
  year: "{year}",
  month: "{month}",
  day: "{day}",
  monthname: "{monthname}",
  weekdayname: "{dayname}",
  yearday: "{plainyearday}",
  section: "{section}",
  sections: "{folders}",
  title: "{title}",
  slug: "{title}",
  filename: "{filename}",
  contentbasename: "{filename}",
  slugorfilename: "{slug}",
  slugorcontentbasename: "{slug}",
};

const TOKEN = /:([a-z_]+)/g;

/**
 * What a path in the tokens of Jekyll (`/:year/:title/`, `pretty`) or Hugo (`/:sections/:slug/`) means
 * as a pattern of ours. Without a generator it is the one whose tokens they all are, Jekyll first. Null
 * where it holds none, or one that has no like here.
 */
export function ourPattern(text: string, generator: Generator | null): string | null {
  const written = text.trim();
  const style = Object.hasOwn(STYLES, written) ? STYLES[written] : undefined;
  if (style !== undefined && generator !== "hugo") return style;
  const names = [...written.matchAll(TOKEN)].map(([, name = ""]) => name);
  if (names.length === 0 || /[\s{}?#]/.test(written)) return null;
  const tables = generator === "jekyll" ? [JEKYLL] : generator === "hugo" ? [HUGO] : [JEKYLL, HUGO];
  const table = tables.find((one) => names.every((name) => Object.hasOwn(one, name)));
  if (table === undefined) return null;
  const pattern = written.replace(TOKEN, (_, name: string) => table[name] ?? "");
  return `/${pattern.replace(/^\/+/, "")}`.replace(/\/{2,}/g, "/");
}

/** Where a generator serves the path that front matter asks for: Zola behind a slash, Hugo too unless it has a dot. */
export function servedPermalink(path: string, generator: Generator | null): string {
  const hasSlash = generator === "zola" || (generator === "hugo" && !path.includes("."));
  return hasSlash && !path.endsWith("/") ? `${path}/` : path;
}
