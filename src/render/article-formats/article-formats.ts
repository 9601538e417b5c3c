import type { Article } from "../../article/article.ts";
import type { ArticleFormat } from "../../article/setting-choices.ts";
import { MEDIA_TYPE, machineAddress } from "../../representation/addresses.ts";
import { renderArticleJson } from "./article-json.ts";
import { renderArticleMarkdown } from "./article-markdown.ts";
import type { MachineContext } from "./machine-context.ts";

/** A form of an article that programs read. */
interface MachineForm {
  readonly mediaType: string;
  /** As a link to it is called. */
  readonly title: string;
  readonly render: (article: Article, site: MachineContext) => string;
}

/** Every form there is, by the name that site.toml has for it. */
export const ARTICLE_FORMS: Readonly<Record<ArticleFormat, MachineForm>> = {
  json: { mediaType: MEDIA_TYPE.json, title: "JSON", render: renderArticleJson },
  markdown: { mediaType: MEDIA_TYPE.markdown, title: "Markdown", render: renderArticleMarkdown },
};

/** Where an article's page is and its forms are, for the head of the page. */
export function machineLinks(
  { address }: Pick<Article, "address">,
  formats: readonly ArticleFormat[],
): readonly { readonly href: string; readonly mediaType: string; readonly title: string }[] {
  return formats.map((format) => {
    const { mediaType, title } = ARTICLE_FORMS[format];
    return { href: machineAddress(address, format), mediaType, title };
  });
}
