/** The keys of rows that are others than those before, and of those that are gone. */
export function changedKeys<T>(
  rows: ReadonlyMap<string, T>,
  before: ReadonlyMap<string, T>,
): readonly string[] {
  const others: string[] = [];
  let news = 0;
  for (const [key, value] of rows) {
    const known = before.get(key);
    if (known === value) continue;
    if (known === undefined) news += 1;
    others.push(key);
  }
  // Where none is gone, nobody looks for any.
  if (rows.size - news < before.size) for (const key of before.keys()) if (!rows.has(key)) others.push(key);
  return others;
}
