/** Quotation marks of a language, as CLDR has them: for double ones, and for single ones. */
type Marks = readonly [open: string, close: string, singleOpen: string, singleClose: string];

const ENGLISH: Marks = ["“", "”", "‘", "’"];
const NARROW_SPACE = "\u202F";
const ANGLED: Marks = ["«", "»", "“", "”"];

const MARKS: ReadonlyMap<string, Marks> = new Map<string, Marks>([
  ["ar", ["”", "“", "’", "‘"]],
  ["de", ["„", "“", "‚", "‘"]],
  ["de-ch", ["«", "»", "‹", "›"]],
  ["en", ENGLISH],
  ["es", ANGLED],
  ["fr", [`«${NARROW_SPACE}`, `${NARROW_SPACE}»`, "“", "”"]],
  ["fr-ch", ["«", "»", "‹", "›"]],
  ["it", ANGLED],
  ["nl", ["“", "”", "‘", "’"]],
  ["pl", ["„", "”", "«", "»"]],
  ["pt", ENGLISH],
  ["pt-pt", ANGLED],
  ["sv", ["”", "”", "’", "’"]],
]);

const STRAIGHT = /["']/;

/** What only programs write: a backtick, a tag, an escape, an assignment, or a quote that opens behind a sign of theirs. */
const CODE = /[`\\]|<\/?[a-z]|[=/]\s?["']|["']\s?(?:=>?|[(+|&{}])|["']\]|[({[:;,+|&$%#@]["'](?!\s|$)/i;

/** A bracket that prose puts before words in quotation marks, with a space in front. */
const BRACKET = /(?<=^|\s)[([](?=["'])/g;

/** What is left out at the beginning of English words and years: 'tis, 'n', '90s. */
const LEFT_OUT = /^(?:\d\d(?!\d)|(?:tis|twas|twere|twill|til|till|em|cause|bout|round|n|cos)(?!\p{L}))/iu;

const LETTER = /[\p{L}\p{N}]/u;
const OPENS_AFTER = /^$|[\s([{–—\-/¿¡„“«‚‘"']/u;

/**
 * A headline with the quotation marks of its language, its apostrophes, and the signs for feet and
 * inches. Where a language has none here, where the marks do not pair, or where they are those of a
 * program, it stays as it is written.
 */
export function curlyQuotes(text: string, language: string): string {
  if (!STRAIGHT.test(text)) return text;
  const marks = marksOf(language);
  if (marks === null || CODE.test(text.replace(BRACKET, " "))) return text;
  return curled(text, marks);
}

function marksOf(language: string): Marks | null {
  const tag = language.toLowerCase();
  return MARKS.get(tag) ?? MARKS.get(tag.split("-", 1)[0] ?? "") ?? null;
}

function curled(text: string, marks: Marks): string {
  const open: string[] = [];
  let written = "";
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    if (sign !== '"' && sign !== "'") {
      written += sign;
      continue;
    }
    const mark = markAt(text, at, open, marks);
    if (mark === null) return text;
    written += mark;
  }
  return open.length === 0 ? written : text;
}

/** What stands for the straight mark at a place; null where nobody can tell. `open` has those that wait for their like. */
function markAt(text: string, at: number, open: string[], marks: Marks): string | null {
  const sign = text[at] ?? "";
  const [before, after] = [text[at - 1] ?? "", text[at + 1] ?? ""];
  const isOpen = open.includes(sign);
  if (/\d/.test(before) && !isOpen && !/\p{L}/u.test(after)) return sign === "'" ? "′" : "″";
  if (sign === "'") {
    if (/\d/.test(before) && /\d/.test(after)) return "′";
    if (LETTER.test(before) && LETTER.test(after)) return "’";
    if (!isOpen && LETTER.test(before)) return "’";
    if (OPENS_AFTER.test(before) && LEFT_OUT.test(text.slice(at + 1))) return "’";
  }
  const [opening, closing] = sign === '"' ? marks : marks.slice(2);
  if (open.at(-1) === sign) {
    open.pop();
    return closing ?? null;
  }
  if (isOpen || !OPENS_AFTER.test(before) || after === "" || /\s/.test(after)) return null;
  open.push(sign);
  return opening ?? null;
}
