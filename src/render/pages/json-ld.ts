import type { Article } from "../../article/article.ts";
import { isoOf } from "../../article/instant.ts";
import { sectionTitle } from "../channels/channel.ts";
import type { Markup } from "../text/markup.ts";
import { jsonScript } from "../text/markup.ts";
import type { PageContext } from "./page-context.ts";

/** An article in the words of search engines (https://schema.org/NewsArticle). A copy names the original. */
export function newsArticle(article: Article, { site, directory }: PageContext): Markup {
  const { image, agency, section, tags } = article;
  const url = article.canonical ?? article.url;
  return jsonScript("application/ld+json", {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    mainEntityOfPage: url,
    url,
    headline: article.title,
    description: article.summary || undefined,
    datePublished: isoOf(article.published),
    dateModified: isoOf(article.updated),
    inLanguage: article.language,
    wordCount: article.wordCount,
    author: present(
      article.authors.map(({ name, url: home }) => {
        const channel = directory.find("author", name);
        const page = channel ? `${site.url}${channel.addresses.page}` : undefined;
        return { "@type": "Person", name, url: home ?? page };
      }),
    ),
    publisher: { "@type": "Organization", name: site.title, url: `${site.url}/` },
    sourceOrganization: agency ? { "@type": "Organization", name: agency } : undefined,
    dateline: article.place ?? undefined,
    articleSection: section === null ? undefined : sectionTitle(section, site),
    keywords: present(tags),
    image: image
      ? {
          "@type": "ImageObject",
          url: image.url,
          width: image.width ?? undefined,
          height: image.height ?? undefined,
        }
      : undefined,
    correction: article.correction ?? undefined,
    copyrightNotice: site.copyright ?? undefined,
    isAccessibleForFree: true,
  });
}

function present<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}
