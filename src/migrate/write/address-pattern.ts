import { Temporal } from "temporal-polyfill";
import * as v from "valibot";
import type { EpochSeconds } from "../../article/values.ts";
import { slug as slugSegment } from "../../article/values.ts";
import { PERMALINK_SETTINGS } from "../../source/settings/permalink-settings.ts";

/** What an old address was made of. */
export interface AddressParts {
  /** Percent-encoded. */
  readonly path: string | null;
  /** Decoded. */
  readonly slug: string;
  readonly published: EpochSeconds | null;
}

/** Without an address to learn from. */
const FALLBACK = "/{slug}/";

/** The pattern that most old addresses follow. */
export class PatternVote {
  readonly #timezone: string;
  readonly #votes = new Map<string, number>();

  constructor(timezone: string) {
    this.#timezone = timezone;
  }

  add({ path, slug, published }: AddressParts): void {
    if (path === null || published === null) return;
    const segment = slugSegment(slug);
    const at = segment === null ? -1 : path.lastIndexOf(segment);
    if (segment === null || at < 1) return;
    const { year, month, day } = dateParts(published, this.#timezone);
    const before = path
      .slice(0, at)
      .replace(`/${year}/${month}/${day}/`, "/{year}/{month}/{day}/")
      .replace(`/${year}/${month}/`, "/{year}/{month}/")
      .replace(`/${year}/`, "/{year}/");
    const pattern = `${before}{slug}${path.slice(at + segment.length)}`;
    this.#votes.set(pattern, (this.#votes.get(pattern) ?? 0) + 1);
  }

  winner(): string {
    const byVotes = [...this.#votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return (
      byVotes.find(([pattern]) => v.safeParse(PERMALINK_SETTINGS.permalink, pattern).success)?.[0] ?? FALLBACK
    );
  }
}

/** The address that the pattern gives; null where it needs a date that there is none of, or other tokens. */
export function patternAddress(
  pattern: string,
  { slug, published }: Pick<AddressParts, "slug" | "published">,
  timezone: string,
): string | null {
  const segment = slugSegment(slug);
  if (segment === null) return null;
  const isDated = /\{(?:year|month|day)\}/.test(pattern);
  if (isDated && published === null) return null;
  const { year, month, day } = dateParts(published ?? 0, timezone);
  const dated = pattern.replaceAll("{year}", year).replaceAll("{month}", month).replaceAll("{day}", day);
  return /[{}]/.test(dated.replace("{slug}", "")) ? null : dated.replace("{slug}", segment);
}

/** The day of an instant in a zone, in digits. */
export function dateParts(at: EpochSeconds, timezone: string) {
  const date = Temporal.Instant.fromEpochMilliseconds(at * 1000).toZonedDateTimeISO(timezone);
  return {
    year: String(date.year).padStart(4, "0"),
    month: String(date.month).padStart(2, "0"),
    day: String(date.day).padStart(2, "0"),
  };
}
