import type { Generator } from "../../../src/article/setting-choices.ts";
import type { GeneratorData } from "../../../src/article/site.ts";
import type { ParsedSource } from "../../../src/article/source.ts";
import type { ContentPath } from "../../../src/article/values.ts";
import { parseArticle } from "../../../src/source/parse-article.ts";
import { readSiteSettings } from "../../../src/source/settings/site-settings.ts";
import { FileProblems } from "../../../src/source/text/source-file.ts";

/** What an article is read with, but for its text. */
export interface Around {
  readonly generator?: Generator | null;
  readonly path?: string;
  readonly data?: GeneratorData["data"];
  readonly config?: GeneratorData["config"];
  readonly includes?: GeneratorData["includes"];
  readonly templates?: Readonly<Record<string, string>>;
}

const settings = readSiteSettings(
  {
    path: "site.toml" as ContentPath,
    bytes: Buffer.from('title = "The Quay"\nurl = "https://quay.example"\n'),
  },
  "quay",
  new FileProblems("site.toml"),
);

/** An article whose marks were filled: its HTML in one piece, and what was told, with lines. */
export function filled(text: string, around: Around = {}) {
  const { generator = null, path = "a.md", data = {}, config = {}, templates = {}, includes = {} } = around;
  const site = { ...settings, generator, templates, generatorData: { config, data, includes } };
  const { article, problems } = parseArticle({ path: path as ContentPath, bytes: Buffer.from(text) }, site);
  return {
    article,
    html: htmlOf(article),
    told: problems.map(({ line, message }) => `${line}: ${message.replace(/; .*$/, "")}`),
  };
}

function htmlOf(article: ParsedSource | null): string {
  return (article?.body ?? []).map((piece) => (typeof piece === "string" ? piece : piece.target)).join("");
}
