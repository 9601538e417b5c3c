import type { MarkPlace } from "../../../../src/source/templates/write/mark-place.ts";
import { Output } from "../../../../src/source/templates/write/output.ts";

/** What a text is in which something is put. */
export type PutIn = Partial<Pick<MarkPlace, "kind" | "isCode">>;

/** Puts something in the place of `@` in a text, and gives the whole. */
export function put(source: string, write: (place: MarkPlace) => unknown, place: PutIn = {}): string {
  const from = source.indexOf("@");
  const out = new Output(source);
  out.copy(0, from);
  const origin = "https://quay.example";
  const goesOn = write({
    out,
    source,
    from,
    to: from + 1,
    kind: "markdown",
    isCode: false,
    origin,
    ...place,
  });
  out.copy(typeof goesOn === "number" ? goesOn : from + 1, source.length);
  return out.text;
}
