/** Where, when and for whom a report was written; null for what the text does not name. */
export interface Dateline {
  readonly place: string | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly year: number | null;
  readonly agency: string | null;
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** Words in capitals, in small letters, and in what hurried hands make of the two: `March`, `MARCH`, `MArch`. */
function spelled(words: string): string {
  const letters = (word: string) =>
    [...word].map((letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`).join("");
  return `(?:${words.split(" ").map(letters).join("|")})`;
}

const MONTH = `(?:${spelled("January February March April May June July August September October November December")}|${spelled("Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec")}\\.?)`;
const WEEKDAY = spelled("Monday Tuesday Wednesday Thursday Friday Saturday Sunday");
const DATE = String.raw`(?:${WEEKDAY},?\s+)?(?:(?<month1>${MONTH})\s+(?<day1>\d{1,2})|(?<day2>\d{1,2})\s+(?<month2>${MONTH}))(?:,?\s+(?<year>\d{4}|['’]\d{2})|,\s+(?<shortYear>\d{2}))?`;
const WHEN = `(?:${DATE}|${WEEKDAY})`;
const AGENCY = String.raw`(?:\((?<agency>\p{Lu}[\p{L}\p{M} &.-]{0,30})\)|\/(?<service>\p{Lu}[\p{L} -]{1,30})\/)`;
const CAPITALS = String.raw`\p{Lu}[\p{Lu}\p{M}\s.,'’/-]*\p{Lu}\.?(?:\s+(?:and|et|y)\s+\p{Lu}[\p{Lu}\p{M}\s.,'’/-]*\p{Lu})?`;
const WORD = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*`;
const WORDS = String.raw`${WORD}(?:,?\s+${WORD}){0,4}`;
/** A state or a country behind a city: `, Neb.`, `, South Korea`. */
const ONE_REGION = String.raw`\s?,\s?(?:the\s)?${WORD}(?:\s+${WORD}){0,3}`;
const REGION = `(?:${ONE_REGION}){0,2}`;
const COMMA = String.raw`(?:\s?,\s*|(?<=\.)\s+)`;
const DASH = String.raw`\s*[-–—_]+(?:\s+|$)`;
/** A text begins: it does not go on. */
const BEGINNING = String.raw`(?=$|["“'‘«<]?[\p{Lu}\p{N}])`;

/** The forms of a dateline, those that say most first. A remark between dashes is none. */
const FORMS = [
  String.raw`(?<place>${CAPITALS}${REGION}|${WORDS})(?:${COMMA}${WHEN})?,?\s+${AGENCY}${DASH}`,
  String.raw`(?<place>${CAPITALS}${REGION}|${WORDS})\s+${AGENCY},?\s+${DATE}${DASH}`,
  String.raw`(?<place>${CAPITALS})--\((?<agency>\p{Lu}[\p{L} ]{1,30})\)(?:--${DATE})?--\s*`,
  String.raw`(?<place>${CAPITALS}${REGION})(?:${COMMA}|\s+)${WHEN}(?:${DASH}|\s+-(?=\p{Lu})|\.?$)`,
  String.raw`(?<place>${WORD}(?:\s+${WORD}){0,3}${REGION}),\s+${DATE}${DASH}`,
  String.raw`(?<place>${WORD}(?:\s+${WORD}){0,2}\s+\p{Ll}+${REGION}),\s+${DATE}${DASH}${BEGINNING}`,
  String.raw`(?<place>${CAPITALS}${REGION})\s+(?:[–—_]|--)\s+${BEGINNING}`,
  `(?<place>${CAPITALS}${ONE_REGION}),?${DASH}${BEGINNING}`,
  String.raw`${AGENCY}\s*[-–—_]+\s+`,
];

let datelines: readonly RegExp[] | null = null;

/** They take a while to be made, which only a site with reports is to pay. */
function compiled(): readonly RegExp[] {
  datelines ??= FORMS.map((form) => new RegExp(String.raw`^\*{0,6}${form}`, "u"));
  return datelines;
}

/** No dateline is longer. */
const MAX_DATELINE = 200;
/** What stands in capitals before a dash, and where no city lies. */
const NO_PLACE =
  /^(?:analysis|correct(?:ed|ion)|update|urgent|editor['’]?s?['’]? note|note|breaking|exclusive|opinion|review|summary|factbox|feature|interview|profile|watch|live|new|table|\p{L}{1,2}|.*day)$/iu;

/** A sentence begins with it. */
const PREPOSITION = /^(?:in|on|at|from|by|for|since|until)\s/iu;
const WEEKDAY_BEHIND = new RegExp(String.raw`,?\s+${WEEKDAY}$`, "u");

/** Of two digits those from 50 on are of the last century, as mail has it (RFC 5322 §4.3). */
function wholeYear(written: string | undefined): number | null {
  if (written === undefined) return null;
  const year = Number(written.replace(/\D/, ""));
  return year >= 100 ? year : year + (year < 50 ? 2000 : 1900);
}

/** Takes a dateline off the head of a paragraph: `PARIS, July 1 (AFP) - The talks…`. Null where none stands. */
export function readDateline(
  paragraph: string,
): { readonly dateline: Dateline; readonly rest: string } | null {
  const head = paragraph.slice(0, MAX_DATELINE);
  for (const pattern of compiled()) {
    const match = pattern.exec(head);
    if (match === null) continue;
    const { place: named, month1, month2, day1, day2, year, shortYear, agency, service } = match.groups ?? {};
    const place = named?.replace(WEEKDAY_BEHIND, "").replace(/\s+/gu, " ") ?? null;
    const isSigned = agency !== undefined || service !== undefined;
    if (place !== null && !isSigned && (NO_PLACE.test(place) || PREPOSITION.test(place))) continue;
    const month = month1 ?? month2;
    const dateline = {
      place,
      month: month ? MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1 : null,
      day: month ? Number(day1 ?? day2) : null,
      year: wholeYear(year ?? shortYear),
      agency: agency ?? service ?? null,
    };
    return { dateline, rest: paragraph.slice(match[0].length) };
  }
  return null;
}
