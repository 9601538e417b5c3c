import type { Sum } from "../article/sum.ts";
import { MEDIA_TYPE, machineAddress } from "../representation/addresses.ts";
import { ARTICLE_FORMS } from "./article-formats/article-formats.ts";
import type { Output } from "./output.ts";
import type { RenderedSite } from "./rendered-site.ts";

/** Each article in the forms that programs read; a page or an article at such an address comes first. */
export function* machineDocuments(site: RenderedSite): Generator<Output> {
  const { articles, standing, around, channel } = site;
  const formats = site.site.articleFormats;
  if (formats.length === 0) return;
  const taken = new Set([...articles, ...standing].map(({ address }) => address));
  for (const article of articles) {
    for (const format of formats) {
      const { mediaType, render } = ARTICLE_FORMS[format];
      const key = machineAddress(article.address, format);
      if (taken.has(key)) continue;
      const link = `<${article.url}>; rel="canonical", <${article.url}>; rel="alternate"; type="${MEDIA_TYPE.html}"`;
      const madeFrom = (sum: Sum) => around.addArticle(article, sum.add(around.ofChannel(channel)));
      const type = `${mediaType}; charset=utf-8`;
      const shown = { key, kind: "article", type, status: 200, link, format: null } as const;
      yield { ...shown, render: () => render(article, site), madeFrom };
    }
  }
}
