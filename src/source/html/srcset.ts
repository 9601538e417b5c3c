/** White space of HTML, or commas, before a URL; the URL goes up to the next white space. */
const URL_NEXT = /[, \t\n\f\r]*([^, \t\n\f\r][^ \t\n\f\r]*)/y;
/** What stands between a URL and the next comma; one in brackets does not count. */
const DESCRIPTORS_NEXT = /((?:[^,(]+|\([^)]*\)?)*),?/y;
/** A width, a height or both, or a density; or nothing. */
const DESCRIPTORS =
  /^(?:|0*[1-9]\d*w(?: 0*[1-9]\d*h)?|0*[1-9]\d*h(?: 0*[1-9]\d*w)?|(?:\d+|\d*\.\d+)(?:[eE][+-]?\d+)?x)$/;
/** So many commas side by side stand in no URL, and whoever looks for the last of them looks again from each. */
const COMMAS = /,{50}/;

/**
 * Leaves of a `srcset` what every parser takes: URLs with descriptors that say something; the sanitizer
 * prints what it finds wrong in others. Null where nothing is left. HTML §4.8.4.2.1.
 */
export function cleanSrcset(srcset: string): string | null {
  const candidates: string[] = [];
  for (let at = 0; ; ) {
    URL_NEXT.lastIndex = at;
    const [whole, word = ""] = URL_NEXT.exec(srcset) ?? [];
    if (whole === undefined) break;
    at += whole.length;
    const url = withoutCommas(word);
    let descriptors = "";
    if (url === word) {
      DESCRIPTORS_NEXT.lastIndex = at;
      const [part = "", written = ""] = DESCRIPTORS_NEXT.exec(srcset) ?? [];
      at += part.length;
      descriptors = written
        .split(/[ \t\n\f\r]/)
        .filter(Boolean)
        .join(" ");
    }
    if (!DESCRIPTORS.test(descriptors) || COMMAS.test(url)) continue;
    candidates.push(descriptors === "" ? url : `${url} ${descriptors}`);
  }
  return candidates.length === 0 ? null : candidates.join(", ");
}

/** A URL without the commas at its end, which end the candidate. */
function withoutCommas(word: string): string {
  let end = word.length;
  while (word[end - 1] === ",") end -= 1;
  return word.slice(0, end);
}
