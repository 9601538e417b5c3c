import type { Problem } from "../article/problem.ts";
import type { ArticleRecord } from "../ledger/ledger.ts";

/**
 * Says whose file asks for an address where a document of the site stands, such as a tag's page: by
 * its permalink, or by an alias. The one who asked for it by neither is site.toml, with a redirect.
 */
export function addressClash(address: string, records: readonly ArticleRecord[]): Problem {
  const owner = records.find((record) => record.address === address);
  const former = records.find(({ earlier }) => earlier.includes(address));
  return {
    file: owner?.path ?? former?.path ?? "site.toml",
    line: null,
    severity: owner ? "error" : "warning",
    message: owner
      ? `asks for the address ${address}, where a page or feed of the site stands; give it another permalink or slug`
      : `wants ${address} to lead elsewhere, but a page or feed of the site stands there and stays; remove the alias or redirect`,
  };
}
