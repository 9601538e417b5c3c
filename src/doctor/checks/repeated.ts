/** What stands more than once in a list, each once, in the order of its second time. */
export function repeated(list: readonly string[]): string[] {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const one of list) {
    if (seen.has(one)) again.add(one);
    seen.add(one);
  }
  return [...again];
}
