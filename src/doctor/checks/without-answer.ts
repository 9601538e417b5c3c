import type { Exchange, Fault } from "../visit/exchange.ts";

/** Why there is no answer, where it is for one of these reasons. */
export function withoutAnswer(
  { asked, fault }: Exchange,
  kinds: readonly Fault["kind"][],
): readonly string[] {
  if (fault === null || !kinds.includes(fault.kind)) return [];
  if (fault.kind === "broken") return [`there is no answer: ${fault.what}`];
  return fault.kind === "scheme" || fault.kind === "private"
    ? [`it leads to ${asked.url}: ${fault.what}`]
    : [fault.what];
}
