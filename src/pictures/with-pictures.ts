import { hash } from "node:crypto";
import { availableParallelism } from "node:os";
import type { Media, Picture, PictureFile } from "../article/media.ts";
import type { Problem } from "../article/problem.ts";
import { encodePicture } from "./encode-picture.ts";
import type { OpenPicture } from "./load-sharp.ts";
import { loadSharp, NoSharpError } from "./load-sharp.ts";
import type { PictureFolders } from "./made-files.ts";
import { MadeFiles } from "./made-files.ts";
import { pictureFault } from "./picture-fault.ts";
import type { PublishedFile } from "./published-pictures.ts";
import { pictureOf, publishedPictures } from "./published-pictures.ts";
import type { PictureUse } from "./recipes.ts";
import { RECIPES } from "./recipes.ts";

/** What pictures are made for, and what is there of them. */
export interface PictureWork {
  /** By storage key. */
  readonly published: ReadonlyMap<string, PublishedFile>;
  readonly folders: PictureFolders;
  readonly useOf: (media: Media) => PictureUse | null;
  /** Pictures that may have to be written again though the store has them: where a later state lies behind them. */
  readonly needsBytes: (media: Media) => boolean;
  /** Whether pictures that were published as they came, or by an older recipe, are made anew. */
  readonly renew: boolean;
  /** Told how many of those that have to be made are made. */
  readonly progress: (done: number, total: number) => void;
}

/** The media of a site with what is published of its pictures. */
export interface PicturedMedia {
  readonly media: readonly Media[];
  readonly problems: readonly Problem[];
  /** How many pictures were made. */
  readonly made: number;
  /** How many stay as they came, since they were published so before. */
  readonly untouched: number;
}

/** Formats that pictures are made of. A drawing (SVG) has every size already. */
const STILL = /^image\/(?:avif|gif|jpeg|png|webp)$/;

/**
 * Finds what is published of each still picture, and makes what nobody has yet, each in a thread. A
 * picture that was published as it came keeps its address and its bytes, unless it is asked to be
 * renewed. One that cannot be decoded is a problem, and no medium any more. Throws `NoSharpError`.
 */
export async function withPictures(media: readonly Media[], work: PictureWork): Promise<PicturedMedia> {
  const store = publishedPictures(work.published);
  const waiting = new MadeFiles(work.folders);
  const pictures = new Map<Media, Picture>();
  const pending: { readonly one: Media; readonly use: PictureUse }[] = [];
  let untouched = 0;
  for (const one of media) {
    const use = STILL.test(one.type) && !one.animated ? work.useOf(one) : null;
    if (use === null) continue;
    const known = work.renew || work.needsBytes(one) ? null : store.find(one.sha256, use);
    if (known !== null) pictures.set(one, known);
    else if (!work.renew && store.hasOriginal(one.address)) untouched += 1;
    else pending.push({ one, use });
  }
  const problems: Problem[] = [];
  const broken = new Set<Media>();
  const byContent = Map.groupBy(pending, ({ one, use }) => `${one.sha256} ${use}`);
  let open: Promise<OpenPicture> | null = null;
  let done = 0;
  let made = 0;
  const toPicture = async ({ one, use }: (typeof pending)[number]): Promise<Picture | null> => {
    const recipe = RECIPES[use];
    let files = waiting.find(one.sha256, recipe.name);
    if (files === null) {
      open ??= loadSharp();
      const bytes = one.read();
      if (hash("sha256", bytes, "hex") !== one.sha256) throw new Error("it changed while it was read");
      files = waiting.keep(one.sha256, recipe.name, await encodePicture(bytes, recipe, await open));
      made += 1;
    }
    const isThere = (file: PictureFile) => (work.needsBytes(one) ? null : store.file(file.address));
    return pictureOf(files.map((file) => isThere(file) ?? file));
  };
  await inThreads([...byContent.values()], async (alike) => {
    const [first] = alike;
    if (first === undefined) return;
    try {
      const picture = await toPicture(first);
      for (const { one } of alike) if (picture !== null) pictures.set(one, picture);
    } catch (cause) {
      if (isOwnFault(cause)) throw cause;
      for (const { one } of alike) {
        broken.add(one);
        problems.push({ file: one.path, line: null, severity: "warning", message: pictureFault(cause) });
      }
    }
    done += 1;
    work.progress(done, byContent.size);
  });
  waiting.sweep(media.map(({ sha256 }) => sha256));
  const all = media.flatMap((one) => (broken.has(one) ? [] : withPicture(one, pictures.get(one))));
  return { media: all, problems, made, untouched };
}

function withPicture(one: Media, picture: Picture | undefined): Media {
  if (picture === undefined) return one;
  const { address, type, width, height, sizeBytes } = picture.fallback;
  return { ...one, address, type, width, height, sizeBytes, picture };
}

/** What is no fault of the picture: sharp is missing, or the disk takes nothing. */
function isOwnFault(cause: unknown): boolean {
  return cause instanceof NoSharpError || (cause instanceof Error && "code" in cause);
}

/** Works on as many at a time as there are processors; the work itself is done in threads of libuv. */
async function inThreads<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const lane = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
}
