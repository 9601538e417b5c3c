import type { Media } from "../../article/media.ts";
import { contentPath } from "../../article/values.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { PictureUse } from "../../pictures/recipes.ts";
import { siteIcon, withIcon } from "../../pictures/site-icon.ts";
import type { PicturedMedia } from "../../pictures/with-pictures.ts";
import { withPictures } from "../../pictures/with-pictures.ts";
import type { BakeFlags } from "../flags/bake-flags.ts";
import type { Progress } from "../reports/progress.ts";
import { Refusal } from "../reports/refusal.ts";
import { plural } from "../reports/report.ts";
import type { Content } from "./read-content.ts";

type PicturedContent = Pick<Content, "folder" | "cache" | "episodeArt" | "expiring" | "showsIcon">;

/** Finds or makes what is published of the pictures of a folder. Throws `Refusal` where nothing can make them. */
export async function sitePictures(
  { folder, cache, episodeArt, expiring, showsIcon }: PicturedContent,
  { documents }: Pick<Ledger, "documents">,
  { renewPictures = false }: Pick<BakeFlags, "renewPictures">,
  progress: Progress,
): Promise<PicturedMedia> {
  const { images, icon, podcast } = folder.site;
  const pathOf = (setting: string | null | undefined) => contentPath(setting ?? "");
  const [iconPath, coverPath] = [pathOf(icon), pathOf(podcast?.image)];
  const useOf = ({ path }: Media): PictureUse | null => {
    if (path === coverPath) return "cover";
    if (path === iconPath && !showsIcon) return null;
    if (episodeArt.has(path)) return "episode";
    return images === "original" ? "original" : "article";
  };
  let isTold = false;
  const tell = (done: number, total: number) => {
    if (!isTold) progress.stage(`Resizing ${plural(total, "picture")}`);
    isTold = true;
    progress.count(done, total);
  };
  const shared = { published: documents, folders: cache.pictures, renew: renewPictures };
  const iconFile = folder.media.find(({ path, type }) => path === iconPath && type.startsWith("image/"));
  try {
    const found = iconFile
      ? await siteIcon(iconFile, { ...shared, isShown: showsIcon || iconPath === coverPath })
      : null;
    const pictured = await withPictures(folder.media, {
      ...shared,
      useOf,
      needsBytes: ({ path }) => expiring.has(path),
      progress: tell,
    });
    if (found === null) return pictured;
    return {
      ...pictured,
      media: pictured.media.map((one) => (one.path === iconPath ? withIcon(one, found.icon) : one)),
      problems: [...found.problems, ...pictured.problems],
      made: found.made + pictured.made,
    };
  } catch (cause) {
    if (cause instanceof Error && cause.name === "NoSharpError") throw new Refusal(cause.message, { cause });
    throw cause;
  }
}
