import type { PictureFile } from "./media.ts";

/** Of which headline a card is to be made. */
export interface CardWish {
  readonly title: string;
  /** The headline as pages set it. */
  readonly headline: string;
  /** Whether its bytes may be needed though the store has them: where its article goes by itself. */
  readonly needsBytes: boolean;
}

/** The cards of a site's headlines, by headline. Those in scripts that the font lacks have none. */
export type SocialCards = ReadonlyMap<string, PictureFile>;
