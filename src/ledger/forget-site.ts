import type { DocumentRecord, Ledger } from "./ledger.ts";
import { EMPTY_LEDGER } from "./ledger.ts";

/**
 * What is left of a ledger for a site that takes another's place: ids, addresses and dates are
 * forgotten. Editions go on, since subscribers may poll the same feed addresses, and every document is
 * to be written anew or deleted: `unknown` is the digest that none has.
 */
export function forgetSite({ edition, documents, sealed = [] }: Ledger, unknown: string): Ledger {
  const forgotten = (record: DocumentRecord): DocumentRecord => ({ ...record, digest: unknown });
  return {
    ...EMPTY_LEDGER,
    edition,
    documents: new Map(
      [...sealed.flatMap((change) => change.documents), ...documents].map(([key, record]) => [
        key,
        forgotten(record ?? { digest: unknown, edition }),
      ]),
    ),
  };
}
