import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
let names: Readonly<Record<string, string>> | null = null;

/** The list of GitHub's names, loaded when a text has the first one. */
function emojiOf(name: string): string | undefined {
  names ??= (require("gemoji") as typeof import("gemoji")).nameToEmoji;
  return Object.hasOwn(names, name) ? names[name] : undefined;
}

/** Whether a text may have a name: looked for by its colons, of which most texts have few. */
export function mayNameEmoji(text: string): boolean {
  for (let at = text.indexOf(":"); at !== -1; at = text.indexOf(":", at + 1)) {
    // Most colons stand before a space, or a slash of an address.
    const next = text.charCodeAt(at + 1);
    if (next <= SPACE || next === SLASH) continue;
    BETWEEN.lastIndex = at + 1;
    if (BETWEEN.test(text)) return true;
  }
  return false;
}

const [SPACE, SLASH] = [32, 47];
const BETWEEN = /[a-z0-9_+-]{1,50}:/y;
const NAME = /:([a-z0-9_+-]{1,50}):/g;
const JOINED = /[\p{L}\p{N}_:/]/u;

/** Puts emoji in the place of their names, such as `:tada:`; never inside a word or a time. */
export function withEmoji(text: string): string {
  if (!mayNameEmoji(text)) return text;
  let end = 0;
  return text.replace(NAME, (whole, name: string, at: number) => {
    const isJoined = at !== end && JOINED.test(text.charAt(at - 1));
    const emoji =
      isJoined || /[\p{L}\p{N}_]/u.test(text.charAt(at + whole.length)) ? undefined : emojiOf(name);
    if (emoji === undefined) return whole;
    end = at + whole.length;
    return emoji;
  });
}
