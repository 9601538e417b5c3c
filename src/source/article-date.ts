import { isoOf } from "../article/instant.ts";
import type { Site } from "../article/site.ts";
import type { PublicationDate } from "../article/source.ts";
import type { EpochSeconds } from "../article/values.ts";
import { zonedInstant } from "../article/zoned-time.ts";
import type { ReadFields } from "./fields/article-fields.ts";
import type { FormatReading } from "./readers.ts";
import type { ArticlePlace } from "./text/article-path.ts";
import type { FileProblems } from "./text/source-file.ts";
import { dateOfPermalink, parseDate, writtenDay } from "./values/dates.ts";

/** What can date an article. */
interface DateSources extends Pick<ReadFields, "fields"> {
  readonly site: Site;
  readonly reading: FormatReading;
  readonly problems: FileProblems;
  /** The section of the article. */
  readonly section: string | null;
}

/** Front matter first, then the file's name or permalink, then the document's head, then the dateline. */
export function publicationDate(
  { fields, reading, site, problems, section }: DateSources,
  place: ArticlePlace,
): PublicationDate | null {
  const dayAt = (midnight: EpochSeconds, day: string): PublicationDate => {
    const release = (section && site.habits.sectionReleases[section]) ?? site.habits.release;
    const at = release === null ? null : parseDate(`${day} ${release}`, site.timezone);
    return at === null ? { kind: "instant", at: midnight } : { kind: "instant", at, midnight };
  };
  if (fields.published !== undefined) {
    const { published, day } = fields;
    return day === undefined ? { kind: "instant", at: published } : dayAt(published, day);
  }
  const named = place.date ?? dateOfPermalink(fields.permalink ?? "") ?? reading.published;
  if (named !== null) {
    const at = parseDate(named, site.timezone);
    const day = writtenDay(named);
    if (at !== null) return day === null ? { kind: "instant", at } : dayAt(at, day);
    problems.add(
      "warning",
      null,
      `is dated ${named}, which is not a real day; correct the file name or add a date: field`,
    );
  }
  const { year = null, month = null, day = null, line = null } = reading.dateline ?? {};
  if (month === null || day === null) {
    // An old article that names its last change alone is not from today.
    return fields.updated === undefined ? null : { kind: "guess", at: fields.updated };
  }
  // A year without 29 February would refuse a day that others have.
  const at = zonedInstant({ year: year ?? 2024, month, day }, site.timezone);
  if (at === null)
    problems.add(
      "error",
      line,
      `the dateline names a day that does not exist; correct it or add a date: field`,
    );
  if (year === null) return { kind: "yearless", month, day };
  return at === null ? null : dayAt(at, `${String(year).padStart(4, "0")}-${month}-${day}`);
}

/** A day without its hour may seem to lie before an hour of that day, in any zone. */
const ONE_DAY_SECONDS = 24 * 60 * 60;

/** What is wrong with a last change that lies before the publication; null where nothing is. */
export function earlyUpdate(published: PublicationDate | null, updated: number | null): string | null {
  if (published?.kind !== "instant" || updated === null || updated > published.at - ONE_DAY_SECONDS)
    return null;
  return `was updated at ${isoOf(updated)} and published later, at ${isoOf(published.at)}; correct one of the two dates`;
}
