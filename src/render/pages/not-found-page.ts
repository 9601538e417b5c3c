import { markup } from "../markup.ts";
import type { PageContext } from "./layout.ts";
import { renderPage } from "./layout.ts";

/** What answers an address that leads nowhere. */
export function renderNotFoundPage(context: PageContext): string {
  const { site } = context;
  return renderPage(
    {
      title: "Page not found",
      canonical: null,
      description: "",
      language: site.language,
      head: markup`<meta name="robots" content="noindex">\n`,
      main: markup`<h1>Page not found</h1>
<p>There is nothing at this address. The <a href="${site.url}/">front page</a> lists the newest articles.</p>`,
    },
    context,
  );
}
