/**
 * A function of texts that makes nothing twice: hundreds of sites are baked here from the same few
 * settings and articles, which nothing changes.
 */
export function once<Args extends readonly string[], T extends object>(
  make: (...args: Args) => T,
): (...args: Args) => T {
  const made = new Map<string, T>();
  return (...args) => {
    const key = JSON.stringify(args);
    const value = made.get(key) ?? make(...args);
    made.set(key, value);
    return value;
  };
}
