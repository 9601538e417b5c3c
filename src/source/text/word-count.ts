/** Scripts that put no space between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Where such scripts may stand: a search that is far faster than the one by script. */
const NOT_WESTERN = /[\u0e00-\u1fff\u2e80-\uffff]/;

/** How many words a text has: runs between white space, or as the language's own segmentation finds them. */
export function countWords(text: string, language: string): number {
  if (NOT_WESTERN.test(text) && UNSPACED.test(text)) return countSegments(text, language);
  let count = 0;
  let isInside = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isSpace = code === 32 || (code > 8 && code < 14) || code === 0xa0;
    if (isInside === isSpace) {
      isInside = !isSpace;
      if (isInside) count += 1;
    }
  }
  return count;
}

function countSegments(text: string, language: string): number {
  let count = 0;
  for (const { isWordLike } of new Intl.Segmenter(language, { granularity: "word" }).segment(text)) {
    if (isWordLike) count += 1;
  }
  return count;
}
