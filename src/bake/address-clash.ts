import type { Problem } from "../article/problem.ts";
import { SETTINGS_FILE } from "../article/site.ts";
import type { ArticleRecords } from "../ledger/records/article-records.ts";
import { markedIn, recordFinder } from "../ledger/records/told-records.ts";

/**
 * Says whose file asks for an address where a document of the site stands, such as a tag's page: by
 * its permalink, or by an alias. The one who asked for it by neither is site.toml, with a redirect.
 */
export function addressClash(address: string, records: ArticleRecords): Problem {
  const at = recordFinder(records, "address").find(address);
  const owner = at < 0 ? undefined : records.at(at);
  const former = Iterator.from(markedIn(records)).find(({ earlier }) => earlier.includes(address));
  return {
    file: owner?.path ?? former?.path ?? SETTINGS_FILE,
    line: null,
    severity: owner ? "error" : "warning",
    message: owner
      ? `asks for the address ${address}, which belongs to a page or feed of the site; give it another permalink or slug`
      : `redirects ${address}, which belongs to a page or feed of the site; remove the alias or redirect`,
  };
}
