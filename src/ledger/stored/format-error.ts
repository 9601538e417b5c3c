import * as v from "valibot";

/** What fixes a ledger that cannot be read. */
export const REBUILD_HINT = "rebuild it with: npm run ledger -- --rebuild";

/** A stored ledger that is damaged, half old and half new, or of another version. */
export class LedgerFormatError extends Error {
  override readonly name = "LedgerFormatError";
}

/** Refuses what another Feedwright stored, by the version that it names: throws `LedgerFormatError`. The newest is first. */
export function refuseOtherVersions(
  what: string,
  stored: unknown,
  [newest, ...older]: readonly number[],
): void {
  const { success, output } = v.safeParse(v.object({ version: v.number() }), stored);
  if (!success || output.version === newest || older.includes(output.version)) return;
  throw new LedgerFormatError(
    `${what} has version ${output.version}, but this Feedwright reads ${newest}; update Feedwright`,
  );
}
