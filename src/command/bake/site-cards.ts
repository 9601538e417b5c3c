import type { SocialCards } from "../../article/social-card.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import { socialCards } from "../../pictures/cards/social-cards.ts";
import { accentColours, INK, PAPER } from "../../render/pages/accent.ts";
import type { Progress } from "../reports/progress.ts";
import { Refusal } from "../reports/refusal.ts";
import { plural } from "../reports/report.ts";
import type { Content } from "./read-content.ts";

/** Finds or makes the cards of a site that asks for them; none where it does not. Throws `Refusal` where nothing can make them. */
export async function siteCards(
  { folder, cache, cardWishes }: Pick<Content, "folder" | "cache" | "cardWishes">,
  { documents }: Pick<Ledger, "documents">,
  progress: Progress,
): Promise<SocialCards> {
  if (cardWishes.length === 0) return new Map();
  const { title, accent } = folder.site;
  let isTold = false;
  const { read, write } = cache.pictures;
  try {
    return await socialCards(cardWishes, {
      dress: { siteTitle: title, paper: PAPER.light, ink: INK.light, accent: accentColours(accent).light },
      published: documents,
      folders: { read: read.map(cardsBeside), write: cardsBeside(write) },
      progress: (done, total) => {
        if (!isTold) progress.stage(`Drawing ${plural(total, "card")}`);
        isTold = true;
        progress.count(done, total);
      },
    });
  } catch (cause) {
    if (cause instanceof Error && cause.name === "NoSharpError") throw new Refusal(cause.message, { cause });
    throw cause;
  }
}

/** Cards wait beside pictures, which are swept by other originals. */
function cardsBeside(folder: string): string {
  return `${folder}-of-headlines`;
}
