import { join } from "node:path";
import { expect, test } from "vitest";
import type { BakeReport, LedgerReport } from "../../src/command/reports/json-reports.ts";
import { runHere } from "../command/run-here.ts";
import { temporaryFolder } from "../content-folder.ts";
import { adoptReport, fileOf } from "./adopt/adopt-here.ts";
import { importHere } from "./import-here.ts";
import { dot, oldServer } from "./old-server.ts";
import type { WordpressItem } from "./wordpress-export.ts";
import { wordpressExport } from "./wordpress-export.ts";

const COUNT = 12;

/** Posts in all forms that WordPress has had, each with links, a picture and characters that Markdown minds. */
function posts(origin: string): WordpressItem[] {
  return Array.from({ length: COUNT }, (_, at) => {
    const id = at + 1;
    const month = String(id).padStart(2, "0");
    const next = `${origin}/2023/${String((id % COUNT) + 1).padStart(2, "0")}/post-${(id % COUNT) + 1}/`;
    const words = `Tide *${id}* is_low &amp; [1] #2: <a href="${next}">next</a>`;
    const picture = `<img src="${origin}/uploads/${id}.png" alt="Lock ${id}" />`;
    return {
      id,
      link: `${origin}/2023/${month}/post-${id}/`,
      date: `2023-${month}-15 09:00:07`,
      dateGmt: `2023-${month}-15 09:00:07`,
      categories: [["category", "tides", "Tides"]],
      content:
        at % 2 === 0
          ? `<!-- wp:paragraph --><p>${words}</p><!-- /wp:paragraph --><!-- wp:image --><figure class="wp-block-image">${picture}<figcaption>A lock</figcaption></figure><!-- /wp:image -->`
          : `${words}\n\n[caption width="9"]${picture} A lock[/caption]\n\nEnd`,
    };
  });
}

test("a site that moved in bakes without a problem, with every id, date, address and picture it had", async () => {
  const { origin } = await oldServer(() =>
    Object.fromEntries(Array.from({ length: COUNT }, (_, at) => [`/uploads/${at + 1}.png`, dot(at)])),
  );
  const { into, report } = await importHere(wordpressExport(posts(origin), origin), {
    flags: ["--site", origin],
  });
  expect(report).toMatchObject({
    posts: COUNT,
    asHtml: 0,
    problems: [],
    media: { fetched: COUNT, gone: [] },
  });
  const place = ["--content", into, "--persist-to", join(temporaryFolder(), "state")];
  const baked: BakeReport = JSON.parse((await runHere("bake", [...place, "--json", "--verbose"])).stdout);
  expect(baked.articles).toBe(COUNT);
  expect(baked.problems.filter(({ severity }) => severity !== "notice")).toEqual([]);
  const { articles }: LedgerReport = JSON.parse((await runHere("ledger", [...place, "--json"])).stdout);
  expect(articles.map(({ id, address, published }) => ({ id, address, published }))).toEqual(
    posts(origin).map(({ id, link = "" }, at) => ({
      id: `${origin}/?p=${id}`,
      address: new URL(link).pathname,
      published: Date.UTC(2023, at, 15, 9, 0, 7) / 1000,
    })),
  );
  const list = fileOf("/uploads/3.png\n/uploads/none.png\n", "list.txt");
  const { addresses } = await adoptReport(into, [], ["--addresses", list]);
  expect(addresses?.addresses).toMatchObject([
    { address: "/uploads/3.png", answer: "moved", to: expect.stringMatching(/^\/media\/[\da-f]{20}\.png$/) },
    { address: "/uploads/none.png", answer: "lost" },
  ]);
});
