import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { BakeReport, LedgerReport } from "../../src/command/reports/json-reports.ts";
import { runHere } from "../command/run-here.ts";
import { temporaryFolder } from "../content-folder.ts";
import { serveSite } from "../served-site.ts";
import { adoptReport, fileOf } from "./adopt/adopt-here.ts";
import { importHere } from "./import-here.ts";
import { oldServer } from "./old-server.ts";
import type { OldSite } from "./old-sites.ts";
import { OLD_SITES } from "./old-sites.ts";

/** Imports a site, adopts its feeds and bakes it. */
async function moved(old: OldSite) {
  const { origin } = await oldServer(old.answers);
  const source = old.source(origin) ?? `${origin}${old.feeds[0]}`;
  const { into, report } = await importHere(source, { name: old.file, flags: old.flags(origin) });
  const adopted = await adoptReport(
    into,
    old.feeds.map((path) => origin + path),
    ["--addresses", fileOf([...old.kept, ...old.comments].join("\n"), "list.txt")],
  );
  const place = ["--content", into, "--persist-to", join(temporaryFolder(), "state")];
  const baked: BakeReport = JSON.parse((await runHere("bake", [...place, "--json"])).stdout);
  return { report, adopted, baked, place };
}

describe.each(OLD_SITES)("$name", (old) => {
  test("bakes without a warning, and every old address answers within one hop", async () => {
    const { report, adopted, baked, place } = await moved(old);
    expect(report).toMatchObject({ posts: old.posts, problems: [], media: { gone: [] } });
    expect(
      adopted.feeds.map(({ taken, missing, left, otherIds }) => [taken.length, missing, left, otherIds]),
    ).toEqual(old.feeds.map(() => [old.posts, [], [], 0]));
    expect(baked.problems.filter(({ severity }) => severity !== "notice")).toEqual([]);
    expect(baked.articles).toBeGreaterThanOrEqual(old.posts);
    const { counts, addresses } = adopted.addresses ?? {};
    expect(addresses?.filter(({ answer }) => answer === "lost")).toEqual([]);
    expect(counts).toMatchObject({ comments: old.comments.length, elsewhere: 0, gone: 0 });

    const { articles }: LedgerReport = JSON.parse((await runHere("ledger", [...place, "--json"])).stdout);
    const posts = articles.filter(({ address }) => /post-\d/.test(address));
    expect(posts.map(({ published }) => published % 60)).toEqual(posts.map(() => 7));

    const site = await serveSite(place[3] ?? "");
    try {
      const answers: string[] = [];
      for (const address of old.kept) {
        const first = await fetch(site.origin + address, { redirect: "manual" });
        const location = first.headers.get("Location");
        const last =
          first.status === 301 && location !== null
            ? await fetch(new URL(location, site.origin), { redirect: "manual" })
            : first;
        if (last.status !== 200) answers.push(`${address} ${first.status} ${location} ${last.status}`);
      }
      expect(answers).toEqual([]);
      const ends = old.comments.map(async (address) => (await fetch(site.origin + address)).status);
      expect(await Promise.all(ends)).toEqual(old.comments.map(() => 410));
    } finally {
      await site.stop();
    }
  });
});
