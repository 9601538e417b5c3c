/**
 * A whole number as people read it: `1,234`. What `toLocaleString("en")` makes of it, which has to load the
 * platform's words first.
 */
export function numberText(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
