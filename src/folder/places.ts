import { lstatSync, realpathSync, statSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { errorCode } from "../cache/parse-file.ts";

/** How many folders above the content folder may hold a static one. */
const MAX_PARENTS = 3;

/** What the system shows of itself as files; memory that serves as a disk is none of it. */
const SYSTEM = /^\/(?:proc|sys|dev(?!\/shm\/))(?:\/|$)/;

/** The name of what is hidden. Mounted volumes hold their files behind names of two dots. */
const HIDDEN = /^\.(?!\.)/;

/** What lies at a path once every link on the way is followed. */
export type Place =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "missing" }
  /** It is not read: the reason says where the path leads, such as "leads out of the content folder". */
  | { readonly kind: "refused"; readonly reason: string };

/**
 * Finds what lies at a path below `folder`, which is a real one. Articles, media and static files all
 * pass here: what links lead out of the folder, to what is hidden, or into the system's own trees is
 * refused. Never throws.
 */
export function placeIn(folder: string, path: string): Place {
  return placeWithin(join(folder, path), { reach: folder, from: folder, name: "the folder that it lies in" });
}

/**
 * Finds a static folder by its name: the nearest one, in the content folder or at most three above it.
 * Never throws.
 */
export function staticPlace(root: string, name: string): Place {
  const parents = Array.from({ length: MAX_PARENTS + 1 }, (_, steps) =>
    resolve(root, ...Array(steps).fill("..")),
  );
  const around = {
    reach: parents.at(-1) ?? root,
    from: root,
    name: `the ${MAX_PARENTS} folders above the content folder`,
  };
  const found = parents.map((parent) => placeWithin(join(parent, name), around));
  return found.find(({ kind }) => kind === "folder" || kind === "refused") ?? { kind: "missing" };
}

/** Whether a symbolic link lies at a path. Never throws. */
export function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

let hear: (named: string) => void = () => {};

/** Does something, and tells of each place that is looked for meanwhile, before anything at it is read. */
export function hearingPlaces<T>(heard: (named: string) => void, work: () => T): T {
  const before = hear;
  hear = heard;
  try {
    return work();
  } finally {
    hear = before;
  }
}

/** Where a path may lead. */
interface Bounds {
  readonly reach: string;
  /** The folder that it is named from; whatever its own path holds was chosen by who runs the program. */
  readonly from: string;
  /** How a sentence names `reach`. */
  readonly name: string;
}

function placeWithin(named: string, { reach, from, name }: Bounds): Place {
  hear(named);
  const refused = (reason: string): Place => ({ kind: "refused", reason });
  try {
    const path = realpathSync(named);
    const isInside = path === reach || path.startsWith(reach.endsWith(sep) ? reach : reach + sep);
    if (!isInside || path === sep || (SYSTEM.test(path) && !SYSTEM.test(from)))
      return refused(`leads out of ${name}`);
    if (namesBeyond(from, path).some((one) => HIDDEN.test(one))) return refused("leads to what is hidden");
    const stats = statSync(path);
    if (stats.isDirectory()) return { kind: "folder", path };
    return stats.isFile() ? { kind: "file", path } : refused("leads to neither a file nor a folder");
  } catch (cause) {
    const code = errorCode(cause);
    // A path with a zero in it is none.
    if (/^(?:ENOENT|ENOTDIR|ERR_INVALID_ARG_VALUE)$/.test(code)) return { kind: "missing" };
    return refused(code === "ELOOP" ? "leads back to itself" : `cannot be followed (${code})`);
  }
}

/** The names of a path from where it leaves the way to another. */
function namesBeyond(known: string, path: string): readonly string[] {
  const [before, names] = [known.split(sep), path.split(sep)];
  const at = names.findIndex((name, place) => name !== before[place]);
  return at === -1 ? [] : names.slice(at);
}
