import type { Problem } from "../article/problem.ts";
import { SETTINGS_FILE } from "../article/site.ts";
import type { ArticleRecord } from "../ledger/ledger.ts";

/**
 * Says whose file asks for an address where a document of the site stands, such as a tag's page: by
 * its permalink, or by an alias. The one who asked for it by neither is site.toml, with a redirect.
 */
export function addressClash(address: string, records: readonly ArticleRecord[]): Problem {
  const owner = records.find((record) => record.address === address);
  const former = records.find(({ earlier }) => earlier.includes(address));
  return {
    file: owner?.path ?? former?.path ?? SETTINGS_FILE,
    line: null,
    severity: owner ? "error" : "warning",
    message: owner
      ? `asks for the address ${address}, which belongs to a page or feed of the site; give it another permalink or slug`
      : `redirects ${address}, which belongs to a page or feed of the site; remove the alias or redirect`,
  };
}
