import type { Site } from "../../article/site.ts";
import { renderMarkdown } from "../markdown/markdown.ts";
import { readArticlePath } from "../text/article-path.ts";
import { suggestSlug } from "../text/slugs.ts";
import { parseDate } from "../values/dates.ts";
import { isTable } from "../values/field-values.ts";
import type { ScopeValues } from "./values/scope.ts";
import { propertyOf } from "./values/value.ts";

/** What a generator makes of a page, and only that knows. */
const OF_PAGE =
  /^(?:url|id|content|excerpt|output|dir|previous|next|collection|relative_path|inputPath|outputPath|filePathStem|templateSyntax|lang|rawInput)$/;
/** What a generator makes of a site. */
const OF_SITE =
  /^(?:time|posts|pages|documents|collections|static_files|html_pages|related_posts|categories|tags|github|regularpages)$/i;

/** What names mean in an article: settings, front matter, and the data files of its generator. */
export function articleScope(
  path: string,
  fields: Readonly<Record<string, unknown>>,
  site: Site,
): ScopeValues {
  const { name, date } = readArticlePath(path);
  const { config, data } = site.generatorData;
  const isEleventy = site.generator === "eleventy";
  const author = site.authors[0]?.name ?? null;
  const own = isEleventy && isTable(data.site) ? data.site : config;
  const page = {
    slug: name,
    fileSlug: name,
    ...(date !== null && { date }),
    path,
    name: path.replace(/^.*\//, ""),
    ...fields,
  };
  const settings = {
    ...own,
    url: site.url,
    baseurl: "",
    title: site.title,
    description: site.description,
    ...(!("author" in own) && author !== null && { author }),
    data,
  };
  return {
    globals: isEleventy
      ? { ...data, ...fields, page, site: settings, data: undefined }
      : { page, site: settings, ...(site.generator === "jekyll" && { layout: {} }) },
    isComputed: (first, [step = ""]) => {
      if (first === "page") return isEleventy || OF_PAGE.test(step);
      return first !== "site" || OF_SITE.test(step) || Object.keys(own).length === 0;
    },
    param: (written) => paramOf(fields, written),
    origin: site.url,
    timezone: site.timezone,
    readDate: (text) => parseDate(text.replace(/\.\d+(?=Z|[+-]|$)/, ""), site.timezone),
    slugOf: suggestSlug,
    markdownify: renderMarkdown,
  };
}

/** Hugo's `param`: of the front matter, or of its table `params`. */
function paramOf(fields: Readonly<Record<string, unknown>>, written: string): unknown {
  const find = (table: unknown) => written.split(".").reduce(propertyOf, table);
  return find(fields) ?? find(propertyOf(fields, "params"));
}

/** Markdown as HTML that stands inside of a line. */
export function inlineHtml(markdown: string): string {
  if (/^\p{L}[\p{L}\d ,.;:!?'()-]*$/u.test(markdown) && !markdown.includes("www.")) return markdown.trim();
  const html = renderMarkdown(markdown.replace(/\s+/g, " ").trim()).trim();
  return html.replace(/^<p>((?:(?!<p>)[\s\S])*)<\/p>$/, "$1");
}
