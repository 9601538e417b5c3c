import { CALLBACK_TIMEOUT_MS } from "./ask-callback.ts";
import { isPublicAddress } from "./public-address.ts";

/** Whom names are asked of (RFC 8484 in its JSON form). */
const RESOLVER = "https://cloudflare-dns.com/dns-query";

/** Types of records that hold addresses (RFC 1035 §3.2.2, RFC 3596 §2.1). */
const ADDRESS_TYPES: readonly unknown[] = [1, 28];

/**
 * Whether every address that a name has is on the public internet. A name may lead elsewhere a moment
 * later; Cloudflare's network then keeps a worker from private addresses. Throws where the resolver fails.
 */
export async function isPublicName(host: string): Promise<boolean> {
  const answers = await Promise.all(["A", "AAAA"].map((type) => addressesOf(host, type)));
  const addresses = answers.flat();
  return addresses.length > 0 && addresses.every(isPublicAddress);
}

async function addressesOf(host: string, type: string): Promise<string[]> {
  const answer = await fetch(`${RESOLVER}?${new URLSearchParams({ name: host, type })}`, {
    headers: { Accept: "application/dns-json" },
    signal: AbortSignal.timeout(CALLBACK_TIMEOUT_MS),
  });
  if (!answer.ok) throw new Error(`the resolver answered ${answer.status}`);
  const { Answer: records = [] } = Object(await answer.json());
  return (Array.isArray(records) ? records : [])
    .filter(({ type }) => ADDRESS_TYPES.includes(type))
    .map(({ data }) => String(data));
}
