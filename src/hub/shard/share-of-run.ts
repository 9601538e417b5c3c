import type { Recipient } from "./recipient.ts";

/**
 * What a run can send within 10 ms of CPU, in bytes; to meet a callback is as much work as 87 kB, and a
 * signature as much as what it signs (docs/performance.md has what runs took).
 */
const RUN_BYTES = 3_000_000;
const CALLBACK_BYTES = 87_000;

/** The first recipients, as many as a run can serve by what each is sent: one at least, where there is one. */
export function shareOfRun<To extends Pick<Recipient, "secret">>(
  recipients: readonly To[],
  bodyBytes: (to: To) => number,
): To[] {
  let left = RUN_BYTES;
  return recipients.filter((to, at) => {
    left -= CALLBACK_BYTES + bodyBytes(to) * (to.secret === null ? 1 : 2);
    return left >= 0 || at === 0;
  });
}
