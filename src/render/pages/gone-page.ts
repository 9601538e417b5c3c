import { markup } from "../markup.ts";
import type { PageContext } from "./layout.ts";
import { renderPage } from "./layout.ts";

/** What answers the address of an article that was taken down. */
export function renderGonePage(context: PageContext): string {
  const { site } = context;
  return renderPage(
    {
      title: "Article removed",
      canonical: null,
      description: "",
      language: site.language,
      head: markup`<meta name="robots" content="noindex">\n`,
      main: markup`<h1>Article removed</h1>
<p>This article is no longer published. The <a href="${site.url}/">front page</a> lists the newest articles.</p>`,
    },
    context,
  );
}
