import { NAME } from "./byline.ts";

/** Who worked on a text, as agencies say it below. */
const KIND =
  "(?:(?:additional\\s+)?reporting|(?:additional\\s+)?writing|written|compiled|(?:additional\\s+)?editing|edited|translated|translation|graphics?|production)(?:\\s+and\\s+(?:writing|editing|additional\\s+reporting|graphics?))?";
const CREDITS = new RegExp(String.raw`^\(?${KIND}\s+by:?\s.*$`, "i");
/** What stands behind "by" is a name. */
const NAMED = /\sby:?\s+\p{Lu}/u;
const CREDIT = new RegExp(String.raw`^(${KIND})\s+by:?\s+(.*)$`, "i");
const AUTHORS = /^(?:reporting|writing|written|compiled)/i;
const WHOLE_NAME = new RegExp(`^${NAME}$`, "u");
/** Whom to ask, and what the agency promises. */
const CONTACT = /^(?:\(\(.*\)\)|our standards:\s.*trust principles\.?)$/i;

/** Such a remark has so many lines at most, and is no longer. */
export const MAX_CREDIT_LINES = 6;
const MAX_CREDITS = 600;

/** Whether a line begins a remark on who worked on a text. */
export function beginsCredits(line: string): boolean {
  return /^\(?(?:additional\s+)?(?:report|writ|compil|edit)/i.test(line);
}

/**
 * A remark below a text: `(Reporting by Ana Holm in Port St Anne; Editing by Jo Reed)`, or whom to ask.
 * Gives those who wrote it, without editors; null for any other text.
 */
export function readCredits(text: string): readonly string[] | null {
  if (text.length > MAX_CREDITS) return null;
  if (CONTACT.test(text)) return [];
  if (!CREDITS.test(text) || !NAMED.test(text)) return null;
  const parts = text
    .replace(/^\(|\.?\)?\.?$/g, "")
    // The stop of an initial ends nothing.
    .split(/\s*(?:;|(?<![\s.]\p{L})\.)(?:\s+|$)|,\s+(?=(?:editing|edited|writing)\s+by\b)/iu);
  const names = parts.flatMap((part) => {
    const [, kind = "", names = ""] = CREDIT.exec(part) ?? [];
    return AUTHORS.test(kind) ? namesIn(names) : [];
  });
  return [...new Set(names)];
}

/** Names without the places that they wrote in. */
function namesIn(text: string): string[] {
  return text
    .split(/,(?:\s*and\s)?|\sand\s|&/)
    .map((one) => one.replace(/\s(?:in|at)\s.*/, "").trim())
    .filter((one) => WHOLE_NAME.test(one));
}
