import { ADDRESS } from "../../representation/addresses.ts";
import type { Markup } from "../text/markup.ts";
import { lines, markup } from "../text/markup.ts";
import { wordsFor } from "../words/words-for.ts";
import type { PageContext } from "./page-context.ts";

/**
 * Where to go from a page that has nothing to read: the newest, what the head of pages leads to, by date,
 * and news as it comes. It names nothing that an article alone can change.
 */
export function wayOn({ site, navigation }: PageContext): Markup {
  const words = wordsFor(site.language);
  const ways = [
    { title: words.frontPage, href: ADDRESS.index },
    ...navigation,
    { title: words.archive, href: `${ADDRESS.index}#archive` },
    { title: words.subscribe.title, href: ADDRESS.subscribe },
  ];
  return lines(
    markup`<ul class="ways">`,
    ways.map(({ title, href }) => markup`<li><a href="${href}">${title}</a></li>`),
    markup`</ul>`,
  );
}
