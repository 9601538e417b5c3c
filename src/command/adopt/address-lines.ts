import type { AddressReport, JudgedAddress } from "../reports/json-reports.ts";

/** Addresses that are told one by one, unless everything is asked for. */
const MOST_SHOWN = 20;

const WORDS: readonly (readonly [JudgedAddress["answer"], string])[] = [
  ["here", "answer 200, where they were"],
  ["moved", "lead to their page"],
  ["gone", "answer 410, gone on purpose"],
  ["comments", "are feeds of comments, which end"],
  ["lost", "are lost, and answer 404"],
  ["elsewhere", "are on another host, which this site never had"],
];

/** What becomes of old addresses, as people read it. */
export function addressLines(report: AddressReport, verbose: boolean): string[] {
  const { counts, addresses, redirects, remarks } = report;
  const most = verbose ? Number.POSITIVE_INFINITY : MOST_SHOWN;
  const lost = addresses.filter(({ answer }) => answer === "lost");
  const total = addresses.length;
  const width = total.toLocaleString("en").length;
  return [
    `${total.toLocaleString("en")} old ${total === 1 ? "address" : "addresses"}:`,
    ...WORDS.filter(([answer]) => counts[answer] > 0).map(
      ([answer, words]) => `  ${counts[answer].toLocaleString("en").padStart(width)}  ${words}`,
    ),
    ...remarks.map((remark) => `The list ${remark}.`),
    ...(verbose
      ? addresses.flatMap(({ address, to }) => (to === undefined ? [] : `  ${address} leads to ${to}`))
      : []),
    ...lost.slice(0, most).map(({ address, hits, nearest }) => {
      const asked = hits > 1 ? ` (${hits.toLocaleString("en")} times)` : "";
      return `  lost: ${address}${asked}${nearest === undefined ? "" : `, nearest: ${nearest}`}`;
    }),
    ...rest(lost.length, most),
    ...(redirects.length > 0
      ? [
          `Look at these, and add what is right to [redirects] in site.toml:`,
          ...redirects.slice(0, most).map((line) => `  ${line}`),
          ...rest(redirects.length, most),
        ]
      : []),
  ];
}

function rest(count: number, most: number): string[] {
  return count > most ? [`  … and ${(count - most).toLocaleString("en")} more; --verbose shows them`] : [];
}
