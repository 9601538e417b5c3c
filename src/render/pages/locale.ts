const CHECKED = new Map<string, string>();

/** A language that the platform's formatters take: the given one, or English where it is no language tag. */
export function localeOf(language: string): string {
  const known = CHECKED.get(language);
  if (known) return known;
  const locale = isLanguageTag(language) ? language : "en";
  CHECKED.set(language, locale);
  return locale;
}

function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

/** Makes one formatter a language, however often it is asked for: making one costs more than using it. */
export function perLanguage<Formatter>(make: (locale: string) => Formatter): (language: string) => Formatter {
  const made = new Map<string, Formatter>();
  return (language) => {
    const known = made.get(language);
    if (known !== undefined) return known;
    const formatter = make(localeOf(language));
    made.set(language, formatter);
    return formatter;
  };
}
