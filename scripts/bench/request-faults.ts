import type { Fault, Seen } from "../../tests/stand-in/cloudflare-stand-in.ts";

/** Tells what goes wrong with a request; null where nothing does. */
export type RequestFaults = (seen: Seen, index: number) => Fault | null;

/**
 * One fault in each hundred requests, and so at least one in all, at a place that chance picks among
 * the `expected` requests. Faults are taken from the deck, which goes round.
 */
export function oneInAHundred(
  chance: () => number,
  expected: number,
  deal: () => Fault | null,
): RequestFaults {
  let wrong = -1;
  return (_, index) => {
    if (index % 100 === 0) {
      const among = Math.min(100, Math.max(1, expected - index));
      wrong = index + Math.floor(chance() * among);
    }
    return index === wrong ? deal() : null;
  };
}

/** Each fault once, at every second bulk request. */
export function eachOnce(faults: readonly Fault[]): RequestFaults {
  let bulks = 0;
  return ({ path }) => {
    if (!path.endsWith("/bulk")) return null;
    const at = bulks++;
    return at % 2 === 1 ? (faults[(at - 1) / 2] ?? null) : null;
  };
}

/** Deals faults one after the other, and begins again at the end. */
export function dealer(faults: readonly Fault[]): () => Fault | null {
  let dealt = 0;
  return () => faults[dealt++ % faults.length] ?? null;
}
