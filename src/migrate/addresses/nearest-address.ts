import { distance } from "fastest-levenshtein";
import { percentDecoded } from "../../article/percent-decoded.ts";

/** Finds the address of the page that a lost one most likely meant; null where none is near. */
export type NearestAddress = (pathname: string) => string | null;

/** So many names are compared letter by letter for one lost address, and for so many lost ones. */
const MOST_COMPARED = 500;
const MOST_LOST = 1000;
/** Short names are near to anything. */
const LEAST_LETTERS = 5;

/** Compares the last parts of addresses: the same, then nearly the same. */
export function nearestAddress(addresses: readonly string[]): NearestAddress {
  const byName = new Map<string, string[]>();
  const byStart = new Map<string, string[]>();
  for (const address of addresses) {
    const name = nameOf(address);
    if (name === "") continue;
    push(byName, name, address);
    push(byStart, name.slice(0, 2), address);
  }
  let lost = 0;
  return (pathname) => {
    const name = nameOf(pathname);
    const [same, ...others] = byName.get(name) ?? [];
    if (same !== undefined && others.length === 0) return same;
    lost += 1;
    if (name.length < LEAST_LETTERS || lost > MOST_LOST) return same ?? null;
    let best: string | null = same ?? null;
    let least = same === undefined ? Math.max(1, Math.floor(name.length / 4)) + 1 : 0;
    for (const address of (byStart.get(name.slice(0, 2)) ?? []).slice(0, MOST_COMPARED)) {
      const other = nameOf(address);
      if (Math.abs(other.length - name.length) >= least) continue;
      const steps = distance(name, other);
      if (steps < least) [best, least] = [address, steps];
    }
    return best;
  };
}

function push(map: Map<string, string[]>, key: string, address: string): void {
  const list = map.get(key);
  if (list) list.push(address);
  else map.set(key, [address]);
}

/** The last part of an address without what generators put around it: a day, an extension, a number. */
function nameOf(address: string): string {
  const segments = percentDecoded(address)
    .normalize("NFC")
    .toLowerCase()
    .split("/")
    .filter((segment) => segment !== "" && !/^(?:index|feed|amp)(?:\.\w+)?$/.test(segment));
  const last = segments.at(-1) ?? "";
  return last
    .replace(/\.(?:html?|php|aspx?)$/, "")
    .replace(/^\d{4}-\d{2}-\d{2}-/, "")
    .replaceAll("_", "-");
}
