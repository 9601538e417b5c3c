import type { LookupAddress } from "node:dns";
import { lookup as lookupName } from "node:dns/promises";
import type { LookupFunction } from "node:net";
import { isIP } from "node:net";
import { FaultError } from "./fault-error.ts";
import { isPrivateAddress } from "./private-address.ts";

/** The addresses of a name. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

/** Every address that the machine's resolver knows. */
export const resolveName: Resolve = (hostname) => lookupName(hostname, { all: true });

/** Decides which addresses a visit connects to. */
export interface Guard {
  /** Refuses a host that is an address itself, and may not be met: nobody looks that up. */
  readonly admitHost: (hostname: string) => void;
  /** Resolves a name when the connection is made, so that no answer given before counts. */
  readonly lookup: LookupFunction;
}

/**
 * A guard for one visit. The first host is the one that the user named, and may have private
 * addresses; from then on no private address is met but those. A site on the public internet can
 * thus lead nobody into a private network, neither by name nor by a name that changes its address.
 * Where nobody named a host, `mayBePrivate` is false, and the first one has no such right.
 */
export function openGuard(resolve: Resolve, { mayBePrivate = true } = {}): Guard {
  let own: ReadonlySet<string> | null = mayBePrivate ? null : new Set();
  const admit = (addresses: readonly LookupAddress[]): LookupAddress[] => {
    const open = addresses.filter(({ address }) => !isPrivateAddress(address));
    own ??= new Set(open.length === 0 ? addresses.map(({ address }) => address) : []);
    const admitted = addresses.filter((one) => open.includes(one) || own?.has(one.address));
    const [first] = addresses;
    if (admitted.length > 0 || first === undefined) return admitted;
    const what = `its host is at ${first.address}, a private address that is not the site's own, so it was not asked for`;
    throw new FaultError({ kind: "private", what });
  };
  return {
    admitHost(hostname) {
      const address = hostname.replace(/^\[|\]$/g, "");
      const family = isIP(address);
      if (family !== 0) admit([{ address, family }]);
    },
    lookup(hostname, { all }, callback) {
      const found = async () => admit(await resolve(hostname));
      found().then(
        (addresses) => {
          const [first] = addresses;
          if (all) callback(null, addresses);
          else callback(null, first?.address ?? "", first?.family);
        },
        (cause) => callback(cause, ""),
      );
    },
  };
}
