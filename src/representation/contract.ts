/**
 * Versions of the agreement between bake and edge; the edge reads all of them. 3 has sealed states and
 * articles for programs, 4 a bucket.
 */
export const CONTRACT_VERSIONS: readonly unknown[] = [1, 2, 3, 4];

/** The newest version of the agreement between bake and edge. */
export const CONTRACT_VERSION = 4;

/** The version that values have which need no newer one. That of 1, which had no item index, is read alone. */
export const LOWEST_WRITTEN = 2;
