import { languageFix, languageTag } from "../../source/values/language-tags.ts";
import type { Checked } from "./checked.ts";
import { accepted, rejected } from "./checked.ts";

/** Takes a language tag (BCP 47); gives it in its canonical form. */
export function checkLanguage(text: string): Checked<string> {
  const tag = languageTag(text.trim());
  return tag === null ? rejected(languageFix(text)) : accepted(tag);
}
