/** Who signed a text off. */
export interface SignOff {
  readonly authors: readonly string[];
  readonly agency: string | null;
}

const AUTHORS_SIGN_OFF = /^(\p{Lu}[\p{L}\p{M}.'’ &,-]{0,60}?)\s?--\s?(\p{Lu}{2,6})$/u;
const AGENCY_SIGN_OFF = /^--\s?(\p{Lu}{2,6})$/u;
/** Desk codes: `burs-jd/abc`, `jd/abc`, `bur/jd/abc de/fgh`. */
const DESK_SIGN_OFF =
  /^[a-z]{2,5}(?:-[a-z]{2,5})*(?:\/[a-z]{2,5}(?:-[a-z]{2,5})*)+(?:\s+[a-z]{2,5}(?:[-/][a-z]{2,5})+)*$/;

/** How Reuters ended its reports for decades. With one stop it is the last word of a sentence. */
const REUTERS = /^[-–—(]*\s*(?:reuters?|REUTERS?|Reuters?)\s*(?:\)|(?:\.{2,}|…)?(?:\s?\^M)?)$/;
/** Marks that say that a text ends here, or goes on in another: `ENDS`, `(MORE)`, `-30-`, `###`, `NNNN`. */
const END_MARK =
  /^(?:(?:ENDS?|Ends|MORE|More|ENDIT|NNNN|nnnn)(?:\s?\.{2,}|\s?…)?|\(\s?(?:[Ee]nds?|ENDS?|[Mm]ore|MORE)\s?\)|[-–—*/]{1,3}\s?(?:[Ee]nds?|ENDS?|[Mm]ore|MORE|ENDIT|30|0)\s?[-–—*/]{1,3}|\/ends?|#\s?#\s?#|\*\s?\*\s?\*)$/;
/** When a text went over the wire: `AP-NY-07-01-25 0915EDT`, `010915 GMT JUL 25`, `09:15 07-01-25`. */
const WIRE_STAMP =
  /^(?:[A-Z]{2,4}(?:-[A-Z]{2})?-\d\d-\d\d-\d\d(?:\d\d)?\s+\d{4}[A-Z]{1,4}<?|(?:[A-Z]{2,6}\s+)?\d{6}\s+(?:GMT\s+)?[A-Z]{3}\s+\d\d|\d\d:?\d\d\s+\d\d-\d\d-\d\d)$/;

/**
 * A sign-off: `S.Dennehy--NG`, the codes of the desks that handled a text, a mark that says where it
 * ends, or when it was sent. Null for any other line.
 */
export function readSignOff(line: string): SignOff | null {
  if (REUTERS.test(line)) return { authors: [], agency: "Reuters" };
  if (DESK_SIGN_OFF.test(line) || END_MARK.test(line) || WIRE_STAMP.test(line))
    return { authors: [], agency: null };
  const agencyOnly = AGENCY_SIGN_OFF.exec(line)?.[1];
  if (agencyOnly !== undefined) return { authors: [], agency: agencyOnly };
  const [, names, agency = null] = AUTHORS_SIGN_OFF.exec(line) ?? [];
  if (names === undefined) return null;
  const authors = names.split(/\s*[,&]\s*|\s+and\s+/u).filter((name) => name !== "");
  return { authors: authors.map((name) => name.replace(/\.(?=\p{L})/gu, ". ")), agency };
}
