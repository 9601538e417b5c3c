import { lines, markup } from "../text/markup.ts";
import { wordsFor } from "../words/words-for.ts";
import { renderPage } from "./layout.ts";
import type { PageContext } from "./page-context.ts";
import { wayOn } from "./way-on.ts";

/** What answers the address of an article that was deleted; the same for all of them. */
export function renderGonePage(context: PageContext): string {
  const { language } = context.site;
  const { errors } = wordsFor(language);
  return renderPage(
    {
      title: errors.gone,
      address: null,
      description: "",
      language,
      channels: [],
      head: null,
      main: lines(markup`<h1>${errors.gone}</h1>`, markup`<p>${errors.goneText}</p>`, wayOn(context)),
    },
    context,
  );
}
