/** The longest summary that is cut from a text, in UTF-16 code units. */
const MAX_SUMMARY = 400;

/** Whole sentences of the first paragraph, at least one, together at most 400 characters. */
export function summaryOf(text: string, language: string): string {
  const [lede = ""] = text.split("\n", 1);
  if (lede.length <= MAX_SUMMARY) return lede;
  let summary = "";
  for (const { segment } of new Intl.Segmenter(language, { granularity: "sentence" }).segment(lede)) {
    if (summary !== "" && summary.length + segment.trimEnd().length > MAX_SUMMARY) break;
    summary += segment;
  }
  return summary.trimEnd();
}
