/** Finds something once for each key, however often it is asked for. */
export function onceEach<K, T extends NonNullable<unknown> | null>(find: (key: K) => T): (key: K) => T {
  const found = new Map<K, T>();
  return (key) => {
    const known = found.get(key);
    if (known !== undefined) return known;
    const one = find(key);
    found.set(key, one);
    return one;
  };
}
