/** The longest summary that is cut from a text, in UTF-16 code units. */
const MAX_SUMMARY = 400;

/** Whole sentences of the first paragraph, at least one, together at most 400 characters. */
export function summaryOf(lede: string, language: string): string {
  if (lede.length <= MAX_SUMMARY) return lede;
  let summary = "";
  for (const { segment } of sentencesOf(language).segment(lede)) {
    if (summary !== "" && summary.length + segment.trimEnd().length > MAX_SUMMARY) break;
    summary += segment;
  }
  return summary.trimEnd();
}

/** Making a segmenter takes longer than using it. */
const segmenters = new Map<string, Intl.Segmenter>();

function sentencesOf(language: string): Intl.Segmenter {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: "sentence" });
  segmenters.set(language, segmenter);
  return segmenter;
}
