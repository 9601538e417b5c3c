import { isoOf } from "../../article/instant.ts";
import type { Problem, Severity } from "../../article/problem.ts";
import type { Site } from "../../article/site.ts";
import { SETTINGS_FILE } from "../../article/site.ts";
import { isNobodys, isShared } from "../../ledger/authority.ts";
import type { Identification } from "../../ledger/identification.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import { isNeverServed, isOwnAddress } from "../../representation/own-addresses.ts";
import { numberedSlugs } from "../places/numbered-slugs.ts";

/** What a publisher should know of how the sources became articles. */
export function identityProblems(
  identification: Identification,
  site: Site,
  before: Ledger,
  authority: string,
): Problem[] {
  const { articles, clashes, lateIds, lateDates, lateUpdates } = identification;
  const problem = (file: string, severity: Severity, message: string): Problem => ({
    file,
    line: null,
    severity,
    message,
  });
  const ofIds =
    site.authority === null
      ? authorityNotice(before.authority, authority)
      : takenAuthorityNotice(before.authority, authority);
  return [
    ...(ofIds === null ? [] : [problem(SETTINGS_FILE, "notice", ofIds)]),
    ...clashes.map(({ source, with: other }) =>
      problem(source.path, "error", `has the same id as ${other}; give one of them an id: of its own`),
    ),
    ...lateIds.map(({ source, record }) =>
      problem(
        source.path,
        "warning",
        `asks for the id ${source.id}, but was published as ${record.id}, which stays; write that id, or remove id:`,
      ),
    ),
    ...articles
      .filter(({ source, record }) => source.permalink !== null && source.permalink !== record.address)
      .map(({ source, record }) =>
        problem(
          source.path,
          "warning",
          `asks for the address ${source.permalink}, ${isOwnAddress(source.permalink ?? "") ? "where the site keeps its own pages and feeds" : "which is taken"}; it has ${record.address}. Give it a path of its own`,
        ),
      ),
    ...articles.flatMap(({ source, record }) =>
      source.aliases
        .filter(
          (alias) => isNeverServed(alias) || (alias !== record.address && !record.earlier.includes(alias)),
        )
        .map((alias) =>
          problem(
            source.path,
            "warning",
            `has the alias ${alias}, ${isOwnAddress(alias) ? "where the site keeps its own pages and feeds" : "which is another article's"}; remove it`,
          ),
        ),
    ),
    ...undated(identification, site, before),
    ...numberedSlugs(identification, site),
    ...lateUpdates.map(({ source }) =>
      problem(
        source.path,
        "warning",
        `says it was updated at ${isoOf(source.updated ?? 0)}, which is in the future, so that does not count yet; correct it`,
      ),
    ),
    ...lateDates.map(({ source, record }) =>
      problem(
        source.path,
        "warning",
        `is dated in the future, but is already published; it keeps ${isoOf(record.published)}`,
      ),
    ),
  ];
}

/** So many new articles at once come from an archive. */
const MANY = 5;

/**
 * Says, once and together, that articles are published as of now for want of a date. Of a few
 * nothing is said: news are dated by their publication.
 */
function undated({ articles }: Identification, { habits }: Site, before: Ledger): Problem[] {
  const fresh = articles.filter(
    ({ source, record }) =>
      source.published === null && !source.page && record.ordinal >= before.articles.length,
  );
  const [one, ...others] = fresh;
  if (one === undefined || fresh.length < MANY) return [];
  const ways = habits.dates === null ? `, or dates = "git" to ${SETTINGS_FILE}` : "";
  return [
    {
      file: one.source.path,
      line: null,
      severity: "notice",
      message: `and ${others.length.toLocaleString("en")} other articles have no date, so that of this first publication counts; add date: to each${ways}`,
    },
  ];
}

/** What the publisher of a site without an authority of its own should know of its ids; null where it is nothing new. */
function authorityNotice(before: string | null, authority: string): string | null {
  if (isShared(authority)) {
    return `names no authority, so ids begin with "tag:${authority}", as those of other sites may; what is published keeps its ids, and with an authority such as "quay.example,2026" new articles get ids that are nobody else's`;
  }
  if (before !== null) return null;
  return isNobodys(authority)
    ? `names neither url nor authority, so ids begin with "tag:${authority}"; set both before others read the site, since ids stay as they are`
    : `names no authority, so ids begin with "tag:${authority}" from now on; add authority = "${authority}" to pin them`;
}

/** What is told where a site that was tried out under nobody's name takes an authority; null where it has none of that. */
function takenAuthorityNotice(before: string | null, authority: string): string | null {
  if (before === null || before === authority || !isNobodys(before)) return null;
  return `gives new articles ids that begin with "tag:${authority}"; those published before keep theirs, which begin with "tag:${before}". If nobody reads the site yet, begin anew with --replace-site`;
}
