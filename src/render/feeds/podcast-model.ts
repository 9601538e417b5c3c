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
