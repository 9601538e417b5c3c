/** Where, when and for whom a report was written; null for what the text does not name. */
export interface Dateline {
  readonly place: string | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly year: number | null;
  readonly agency: string | null;
}

/** Who signed a text off. */
export interface SignOff {
  readonly authors: readonly string[];
  readonly agency: string | null;
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

const NAME = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+(?:(?:de|van|von|der|den|del|da|di|la|le|bin|al)\s+)*\p{Lu}[\p{L}\p{M}.'’-]*){1,4}`;
const BYLINE = new RegExp(
  String.raw`^(?:By|BY)\s+(${NAME}(?:(?:\s*,\s*${NAME})*\s*,?\s+(?:and|AND|&)\s+${NAME})?)(?:,\s+[^.]+|\s+in\s+[^.]+)?$`,
  "u",
);

/** No byline is longer; to try the pattern on a longer line takes the square of its length. */
const MAX_BYLINE = 500;

/** A byline such as `By Ana Holm, Jo Reed and Li Wei`, with a role or a place behind it or none. Null for any other line. */
export function readByline(line: string): readonly string[] | null {
  const names = line.length > MAX_BYLINE ? undefined : BYLINE.exec(line)?.[1];
  return names === undefined ? null : names.split(/\s*,?\s+(?:and|AND|&)\s+|\s*,\s*/u);
}

const AUTHORS_SIGN_OFF = /^(\p{Lu}[\p{L}\p{M}.'’ &,-]{0,60}?)\s?--\s?(\p{Lu}{2,6})$/u;
const AGENCY_SIGN_OFF = /^--\s?(\p{Lu}{2,6})$/u;
/** Desk codes: `burs-jd/abc`, `jd/abc`, `bur/jd/abc de/fgh`. */
const DESK_SIGN_OFF =
  /^[a-z]{2,5}(?:-[a-z]{2,5})*(?:\/[a-z]{2,5}(?:-[a-z]{2,5})*)+(?:\s+[a-z]{2,5}(?:[-/][a-z]{2,5})+)*$/;

/** A sign-off: `S.Dennehy--NG`, or the codes of the desks that handled a text. Null for any other line. */
export function readSignOff(line: string): SignOff | null {
  if (DESK_SIGN_OFF.test(line)) return { authors: [], agency: null };
  const agencyOnly = AGENCY_SIGN_OFF.exec(line)?.[1];
  if (agencyOnly !== undefined) return { authors: [], agency: agencyOnly };
  const [, names, agency = null] = AUTHORS_SIGN_OFF.exec(line) ?? [];
  if (names === undefined) return null;
  const authors = names.split(/\s*[,&]\s*|\s+and\s+/u).filter((name) => name !== "");
  return { authors: authors.map((name) => name.replace(/\.(?=\p{L})/gu, ". ")), agency };
}

const MONTH = String.raw`(?:(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?|January|February|March|April|May|June|July|August|September|October|November|December)`;
const DATE = String.raw`(?:(?<month1>${MONTH})\s+(?<day1>\d{1,2})|(?<day2>\d{1,2})\s+(?<month2>${MONTH}))(?:,?\s+(?<year>\d{4}))?`;
const AGENCY = String.raw`\((?<agency>\p{Lu}[\p{L}\p{M} &.-]{0,30})\)`;
const CAPITALS = String.raw`\p{Lu}[\p{Lu}\p{M}\s.,'’/-]*\p{Lu}\.?`;
const WORDS = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*(?:,?\s+\p{Lu}[\p{L}\p{M}.'’-]*){0,4}`;
const DASH = String.raw`\s*[-–—]+\s+`;

/** The forms of a dateline. Without an agency only capitals with a date are one: a remark between dashes is none. */
const DATELINES = [
  new RegExp(String.raw`^(?<place>${CAPITALS}|${WORDS})(?:,\s+${DATE})?,?\s+${AGENCY}${DASH}`, "u"),
  new RegExp(String.raw`^(?<place>${CAPITALS}),\s+${DATE}${DASH}`, "u"),
  new RegExp(String.raw`^${AGENCY}\s*[-–—]+\s+`, "u"),
];

/** Takes a dateline off the head of a paragraph: `PARIS, July 1 (AFP) - The talks…`. Null where none stands. */
export function readDateline(
  paragraph: string,
): { readonly dateline: Dateline; readonly rest: string } | null {
  for (const pattern of DATELINES) {
    const match = pattern.exec(paragraph);
    if (match === null) continue;
    const { place = null, month1, month2, day1, day2, year, agency = null } = match.groups ?? {};
    const month = month1 ?? month2;
    const dateline = {
      place,
      month: month ? MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1 : null,
      day: month ? Number(day1 ?? day2) : null,
      year: year ? Number(year) : null,
      agency,
    };
    return { dateline, rest: paragraph.slice(match[0].length) };
  }
  return null;
}
