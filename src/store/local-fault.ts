/** What helps where a store cannot be read any more; the ledger comes before the bake, which would make ids anew. */
const WAY_OUT =
  "move that folder away and bake again; if its site is published, first restore the ledger with " +
  "ledger --import FILE";

/** What SQLite, workerd and the system say of a fault, and what that means to a person. */
const MEANINGS: readonly (readonly [RegExp, (place: string) => string])[] = [
  [
    /SQLITE_FULL|disk is full|ENOSPC|EDQUOT|No space left/i,
    (place) => `the disk that holds ${place} is full; make room, then run it again`,
  ],
  [
    /SQLITE_IOERR|\bEIO\b/,
    (place) =>
      `the disk that holds ${place} cannot be read or written; look after it, or name another folder with --persist-to`,
  ],
  [
    /SQLITE_READONLY|readonly database|EROFS|EACCES|EPERM|Read-only file system|Permission denied/i,
    (place) =>
      `${place} is read-only, or belongs to another user; make it writable, or name another folder with --persist-to`,
  ],
  [
    /SQLITE_BUSY|SQLITE_LOCKED|database is locked/i,
    (place) => `another process writes to the store in ${place}; end that one, or wait until it is done`,
  ],
  [
    /SQLITE_CORRUPT|SQLITE_NOTADB|SQLITE_CANTOPEN|malformed|not a database/i,
    (place) => `the local store in ${place} is damaged; ${WAY_OUT}`,
  ],
  [
    /ENOTDIR|EEXIST/,
    (place) => `${place} is a file, and the store needs a folder; name another with --persist-to`,
  ],
];

/** A fault of a local store in one sentence, by what was said of it; null where that tells a person nothing. */
export function localFault(place: string, said: readonly string[]): string | null {
  const found = MEANINGS.find(([pattern]) => said.some((text) => pattern.test(text)));
  return found ? found[1](place) : null;
}

/** A fault of a local store of which nothing tells a person anything. */
export function unknownFault(place: string, what: string): string {
  return `the local store in ${place} ${what}; wait for any other bake to end and try again, or ${WAY_OUT}`;
}
