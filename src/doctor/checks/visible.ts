/** What a terminal obeys, and what turns the order of text around: told, not done. */
const UNSHOWN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

/** A finding is read by people: what is longer says no more. */
const LONGEST = 1000;

/** Text of strangers as one may print it: characters that cannot be seen as `U+202E`, and not too long. */
export function visible(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return cut.replace(UNSHOWN, (one) => {
    const hex = (one.codePointAt(0) ?? 0).toString(16).toUpperCase();
    return `U+${hex.padStart(4, "0")}`;
  });
}
