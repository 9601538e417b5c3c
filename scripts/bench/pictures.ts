import { appendFileSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { corpus, writeBenchSite } from "./corpus.ts";
import { inFolder } from "./in-folder.ts";
import { runOnce } from "./measure.ts";
import { makePhotographs } from "./photographs.ts";
import type { PictureBake } from "./picture-rows.ts";
import { pictureRows } from "./picture-rows.ts";
import { sharpAlone } from "./sharp-alone.ts";
import { whole } from "./spread.ts";
import { printTable } from "./table.ts";

const BAKE = fileURLToPath(new URL("../bake.ts", import.meta.url));
const ROUNDS = 5;
/** Between two bakes, by their clock. */
const MINUTE_MS = 60_000;

/**
 * As many articles as photographs, one in each: what the first bake takes for them, and the bakes after
 * it, beside those of the same articles without a picture.
 */
export async function benchPictures(count: number): Promise<void> {
  await inFolder(async (folder) => {
    const photographs = await makePhotographs(join(folder, "photographs"));
    const plain = bakes(join(folder, "plain"), count);
    const pictured = bakes(join(folder, "pictured"), count);
    addPictures(pictured.content, count, photographs);
    const first = { plain: plain.bake(), pictured: pictured.bake() };
    // Files that were written a moment ago are looked at again by the second one.
    for (const one of [plain, pictured]) one.bake();
    const again = Array.from({ length: ROUNDS }, () => ({ plain: plain.bake(), pictured: pictured.bake() }));
    const alone = await sharpAlone(photographs);
    printTable(
      `${whole(count)} articles with a photograph each`,
      pictureRows({ count, first, again, alone }),
    );
  });
}

/** Bakes a corpus again and again, a minute later each time by its own clock. */
function bakes(folder: string, count: number) {
  const content = join(folder, "corpus");
  mkdirSync(folder, { recursive: true });
  writeBenchSite(content, count);
  let now = Date.UTC(2026, 0, 1);
  const flags = ["--content", content, "--persist-to", join(folder, "state"), "--json"];
  const bake = (): PictureBake => {
    now += MINUTE_MS;
    const run = runOnce([process.execPath, BAKE, ...flags, "--now", new Date(now).toISOString()], folder);
    if (run === null) throw new Error("the bake failed");
    const { timingsMs, plan, media } = JSON.parse(run.stdout) as {
      readonly timingsMs: { readonly publish: number; readonly pictures: number };
      readonly plan: { readonly put: number };
      readonly media: { readonly pictures: number };
    };
    const { publish, pictures: picturesMs } = timingsMs;
    return {
      timeMs: run.timeMs - publish,
      processorMs: run.processorMs ?? null,
      picturesMs,
      puts: plan.put,
      made: media.pictures,
    };
  };
  return { content, bake };
}

/** Gives each article a photograph of its own: the pixels of one of these, and other bytes behind them. */
function addPictures(content: string, count: number, photographs: readonly string[]): void {
  for (const [at, { section, slug }] of [...corpus(count)].entries()) {
    const article = join(content, section, `${slug}.md`);
    const picture = join(content, section, `${slug}.jpg`);
    copyFileSync(photographs[at % photographs.length] ?? "", picture);
    appendFileSync(picture, `photograph ${at}`);
    writeFileSync(article, `${readFileSync(article, "utf8")}\n![A photograph](${slug}.jpg)\n`);
  }
}
