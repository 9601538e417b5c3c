import type { Checked } from "./checked.ts";
import { accepted, rejected } from "./checked.ts";

/** Takes a title of one line. */
export function checkTitle(text: string): Checked<string> {
  const title = text.trim();
  if (title === "") return rejected("write a word or more");
  return /\p{Cc}/u.test(title) ? rejected("write it in one line") : accepted(title);
}
