import { randomBytes } from "node:crypto";
import { HUB_SECRET_KEY } from "../representation/storage-key.ts";
import type { Store } from "../store/store.ts";

/** The secret of a site's own hub; null where it has none. */
export async function readHubSecret(store: Store): Promise<string | null> {
  const stored = await store.get(HUB_SECRET_KEY);
  return stored === null ? null : new TextDecoder().decode(stored.value);
}

/** The secret of a site's own hub, made and kept where there is none: from then on there is a hub. */
export async function keepHubSecret(store: Store): Promise<string> {
  const known = await readHubSecret(store);
  if (known !== null) return known;
  const secret = randomBytes(32).toString("hex");
  await store.put([{ key: HUB_SECRET_KEY, value: new TextEncoder().encode(secret), metadata: null }]);
  return secret;
}
