import { PAGE_IDS } from "../../../article/page-ids.ts";
import { percentDecoded } from "../../../article/percent-decoded.ts";
import type { Body, Reference } from "../../../article/references.ts";
import { filesOf } from "../../../article/references.ts";
import type { ContentPath } from "../../../article/values.ts";
import type { IdentifiedBody } from "./heading-ids.ts";
import { looseSlug } from "./heading-slugs.ts";

/** A body whose links within the article lead somewhere, and those that lead nowhere. */
export interface LinkedBody {
  readonly body: Body;
  readonly lost: readonly Reference[];
}

/** Makes links to places in the article of those that name its file: `@/news/lock.md#gates`, `lock#gates`. */
export function withOwnLinks(body: Body, path: ContentPath): Body {
  const stem = path.replace(/\.[^./]+$/, "");
  return body.map((piece) => {
    if (typeof piece === "string") return piece;
    const [, file, place] = /^([^#?:]+)(#.+)$/s.exec(piece.target) ?? [];
    if (file === undefined || place === undefined) return piece;
    const [named] = filesOf(file, path);
    return named === path || named === stem ? { ...piece, target: place } : piece;
  });
}

/** What every browser knows a place for (HTML §7.4.6.4), and orders to it. */
const KNOWN = /^#(?:top|:~:.*)?$/i;

/**
 * Leads each link within the article to an id that it has: to one that only another rule would have
 * made differently, where there is such a heading. A link that leads nowhere becomes its text.
 */
export function withPageLinks(
  { body, ids, places }: IdentifiedBody,
  titles: readonly (string | null)[],
): LinkedBody {
  let likely: LikelyPlaces | null = null;
  const placeOf = (target: string) => {
    if (KNOWN.test(target)) return target;
    const id = percentDecoded(target.slice(1));
    if (ids.has(id) && id !== PAGE_IDS.main) return target;
    likely ??= likelyPlaces(places, titles);
    const place = likelyPlace(id, likely);
    return place === undefined ? null : `#${encodeURIComponent(place)}`;
  };
  const placed = body.map((piece, at) => {
    if (typeof piece === "string" || !piece.target.startsWith("#")) return piece;
    const target = placeOf(piece.target);
    if (target !== null) return target === piece.target ? piece : { ...piece, target };
    const before = body[at - 1];
    return typeof before === "string" && before.endsWith(HREF) ? null : piece;
  });
  const lost = body.filter(
    (piece, at): piece is Reference => typeof piece !== "string" && placed[at] === null,
  );
  if (placed.every((piece, at) => piece === body[at])) return { body, lost };
  return { body: withoutLost(placed), lost };
}

const HREF = ' href="';

/** Takes the attributes out whose address is lost: `<a href="`, null, `">`. */
function withoutLost(pieces: readonly (string | Reference | null)[]): Body {
  const body: (string | Reference)[] = [];
  let run = "";
  for (const [at, piece] of pieces.entries()) {
    if (piece === null) continue;
    if (typeof piece !== "string") {
      body.push(run, piece);
      run = "";
      continue;
    }
    const from = pieces[at - 1] === null ? 1 : 0;
    run += piece.slice(from, pieces[at + 1] === null ? -HREF.length : undefined);
  }
  body.push(run);
  return body;
}

/** Ids by what the texts of their headings look like. */
interface LikelyPlaces {
  readonly bySlug: ReadonlyMap<string, string>;
  /** Those of headings with pictures, which some rules write out as words at the end. */
  readonly byBeginning: readonly (readonly [beginning: string, id: string])[];
}

const PICTURE = /\p{Extended_Pictographic}/u;
/** Headings with pictures that are remembered: each link that leads nowhere is compared with them. */
const MOST_PICTURED = 100;

function likelyPlaces(places: IdentifiedBody["places"], titles: readonly (string | null)[]): LikelyPlaces {
  const slugs = places.map(({ text, id }) => [looseSlug(text), id] as const).filter(([slug]) => slug !== "");
  // The title stands at the top of the page and in no feed's text.
  const top = titles.flatMap((title) => (title === null ? [] : [[looseSlug(title), "top"] as const]));
  const isPictured = new Set(places.filter(({ text }) => PICTURE.test(text)).map(({ id }) => id));
  return {
    // Of two headings that look alike the first counts.
    bySlug: new Map([...top, ...slugs.toReversed()]),
    byBeginning: slugs.filter(([, id]) => isPictured.has(id)).slice(0, MOST_PICTURED),
  };
}

function likelyPlace(id: string, { bySlug, byBeginning }: LikelyPlaces): string | undefined {
  const wanted = looseSlug(id);
  return (
    bySlug.get(wanted) ??
    bySlug.get(looseSlug(id.replace(/-\d+$/, ""))) ??
    byBeginning.find(([beginning]) => wanted.startsWith(beginning))?.[1]
  );
}
