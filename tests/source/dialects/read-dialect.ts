import type { Generator } from "../../../src/article/setting-choices.ts";
import type { ContentPath } from "../../../src/article/values.ts";
import { parseArticle } from "../../../src/source/parse-article.ts";
import { readSiteSettings } from "../../../src/source/settings/site-settings.ts";
import { FileProblems } from "../../../src/source/text/source-file.ts";
import { htmlOf } from "../allowed-tree.ts";

const site = readSiteSettings(null, "quay", new FileProblems("site.toml"));

/** What an article becomes in a folder of a generator: its HTML, its words and what is told of it. */
export function readDialect(text: string, generator: Generator | null = null, path = "a.md") {
  const bytes = new TextEncoder().encode(text);
  const { article, problems } = parseArticle({ path: path as ContentPath, bytes }, { ...site, generator });
  return {
    article,
    html: article === null ? null : htmlOf(article.body),
    title: article?.title,
    summary: article?.summary,
    text: article?.text,
    told: problems.map(({ line, message }) => `${line}: ${message}`),
  };
}
