/**
 * Finds out whether a path is excluded by a list of globs: `*` and `?` within a name, `**` over
 * folders, `{a,b}` for one of several. A glob without a slash means names at any depth, and one that
 * names a folder all that lies in it. Each sign of a path is looked at once, whatever the globs are.
 */
export function excludedBy(globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  const places: Place[] = [{ takes: null, next: [] }];
  const starts = globs.map((glob) => {
    const trimmed = glob.replace(/^\.\//, "").replace(/\/+$/, "");
    return addGlob(places, trimmed.includes("/") ? trimmed : `**/${trimmed}`, END);
  });
  // What is remembered of earlier paths makes this quick, and is bounded.
  let known = new Map<string, Look>();
  const lookAt = (numbers: readonly number[]) => {
    const key = numbers.join();
    const look = known.get(key) ?? lookOf(places, numbers);
    known.set(key, look);
    return look;
  };
  let first = lookAt(starts);
  return (path) => {
    if (known.size > MOST_LOOKS) {
      known = new Map();
      first = lookAt(starts);
    }
    let look = first;
    for (const sign of path) {
      if (look.isEnd && sign === "/") return true;
      if (look.taking.length === 0) return false;
      let next = look.after.get(sign);
      if (next === undefined) {
        next = lookAt(look.taking.flatMap((place) => (place.takes?.(sign) ? place.next : [])));
        look.after.set(sign, next);
      }
      look = next;
    }
    return look.isEnd;
  };
}

/** Where a path may stand in a glob. */
interface Place {
  /** What takes it on; null where it goes on by itself. */
  readonly takes: ((sign: string) => boolean) | null;
  /** Numbers of the places behind it. */
  readonly next: number[];
}

/** All places where a path may stand at once. */
interface Look {
  /** Those that a sign may take on. */
  readonly taking: readonly Place[];
  readonly isEnd: boolean;
  readonly after: Map<string, Look>;
}

/** The place behind a whole glob. */
const END = 0;

const MOST_LOOKS = 10_000;

/** A group of several, a mark, or a sign that stands for itself. */
const PARTS = /\{([^{}]*)\}|\*\*\/|\*+|[\s\S]/gu;

const inName = (sign: string) => sign !== "/";

/** Adds the places of a glob that ends at a place; gives the number of its first. */
function addGlob(places: Place[], glob: string, end: number): number {
  const add = (takes: Place["takes"], next: number[]) => places.push({ takes, next }) - 1;
  let behind = end;
  for (const [part, several] of [...glob.matchAll(PARTS)].reverse()) {
    if (several !== undefined) {
      const after = behind;
      behind = add(
        null,
        several.split(",").map((one) => addGlob(places, one, after)),
      );
    } else if (part === "**/") {
      const loop: number[] = [behind];
      behind = add(null, loop);
      const name: number[] = [add((sign) => sign === "/", [behind])];
      const inside = add(inName, name);
      name.push(inside);
      loop.push(inside);
    } else if (part.startsWith("*")) {
      const loop: number[] = [behind];
      behind = add(null, loop);
      loop.push(add(part === "*" ? inName : () => true, [behind]));
    } else {
      behind = add(part === "?" ? inName : (sign) => sign === part, [behind]);
    }
  }
  return behind;
}

/** The places that are reached from some without a sign. */
function lookOf(places: readonly Place[], starts: readonly number[]): Look {
  const reached = new Set(starts);
  for (const number of reached) {
    const place = places[number];
    if (place?.takes === null) for (const next of place.next) reached.add(next);
  }
  const taking = [...reached].flatMap((number) => places[number] ?? []).filter(({ takes }) => takes !== null);
  return { taking, isEnd: reached.has(END), after: new Map() };
}
