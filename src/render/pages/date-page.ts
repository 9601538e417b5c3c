import type { Markup } from "../text/markup.ts";
import { lines, markup } from "../text/markup.ts";
import { wordsFor } from "../words/words-for.ts";
import { renderPage } from "./layout.ts";
import type { Neighbours } from "./neighbours.ts";
import type { PageContext } from "./page-context.ts";
import type { Step } from "./step-links.ts";
import { stepLinks } from "./step-links.ts";

/** A page of articles by their dates. */
export interface DatePage {
  readonly title: string;
  readonly address: string;
  /** The page that this one is a part of. */
  readonly above: Markup;
  readonly content: readonly (Markup | null)[];
  readonly steps: Neighbours<Step>;
}

/** Renders a page of articles by their dates, with the way to the page above and to those beside it. */
export function renderDatePage(
  { title, address, above, content, steps }: DatePage,
  context: PageContext,
): string {
  const { language, title: siteTitle } = context.site;
  const words = wordsFor(language);
  return renderPage(
    {
      title,
      address,
      description: words.articlesOf(title, siteTitle),
      language,
      channels: [],
      head: null,
      main: lines(
        markup`<header>`,
        markup`<p class="kicker">${above}</p>`,
        markup`<h1>${title}</h1>`,
        markup`</header>`,
        ...content,
        stepLinks(steps, words.archive, words),
      ),
    },
    context,
  );
}
