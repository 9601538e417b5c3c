import type { Markup } from "../text/markup.ts";
import { markup } from "../text/markup.ts";
import { perLanguage } from "./locale.ts";

/** Units of length by their bytes, as makers of disks and most systems count them. */
const UNITS = [
  { unit: "gigabyte", bytes: 1e9, digits: 1 },
  { unit: "megabyte", bytes: 1e6, digits: 1 },
  { unit: "kilobyte", bytes: 1e3, digits: 0 },
] as const;

const sizesIn = perLanguage((locale) =>
  UNITS.map(({ unit, bytes, digits }) => ({
    bytes,
    least: 1 / 10 ** digits,
    format: new Intl.NumberFormat(locale, { style: "unit", unit, maximumFractionDigits: digits }),
  })),
);

/** How long a file is, as people write it: "5.4 MB", in French "5,4 Mo". */
export function fileSize(sizeBytes: number, language: string): string {
  const sizes = sizesIn(language);
  // What would be written as 1,000 is one of the next larger.
  const found = sizes.find((one) => sizeBytes >= one.bytes * 0.9995) ?? sizes.at(-1);
  return found ? found.format.format(Math.max(found.least, sizeBytes / found.bytes)) : String(sizeBytes);
}

const digitsIn = perLanguage((locale) => {
  const whole = new Intl.NumberFormat(locale, { useGrouping: false });
  const padded = new Intl.NumberFormat(locale, { useGrouping: false, minimumIntegerDigits: 2 });
  return { whole, padded };
});

/** How long something plays, as players show it: "12:30", "1:02:03". */
export function playingTime(durationSeconds: number, language: string): Markup {
  const seconds = Math.max(1, Math.round(durationSeconds));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = seconds < 3600 ? parts.slice(1) : parts;
  const { whole, padded } = digitsIn(language);
  const clock = shown.map((part, at) => (at === 0 ? whole : padded).format(part)).join(":");
  return markup`<time datetime="PT${seconds}S"><bdi>${clock}</bdi></time>`;
}
