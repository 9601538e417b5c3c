import type { Markup } from "../text/markup.ts";
import { lines, markup } from "../text/markup.ts";
import type { Words } from "../words/words.ts";
import type { Neighbours } from "./neighbours.ts";

/** A page of a list that goes on. */
export interface Step {
  readonly href: string;
  readonly title: string;
}

/** The way to the older and the newer part of a list; null where there is neither. */
export function stepLinks(
  { earlier, later }: Neighbours<Step>,
  label: string,
  words: Pick<Words, "earlier" | "later">,
): Markup | null {
  if (!earlier && !later) return null;
  return lines(
    markup`<nav class="neighbours" aria-label="${label}">`,
    earlier &&
      markup`<a rel="prev" href="${earlier.href}"><span>${words.earlier}</span> <bdi>${earlier.title}</bdi></a>`,
    later &&
      markup`<a rel="next" href="${later.href}"><span>${words.later}</span> <bdi>${later.title}</bdi></a>`,
    markup`</nav>`,
  );
}
