import { checkAddress } from "./check-address.ts";
import { checkLanguage } from "./check-language.ts";
import { checkTitle } from "./check-title.ts";
import type { Checked } from "./checked.ts";

/** What a new site must be told. */
export interface Answers {
  readonly title: string;
  /** Where the site is going to stand, such as `https://quay.example`; null where nobody knows yet. */
  readonly url: string | null;
  /** A language tag (BCP 47). */
  readonly language: string;
}

/** How one of them is asked for. */
export interface Question<T> {
  readonly label: string;
  /** What a person sees of the default. */
  readonly shownDefault: string;
  readonly fallback: T;
  readonly check: (text: string) => Checked<T>;
}

/** The questions, in the order in which they are asked. */
export type Questions = { readonly [K in keyof Answers]: Question<Answers[K]> };

/** The questions about a site that is made in a folder of that name. */
export function questionsFor(folderName: string): Questions {
  const title = titleOf(folderName);
  return {
    title: { label: "Title", shownDefault: title, fallback: title, check: checkTitle },
    url: {
      label: "Address, such as https://quay.example",
      shownDefault: "not known yet",
      fallback: null,
      check: checkAddress,
    },
    language: { label: "Language", shownDefault: "en", fallback: "en", check: checkLanguage },
  };
}

/** `my-site` is "My site". */
function titleOf(folderName: string): string {
  const words = folderName.replaceAll(/[\p{Cc}\s_-]+/gu, " ").trim();
  const [first = "", ...rest] = words;
  return words === "" ? "My site" : [first.toUpperCase(), ...rest].join("");
}
