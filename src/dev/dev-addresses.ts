/**
 * Where dev's own files stand. No document of a site can be there: a path with an empty segment is
 * never a key (`src/representation/storage-key.ts`).
 */
const BASE = "/feedwright-dev//";

/** Dev's own addresses. */
export const DEV_ADDRESS = {
  script: `${BASE}live.js`,
  overlay: `${BASE}overlay.js`,
  stylesheet: `${BASE}overlay.css`,
  events: `${BASE}events`,
} as const;
