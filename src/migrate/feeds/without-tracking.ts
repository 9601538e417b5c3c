/** Parameters that say where a reader came from, and nothing of the page. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|ref_src)$/i;

/** An address without what counts readers. */
export function withoutTracking(address: string): string {
  const url = URL.parse(address);
  if (url === null || url.search === "") return address;
  const names = [...url.searchParams.keys()].filter((name) => TRACKING.test(name));
  if (names.length === 0) return address;
  for (const name of names) url.searchParams.delete(name);
  return url.href;
}
