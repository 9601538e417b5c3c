/** What became of a text that a person wrote: the value that it means, or how to write it right. */
export type Checked<T> =
  | { readonly kind: "accepted"; readonly value: T }
  | { readonly kind: "rejected"; readonly fix: string };

/** A text that can be used. */
export function accepted<T>(value: T): Checked<T> {
  return { kind: "accepted", value };
}

/** A text that cannot be used. `fix` is half a sentence, such as "write it in one line". */
export function rejected<T>(fix: string): Checked<T> {
  return { kind: "rejected", fix };
}
