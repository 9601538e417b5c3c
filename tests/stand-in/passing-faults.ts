import type { Fault } from "./cloudflare-stand-in.ts";

/** Every fault that passes, but silence, which would only cost time. */
export const PASSING_FAULTS: readonly Fault[] = [
  { kind: "status", status: 429, retryAfter: "0" },
  { kind: "status", status: 429 },
  { kind: "status", status: 500 },
  { kind: "status", status: 503, retryAfter: "0" },
  { kind: "status", status: 524 },
  { kind: "reset" },
  { kind: "reset after" },
  { kind: "cut answer" },
  { kind: "garbage" },
  { kind: "partial", every: 2 },
  { kind: "partial", every: 7 },
];
