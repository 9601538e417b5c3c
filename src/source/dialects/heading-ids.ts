import { PAGE_IDS } from "../../article/page-ids.ts";
import type { Body } from "../../article/references.ts";
import type { Generator } from "../../article/site.ts";
import { headingSlug, looseSlug } from "./heading-slugs.ts";
import { textOfHtml } from "./html-text.ts";

/** A body whose headings have ids, and where they lie. */
export interface IdentifiedBody {
  readonly body: Body;
  /** All ids of the article. */
  readonly ids: ReadonlySet<string>;
  /** Ids of headings by what their texts look like, however they were made. */
  readonly byLooseSlug: ReadonlyMap<string, string>;
}

interface Heading {
  /** The piece of the body that its tag stands in, and where the tag ends there. */
  readonly piece: number;
  readonly offset: number;
  readonly id: string | null;
  readonly text: string;
}

const TAG = /<(\/?)h[1-6]\b([^>]*)>/g;
/** What stands inside tags, where references cut these too. */
const INSIDE_TAG = /<[^<>]*(?:>|$)|^[^<>]*>/g;
const ID = / id="([^"]*)"/;

/**
 * Gives an id to each heading that has none: by the rule of the generator, each another. Ids that the
 * pages have themselves are given to nothing.
 */
export function withHeadingIds(
  clean: Body,
  generator: Generator | null,
  plain: (text: string) => string,
): IdentifiedBody {
  const renamed = new Map<string, string>();
  const { body, ids } = withoutPageIds(clean, renamed);
  const byLooseSlug = new Map([...renamed].map(([before, now]) => [looseSlug(before), now]));
  const inserted = new Map<number, { offset: number; id: string }[]>();
  const numbers = new Map<string, number>();
  for (const heading of headingsOf(body)) {
    const text = plain(heading.text);
    const id = heading.id ?? freeId(headingSlug(text, generator), ids, numbers);
    ids.add(id);
    if (!byLooseSlug.has(looseSlug(text))) byLooseSlug.set(looseSlug(text), id);
    if (heading.id !== null) continue;
    const { piece, offset } = heading;
    const others = inserted.get(piece);
    if (others) others.push({ offset, id });
    else inserted.set(piece, [{ offset, id }]);
  }
  const identified = body.map((piece, at) => {
    const places = inserted.get(at);
    return typeof piece !== "string" || places === undefined ? piece : insert(piece, places);
  });
  return { body: inserted.size === 0 ? body : identified, ids, byLooseSlug };
}

/** The ids of a body, and the body without the one that every page has for itself. */
function withoutPageIds(clean: Body, renamed: Map<string, string>): { body: Body; ids: Set<string> } {
  const ids = new Set<string>(Object.values(PAGE_IDS));
  let clashes = false;
  for (const piece of clean) {
    if (typeof piece !== "string" || !piece.includes(' id="')) continue;
    for (const [tag] of piece.matchAll(INSIDE_TAG)) {
      const id = ID.exec(tag)?.[1];
      if (id !== undefined) ids.add(id);
      clashes ||= id === PAGE_IDS.main;
    }
  }
  if (!clashes) return { body: clean, ids };
  const id = freeId(PAGE_IDS.main, ids, new Map());
  ids.add(id);
  renamed.set(PAGE_IDS.main, id);
  const rename = (tag: string) => tag.replace(` id="${PAGE_IDS.main}"`, ` id="${id}"`);
  const body = clean.map((piece) => (typeof piece === "string" ? piece.replace(INSIDE_TAG, rename) : piece));
  return { body, ids };
}

/** `a`, `a-1`, `a-2`: as every generator numbers them. Counts on from the last one. */
function freeId(slug: string, taken: ReadonlySet<string>, numbers: Map<string, number>): string {
  let number = numbers.get(slug) ?? 0;
  let id = number === 0 ? slug : `${slug}-${number}`;
  while (taken.has(id)) {
    number += 1;
    id = `${slug}-${number}`;
  }
  numbers.set(slug, number + 1);
  return id;
}

/** The headings of a clean body: every `<` in one begins a tag. */
function headingsOf(body: Body): readonly Heading[] {
  const headings: Heading[] = [];
  let open: { piece: number; offset: number; id: string | null; html: string } | null = null;
  for (const [at, piece] of body.entries()) {
    if (typeof piece !== "string") continue;
    let from = 0;
    for (const { 0: tag, 1: slash, 2: attributes = "", index } of piece.matchAll(TAG)) {
      if (slash === "") {
        const id = ID.exec(attributes)?.[1] ?? null;
        from = index + tag.length;
        open = { piece: at, offset: from - 1, id, html: "" };
      } else if (open !== null) {
        headings.push({ ...open, text: textOfHtml(open.html + piece.slice(from, index)) });
        open = null;
      }
    }
    if (open !== null) open.html += piece.slice(from);
  }
  return headings;
}

function insert(piece: string, places: readonly { offset: number; id: string }[]): string {
  let [html, from] = ["", 0];
  for (const { offset, id } of places) {
    html += `${piece.slice(from, offset)} id="${id.replaceAll('"', "")}"`;
    from = offset;
  }
  return html + piece.slice(from);
}
