import { filesNamed } from "../../article/references.ts";
import type { Source } from "../../article/source.ts";

/** Where the picture of a source may lie that is an episode. */
export function episodeArt({ path, image, enclosures }: Source): readonly string[] {
  return image !== null && enclosures.length > 0 ? filesNamed(image.target, path) : [];
}
