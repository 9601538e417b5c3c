import { remembering } from "./remembering.ts";

/** A member of a list such as `br;q=0.8, gzip`, in lower case. */
export interface WeightedMember {
  readonly name: string;
  /** From 0 to 1; 1 where none is given. */
  readonly weight: number;
}

/** What stands before the first semicolon, and after it. */
const MEMBER = /^([^\s;]+)\s*(;.*)?$/;
const PARAMETER_Q = /;\s*q\s*=\s*([^\s;]*)/;
const WEIGHT = /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/;

/** Reads a list with weights (RFC 9110 §12.4.2). Members that are malformed are left out. Never throws. */
export const parseWeightedList = remembering((field): readonly WeightedMember[] =>
  field
    .toLowerCase()
    .split(",")
    .flatMap((member) => {
      const [, name, parameters = ""] = MEMBER.exec(member.trim()) ?? [];
      const weight = PARAMETER_Q.exec(parameters)?.[1] ?? "1";
      return name && WEIGHT.test(weight) ? [{ name, weight: Number(weight) }] : [];
    }),
);
