import { PAGE_IDS } from "../../article/page-ids.ts";
import type { Body, Reference } from "../../article/references.ts";
import type { IdentifiedBody } from "./heading-ids.ts";
import { looseSlug } from "./heading-slugs.ts";

/** A body whose links within the article lead somewhere, and those that lead nowhere. */
export interface LinkedBody {
  readonly body: Body;
  readonly lost: readonly Reference[];
}

/** What every browser knows a place for (HTML §7.4.6.4), and orders to it. */
const KNOWN = /^#(?:top|:~:.*)?$/i;

/**
 * Leads each link within the article to an id that it has: to one that only another rule would have
 * made differently, where there is such a heading. A link that leads nowhere becomes its text.
 */
export function withPageLinks(
  { body, ids, byLooseSlug: headings }: IdentifiedBody,
  titles: readonly (string | null)[] = [],
): LinkedBody {
  // The title stands at the top of the page and in no feed's text.
  const top = titles.flatMap((title) => (title === null ? [] : [[looseSlug(title), "top"] as const]));
  const byLooseSlug = new Map([...top, ...headings]);
  const lost: Reference[] = [];
  let isChanged = false;
  const linked: (string | Reference)[] = [];
  for (const [at, piece] of body.entries()) {
    const before = linked.at(-1);
    if (typeof piece === "string" && typeof before === "string") {
      // The quotation mark behind the address that was cut out.
      linked[linked.length - 1] = before + piece.slice(1);
      continue;
    }
    if (typeof piece === "string" || !piece.target.startsWith("#")) {
      linked.push(piece);
      continue;
    }
    const target = targetOf(piece.target, ids, byLooseSlug);
    if (target === piece.target) linked.push(piece);
    else if (target !== null) linked.push({ ...piece, target });
    else if (typeof before === "string" && before.endsWith(' href="') && typeof body[at + 1] === "string") {
      lost.push(piece);
      linked[linked.length - 1] = before.slice(0, -' href="'.length);
    } else linked.push(piece);
    isChanged ||= target !== piece.target;
  }
  return { body: isChanged ? linked : body, lost };
}

function targetOf(
  target: string,
  ids: ReadonlySet<string>,
  byLooseSlug: ReadonlyMap<string, string>,
): string | null {
  if (KNOWN.test(target)) return target;
  const id = decoded(target.slice(1));
  if (ids.has(id) && id !== PAGE_IDS.main) return target;
  const loose = byLooseSlug.get(looseSlug(id)) ?? byLooseSlug.get(looseSlug(id.replace(/-\d+$/, "")));
  return loose === undefined ? null : `#${encodeURIComponent(loose)}`;
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
