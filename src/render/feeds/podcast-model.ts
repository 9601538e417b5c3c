/** A duration as feeds tell it: in whole seconds, and never none for a sound that there is. */
export function wholeSeconds(seconds: number): number {
  return seconds > 0 ? Math.max(1, Math.round(seconds)) : 0;
}

/** What an article tells of the episode that it brings. */
export interface PodcastEpisode {
  readonly durationSeconds: number | null;
  readonly explicit: boolean | null;
  readonly season: number | null;
  readonly number: number | null;
  readonly transcripts: readonly {
    readonly url: string;
    readonly type: string;
    readonly language: string | null;
  }[];
  readonly chapters?: string;
  readonly image?: string;
}
