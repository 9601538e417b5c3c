import type { ChannelKind, NamedChannel } from "../article/named-channel.ts";

/** A channel that articles or settings name, with the slug that its name suggests. */
export interface WantedChannel {
  readonly kind: ChannelKind;
  readonly name: string;
  /** One path segment, percent-encoded. */
  readonly suggestedSlug: string;
}

/**
 * Gives each channel its slug: the remembered one, else the suggested one, with a number behind it
 * where another name of its kind has that. What was published once stays, also when nothing names it
 * any more: readers mute a feed for ever that answers 410. New ones follow by name, so that the order
 * of articles does not matter.
 */
export function nameChannels(
  remembered: readonly NamedChannel[],
  wanted: readonly WantedChannel[],
): readonly NamedChannel[] {
  const known = new Set(remembered.map(({ kind, name }) => `${kind} ${name}`));
  const taken = new Set(remembered.map(({ kind, slug }) => `${kind} ${slug}`));
  const fresh = new Map<string, WantedChannel>();
  for (const channel of wanted) {
    const place = `${channel.kind} ${channel.name}`;
    if (!known.has(place)) fresh.set(place, channel);
  }
  if (fresh.size === 0) return remembered;
  const named = [...fresh]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { kind, name, suggestedSlug }]) => {
      const slug = freeSlug(suggestedSlug, (candidate) => taken.has(`${kind} ${candidate}`));
      taken.add(`${kind} ${slug}`);
      return { kind, name, slug };
    });
  return [...remembered, ...named];
}

/** The first of `slug`, `slug-2`, `slug-3` … that is not taken. */
export function freeSlug(slug: string, isTaken: (candidate: string) => boolean): string {
  let candidate = slug;
  for (let number = 2; isTaken(candidate); number += 1) candidate = `${slug}-${number}`;
  return candidate;
}
