import type { Problem } from "../article/problem.ts";
import { SETTINGS_FILE } from "../article/site.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { harmOf } from "../publish/harm.ts";
import type { BakeFlags } from "./bake-flags.ts";
import { Refusal } from "./refusal.ts";
import { plural } from "./report.ts";

/** Throws `Refusal` where a problem is an error, unless `--skip-invalid` leaves its article out. */
export function refuseErrors(
  problems: readonly Problem[],
  { skipInvalid }: Pick<BakeFlags, "skipInvalid">,
): void {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  if (problems.some(({ file, severity }) => file === SETTINGS_FILE && severity === "error")) {
    throw new Refusal(`fix ${SETTINGS_FILE} first: its errors affect every article`);
  }
  if (errors > 0 && !skipInvalid) {
    throw new Refusal(
      `fix the ${plural(errors, "error")} above, or leave those articles out with --skip-invalid`,
    );
  }
}

/** Throws `Refusal` where a publish would take much away, unless a flag says that it is meant. */
export function refuseHarm(
  before: Ledger,
  next: Ledger,
  { allowEmpty, allowDeletions }: Pick<BakeFlags, "allowEmpty" | "allowDeletions">,
): void {
  const harm = harmOf(before, next);
  if (harm === "emptied" && !allowEmpty) {
    throw new Refusal(
      "the folder has no articles to publish; name another with --content, or pass --allow-empty",
    );
  }
  if (typeof harm === "object" && !allowDeletions) {
    throw new Refusal(
      `${harm.lost} of ${harm.of} articles would disappear; pass --allow-deletions if that is intended`,
    );
  }
}
