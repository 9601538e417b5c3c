import { PAGE_IDS } from "../../../article/page-ids.ts";
import type { Body } from "../../../article/references.ts";
import type { Generator } from "../../../article/setting-choices.ts";
import { textOfHtml } from "../text/html-text.ts";
import { headingSlug } from "./heading-slugs.ts";

/** A body whose headings have ids, and where they lie. */
export interface IdentifiedBody {
  readonly body: Body;
  /** All ids of the article. */
  readonly ids: ReadonlySet<string>;
  /** The headings in order, and what an id was before the page's own made it another. */
  readonly places: readonly { readonly text: string; readonly id: string }[];
}

interface Heading {
  /** The piece of the body that its tag stands in, and where its id stands there or is to stand. */
  readonly piece: number;
  readonly from: number;
  readonly to: number;
  readonly id: string | null;
  readonly text: string;
}

const HEADING = /<(\/?)h[1-6]\b([^>]*)>/g;
/** Hugo can give ids to the terms of definitions too. */
const HEADING_OR_TERM = /<(\/?)(?:h[1-6]|dt)\b([^>]*)>/g;
/** What stands inside tags, where references cut these too. */
const INSIDE_TAG = /<[^<>]*(?:>|$)|^[^<>]*>/g;
const ID = / id="([^"]*)"/;
const OWN_IDS = Object.values(PAGE_IDS);

/**
 * Gives an id to each heading that has none: by the rule of the generator, each another. Ids that the
 * pages have themselves are given to nothing.
 */
export function withHeadingIds(
  clean: Body,
  generator: Generator | null,
  plain: (text: string) => string,
): IdentifiedBody {
  const { body, ids, renamed } = withoutPageIds(clean);
  const places: { text: string; id: string }[] =
    renamed === null ? [] : [{ text: PAGE_IDS.main, id: renamed }];
  const written = new Map<number, WrittenId[]>();
  const numbers = new Map<string, number>();
  const given = new Set<string>();
  for (const { piece, from, to, ...heading } of headingsOf(
    body,
    generator === "hugo" ? HEADING_OR_TERM : HEADING,
  )) {
    const text = plain(heading.text);
    const own = heading.id !== null && !given.has(heading.id) ? heading.id : null;
    const id = own ?? freeId(heading.id ?? headingSlug(text, generator), ids, numbers);
    ids.add(id);
    given.add(id);
    places.push({ text, id });
    if (own !== null) continue;
    const others = written.get(piece);
    if (others) others.push({ from, to, id });
    else written.set(piece, [{ from, to, id }]);
  }
  if (written.size === 0) return { body, ids, places };
  const identified = body.map((piece, at) => {
    const own = written.get(at);
    return typeof piece !== "string" || own === undefined ? piece : withIds(piece, own);
  });
  return { body: identified, ids, places };
}

/** The ids of a body, and the body without the one that every page has for itself. */
function withoutPageIds(clean: Body): { body: Body; ids: Set<string>; renamed: string | null } {
  const ids = new Set<string>(OWN_IDS);
  let clashes = false;
  for (const piece of clean) {
    if (typeof piece !== "string" || !piece.includes(' id="')) continue;
    for (const [tag] of piece.matchAll(INSIDE_TAG)) {
      const id = ID.exec(tag)?.[1];
      if (id !== undefined) ids.add(id);
      clashes ||= id === PAGE_IDS.main;
    }
  }
  if (!clashes) return { body: clean, ids, renamed: null };
  const id = freeId(PAGE_IDS.main, ids, new Map());
  ids.add(id);
  const rename = (tag: string) => tag.replace(` id="${PAGE_IDS.main}"`, ` id="${id}"`);
  const body = clean.map((piece) => (typeof piece === "string" ? piece.replace(INSIDE_TAG, rename) : piece));
  return { body, ids, renamed: id };
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
function headingsOf(body: Body, tags: RegExp): readonly Heading[] {
  const headings: Heading[] = [];
  let open: (Omit<Heading, "text"> & { html: string }) | null = null;
  for (const [at, piece] of body.entries()) {
    if (typeof piece !== "string") continue;
    let from = 0;
    for (const { 0: tag, 1: slash, 2: attributes = "", index } of piece.matchAll(tags)) {
      if (open !== null) headings.push({ ...open, text: textOfHtml(open.html + piece.slice(from, index)) });
      open = null;
      if (slash === "") {
        const own = ID.exec(attributes);
        from = index + tag.length;
        const idAt = own === null ? from - 1 : index + tag.length - 1 - attributes.length + own.index;
        open = { piece: at, from: idAt, to: idAt + (own?.[0].length ?? 0), id: own?.[1] ?? null, html: "" };
      }
    }
    if (open !== null) open.html += piece.slice(from);
  }
  return headings;
}

/** An id, and where it is to stand in a piece. */
type WrittenId = Pick<Heading, "from" | "to"> & { readonly id: string };

function withIds(piece: string, written: readonly WrittenId[]): string {
  let [html, at] = ["", 0];
  for (const { from, to, id } of written) {
    html += `${piece.slice(at, from)} id="${id.replaceAll('"', "")}"`;
    at = to;
  }
  return html + piece.slice(at);
}
