import type { Article } from "../article/article.ts";
import type { Sum } from "../article/sum.ts";
import type { TextOutput } from "./output.ts";
import { PAGE_TYPE } from "./output.ts";
import { renderArticlePage } from "./pages/article-page.ts";
import type { ArticlesBeside } from "./pages/articles-beside.ts";
import type { RenderedSite } from "./rendered-site.ts";

/** The page of an article. There are many, most of them stay as they are, so they are small. */
export class ArticlePage implements TextOutput {
  readonly article: Article;
  readonly #site: RenderedSite;
  readonly #beside: ArticlesBeside;

  constructor(article: Article, site: RenderedSite) {
    this.article = article;
    this.#site = site;
    this.#beside = site.articlesBeside(article);
  }

  get key(): string {
    return this.article.address;
  }

  get kind(): "page" {
    return "page";
  }

  get type(): string {
    return PAGE_TYPE;
  }

  get status(): number {
    return 200;
  }

  get format(): null {
    return null;
  }

  render(): string {
    return renderArticlePage(this.article, this.#beside, this.#site.pages);
  }

  madeFrom(sum: Sum): void {
    this.#site.around.addPage(this.article, this.#beside, sum);
  }
}
