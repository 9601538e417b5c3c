/** Tags of any language are shorter (RFC 5646 §4.4.1 finds 35); long ones take the square of their length. */
const MAX_LENGTH = 100;

/** A language tag in its canonical form (BCP 47, RFC 5646 §4.5); `pt_BR` means `pt-BR`. Null for what is none, a language's name included. */
export function languageTag(text: string): string | null {
  // Most articles name none, and an error that is thrown and caught costs as much as a page.
  if (text === "" || text.length > MAX_LENGTH) return null;
  try {
    const [tag = null] = Intl.getCanonicalLocales(text.replaceAll("_", "-"));
    // Longer ones are well-formed, but none has been registered (RFC 5646 §2.2.1).
    return tag !== null && /^[a-z]{2,3}(?:-|$)/.test(tag) ? tag : null;
  } catch (cause) {
    if (cause instanceof RangeError) return null;
    throw cause;
  }
}

/** How to fix a language that is none: with its tag, where a language has that name. */
export function languageFix(text: string): string {
  const tag = tagsByName().get(text.trim().toLowerCase()) ?? null;
  return tag === null ? "write a language tag such as en or pt-BR" : `write its tag, "${tag}"`;
}

let byName: ReadonlyMap<string, string> | null = null;

function tagsByName(): ReadonlyMap<string, string> {
  byName ??= languagesByName();
  return byName;
}

/** Tags of two letters by the English names of their languages and their own: it takes a while to gather them. */
export function languagesByName(): ReadonlyMap<string, string> {
  return new Map(twoLetterCodes().flatMap((code) => namesOf(code).map((name) => [name, code] as const)));
}

function twoLetterCodes(): string[] {
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  const english = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => english.of(code) !== undefined && Intl.getCanonicalLocales(code)[0] === code);
}

function namesOf(code: string): string[] {
  return ["en", code].flatMap(
    (language) => new Intl.DisplayNames(language, { type: "language" }).of(code)?.toLowerCase() ?? [],
  );
}
