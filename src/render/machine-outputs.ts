import type { Article } from "../article/article.ts";
import type { ArticleFormat } from "../article/setting-choices.ts";
import type { Sum } from "../article/sum.ts";
import { MEDIA_TYPE, machineAddress } from "../representation/addresses.ts";
import { ARTICLE_FORMS } from "./article-formats/article-formats.ts";
import type { ArticleForm, KeptRun } from "./kept-run.ts";
import { articleRuns } from "./kept-run.ts";
import type { Output } from "./output.ts";
import type { RenderedSite } from "./rendered-site.ts";

/** Each article in the forms that programs read; a page or an article at such an address comes first. */
export function* machineDocuments(site: RenderedSite): Generator<Output | KeptRun> {
  const { articles, standing } = site;
  const formats = site.site.articleFormats;
  if (formats.length === 0) return;
  const pages = new Set(standing.map(({ address }) => address));
  const isFree = (key: string) => !pages.has(key) && articles.ordinalOf(key) < 0;
  const formatsAt = (address: string) => formats.filter((format) => isFree(machineAddress(address, format)));
  const form: ArticleForm = {
    isPage: false,
    keysOf(ordinal) {
      const address = articles.of.address(ordinal);
      return formatsAt(address).map((format) => machineAddress(address, format));
    },
    ordinalsIn(key) {
      const address = key.replace(/\.[^./]+$/, "");
      return [articles.ordinalOf(address), articles.ordinalOf(`${address}/`)];
    },
    outputsOf: (ordinal) =>
      articles
        .among([ordinal])
        .flatMap((article) => formatsAt(article.address).map((format) => formOf(article, format, site))),
  };
  yield* articleRuns(articles.ordinals, form, staysAlone(site, form));
}

/** Tells of the articles that stay whether nobody else has a form where they have one, and nobody had. */
function staysAlone({ articles, kept }: RenderedSite, { keysOf }: ArticleForm): (ordinal: number) => boolean {
  const left = new Set(kept.left.map(({ address }) => address));
  const leftForms = left.values().some((address) => FORM.test(address)) ? left : NOBODY;
  const isAlone = (address: string) => {
    const other = address.endsWith("/") ? address.slice(0, -1) : `${address}/`;
    return articles.ordinalOf(other) < 0 && !left.has(other);
  };
  return (ordinal) =>
    kept.isArticle(ordinal) &&
    isAlone(articles.of.address(ordinal)) &&
    (leftForms.size === 0 || !keysOf(ordinal).some((key) => leftForms.has(key)));
}

/** How the address of a form ends. */
const FORM = /\.(?:json|md)$/;
const NOBODY: ReadonlySet<string> = new Set();

function formOf(article: Article, format: ArticleFormat, site: RenderedSite): Output {
  const { around, channel } = site;
  const { mediaType, render } = ARTICLE_FORMS[format];
  const key = machineAddress(article.address, format);
  const link = `<${article.url}>; rel="canonical", <${article.url}>; rel="alternate"; type="${MEDIA_TYPE.html}"`;
  const madeFrom = (sum: Sum) => around.addArticle(article.ordinal, sum.add(around.ofChannel(channel)));
  const type = `${mediaType}; charset=utf-8`;
  const shown = { key, kind: "article", type, status: 200, link, format: null } as const;
  return { ...shown, render: () => render(article, site), madeFrom };
}
