import type { ChannelKind, NamedChannel } from "../../article/named-channel.ts";
import { onceEach } from "../../article/once-each.ts";
import type { ChannelName, GatheredWords } from "../../render/channels/channel-names.ts";
import { channelFinder, channelNames } from "../../render/channels/channel-names.ts";

/**
 * Tells in which channels of some kinds an article is, by their positions in the list of all. Articles that
 * have the same names of these kinds are told the same list.
 */
export function channelPositions(
  channels: readonly NamedChannel[],
  kinds: ReadonlySet<ChannelKind>,
): (words: GatheredWords) => readonly number[] {
  const find = channelFinder(channels);
  const positions = new Map(channels.map((channel, position) => [channel, position]));
  const positionsOf = (names: readonly ChannelName[]): readonly number[] => {
    const found = new Set<number>();
    for (const { kind, name } of names) {
      const channel = find(kind, name);
      const position = channel === null ? undefined : positions.get(channel);
      if (position !== undefined) found.add(position);
    }
    return [...found];
  };
  const told = onceEach((section: string | null) =>
    onceEach((authors: GatheredWords["authors"]) =>
      onceEach((language: string) =>
        onceEach((tags: GatheredWords["tags"]) =>
          positionsOf(channelNames({ section, tags, authors, language })),
        ),
      ),
    ),
  );
  const none = { section: null, authors: [], language: "", tags: [] } as const;
  const isAsked = (kind: ChannelKind) => kinds.has(kind);
  const [hasSections, hasAuthors, hasLanguages, hasTags] = [
    isAsked("section"),
    isAsked("author"),
    isAsked("language"),
    isAsked("tag"),
  ];
  return ({ section, authors, language, tags }) =>
    told(hasSections ? section : none.section)(hasAuthors ? authors : none.authors)(
      hasLanguages ? language : none.language,
    )(hasTags ? tags : none.tags);
}
