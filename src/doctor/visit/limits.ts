const MIB = 1024 * 1024;

/** How far a visit goes, whatever it meets; docs/doctor.md tells each. */
export interface Limits {
  /** One request and the whole of its answer. */
  readonly exchangeMs: number;
  /** Answers that take longer than that, before the visit ends. */
  readonly slowAnswers: number;
  readonly visitMs: number;
  /** One body, as sent and without its content coding. */
  readonly bodyBytes: number;
  /** All bodies of a visit, without their content codings. */
  readonly visitBytes: number;
}

export const LIMITS: Limits = {
  exchangeMs: 20_000,
  slowAnswers: 2,
  visitMs: 5 * 60_000,
  bodyBytes: 16 * MIB,
  visitBytes: 96 * MIB,
};

/** A number of bytes as people say it. */
export function mebibytes(bytes: number): string {
  return `${bytes / MIB} MiB`;
}

/** A span as people say it: in seconds, or in minutes from two on. */
export function span(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  return seconds < 120 ? `${seconds} seconds` : `${seconds / 60} minutes`;
}
