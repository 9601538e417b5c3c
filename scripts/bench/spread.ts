import { median } from "./measure.ts";

/** The median of some numbers, with the least and the most where they differ to the eye. */
export function spread(numbers: readonly number[], digits = 0): string {
  const [middle, least, most] = [median(numbers), Math.min(...numbers), Math.max(...numbers)].map((number) =>
    number.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );
  return least === most ? `${middle}` : `${middle} (${least} to ${most})`;
}

/** A whole number as people read it. */
export function whole(number: number): string {
  return Math.round(number).toLocaleString("en");
}
