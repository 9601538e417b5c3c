import type { Site } from "../../article/site.ts";
import { ADDRESS } from "../../representation/addresses.ts";
import type { Markup } from "../text/markup.ts";
import { markup } from "../text/markup.ts";
import { wordsFor } from "../words/words-for.ts";

/** Where to go from a page that has nothing to read. */
export function wayOn({ language }: Site): Markup {
  const words = wordsFor(language);
  return markup`<ul>
<li><a href="${ADDRESS.index}">${words.frontPage}</a></li>
<li><a href="${ADDRESS.subscribe}">${words.subscribe.title}</a></li>
</ul>`;
}
