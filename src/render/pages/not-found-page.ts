import { lines, markup } from "../text/markup.ts";
import { wordsFor } from "../words/words-for.ts";
import { renderPage } from "./layout.ts";
import type { PageContext } from "./page-context.ts";
import { wayOn } from "./way-on.ts";

/** What answers an address that leads nowhere. */
export function renderNotFoundPage(context: PageContext): string {
  const { language } = context.site;
  const { errors } = wordsFor(language);
  return renderPage(
    {
      title: errors.notFound,
      address: null,
      description: "",
      language,
      channels: [],
      head: null,
      main: lines(markup`<h1>${errors.notFound}</h1>`, markup`<p>${errors.notFoundText}</p>`, wayOn(context)),
    },
    context,
  );
}
