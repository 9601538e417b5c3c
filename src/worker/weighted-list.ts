/** A member of a list such as `br;q=0.8, gzip`, in lower case. */
export interface WeightedMember {
  readonly name: string;
  /** From 0 to 1; 1 where none is given. */
  readonly weight: number;
}

/** A token, `*`, or two with a slash between; parameters; among them perhaps a weight. */
const MEMBER = /^([\w!#$%&'*+.^`|~-]+(?:\/[\w!#$%&'*+.^`|~-]+)?)((?:\s*;[^;]*)*)$/;
const WEIGHT = /;\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*(?:;|$)/;
const SOME_WEIGHT = /;\s*q\s*=/;

/** Reads a list with weights (RFC 9110 §12.4.2). Members that are malformed are left out. Never throws. */
export function parseWeightedList(field: string): WeightedMember[] {
  return field
    .toLowerCase()
    .split(",")
    .flatMap((text) => {
      const [, name, parameters = ""] = MEMBER.exec(text.trim()) ?? [];
      const weight = WEIGHT.exec(parameters)?.[1];
      if (name === undefined || (weight === undefined && SOME_WEIGHT.test(parameters))) return [];
      return [{ name, weight: Number(weight ?? 1) }];
    });
}
