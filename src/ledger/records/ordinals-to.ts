/** The ordinals of so many records. */
export function ordinalsTo(count: number): Int32Array {
  const ordinals = new Int32Array(count);
  for (let ordinal = 0; ordinal < count; ordinal += 1) ordinals[ordinal] = ordinal;
  return ordinals;
}
