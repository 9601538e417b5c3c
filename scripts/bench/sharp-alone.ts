import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import sharp from "sharp";
import { RECIPES } from "../../src/pictures/recipes.ts";
import { median } from "./measure.ts";

/** Processor time a picture, in milliseconds. */
export interface SharpAlone {
  /** Four files, each made of the original as sharp's own page shows it. */
  readonly byHandMs: number;
  /** To decode an original and encode pixels that have their size already: nothing can take less. */
  readonly codecsMs: number;
}

type Way = (bytes: Uint8Array) => Promise<unknown>;

const ROUNDS = 5;
const { widths, fallbackWidth, quality } = RECIPES.article;
const WEBP = { quality, effort: 0 };

/** Measures what sharp takes for the files of these photographs with nothing of ours around it. */
export async function sharpAlone(paths: readonly string[]): Promise<SharpAlone> {
  sharp.concurrency(1);
  sharp.cache(false);
  const originals = paths.map((path) => readFileSync(path));
  const scaled = await Promise.all(originals.map(pixels));
  const byHand: number[] = [];
  const codecs: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    byHand.push(await processorMs(originals, fourFiles));
    const decoding = await processorMs(originals, decoded);
    codecs.push(decoding + (await processorMs(scaled, encoded)));
  }
  return { byHandMs: median(byHand), codecsMs: median(codecs) };
}

const fourFiles: Way = async (bytes) => {
  const at = (width: number) => sharp(bytes).autoOrient().resize({ width });
  for (const width of widths) await at(width).webp({ quality }).toBuffer();
  await at(fallbackWidth).jpeg({ quality }).toBuffer();
};

const decoded: Way = (bytes) =>
  sharp(bytes)
    .resize({ width: Math.max(...widths), kernel: "nearest" })
    .raw()
    .toBuffer();

async function encoded(files: Awaited<ReturnType<typeof pixels>>): Promise<void> {
  for (const open of files.webp) await open().webp(WEBP).toBuffer();
  await files.fallback().jpeg({ quality }).toBuffer();
}

/** The pixels of each size, to be encoded again and again. */
async function pixels(bytes: Uint8Array) {
  const at = async (width: number) => {
    const { data, info } = await sharp(bytes).resize({ width }).raw().toBuffer({ resolveWithObject: true });
    const raw = { width: info.width, height: info.height, channels: info.channels };
    return () => sharp(data, { raw });
  };
  return { webp: await Promise.all(widths.map(at)), fallback: await at(fallbackWidth) };
}

/** As many at a time as a bake has in hand: processors that share a memory hold each other up. */
async function processorMs<T>(all: readonly T[], way: (one: T) => Promise<unknown>): Promise<number> {
  const queue = all.values();
  const lane = async () => {
    for (const one of queue) await way(one);
  };
  const start = process.cpuUsage();
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / all.length;
}
