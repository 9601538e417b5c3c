import { markup } from "../markup.ts";
import type { PageContext } from "./layout.ts";
import { renderPage } from "./layout.ts";

/** What answers the address of an article that was deleted; the same for all of them. */
export function renderGonePage(context: PageContext): string {
  const { site } = context;
  return renderPage(
    {
      title: "This article is gone",
      canonical: null,
      description: "",
      language: site.language,
      head: markup`<meta name="robots" content="noindex">\n`,
      main: markup`<h1>This article is gone</h1>
<p>It was published here and has been taken away. The <a href="${site.url}/">front page</a> lists the newest articles.</p>`,
    },
    context,
  );
}
