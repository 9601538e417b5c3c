import { SETTINGS_FILE } from "../../article/site.ts";
import { openFolder } from "../../folder/open-folder.ts";
import type { ExportedLedger } from "../../ledger/exported.ts";
import { LedgerFormatError } from "../../ledger/stored/format-error.ts";
import { readState } from "../../publish/stored-ledger.ts";
import { Refusal } from "../reports/refusal.ts";
import type { OpenedStore } from "../stores/open-store.ts";

/**
 * Throws `Refusal` where an exported ledger is of another site than the content that is meant, or than
 * the one that the store holds. A stored ledger that cannot be read is no hindrance: it is to be replaced.
 */
export async function refuseOtherLedger(
  { authority }: Pick<ExportedLedger, "authority">,
  { content, import: file }: { readonly content: string; readonly import: string },
  { store, place }: OpenedStore,
): Promise<void> {
  const { site } = openFolder(content, { drafts: false, verbose: false });
  if (site.authority !== null && site.authority !== authority) {
    throw new Refusal(
      `${file} is the ledger of ${authority}, and ${content} is the site of ${site.authority}, as its ${SETTINGS_FILE} says; name the content that belongs to the ledger with --content`,
    );
  }
  const held = await heldAuthority(store);
  if (held !== null && held !== authority) {
    throw new Refusal(
      `${place.name} holds the site of ${held}, and ${file} is the ledger of ${authority}; name another store${place.flag}, or pass --replace-site to put this site in its place`,
    );
  }
}

async function heldAuthority(store: OpenedStore["store"]): Promise<string | null> {
  try {
    return (await readState(store, { newestEdition: 0, pausesMs: [] })).stored.ledger.authority;
  } catch (cause) {
    if (cause instanceof LedgerFormatError) return null;
    throw cause;
  }
}
