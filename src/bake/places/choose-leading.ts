import type { NamedChannel } from "../../article/named-channel.ts";
import { gatherWords } from "../../ledger/gather-words.ts";
import type { Identification } from "../../ledger/identification.ts";
import { keepsLeading, leadingSections } from "../../ledger/leading-sections.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import { channelFinder } from "../../render/channels/channel-names.ts";

/** Chooses the sections that the head of every page names, by what was chosen before and by who has how many articles. */
export function chooseLeading(
  { leadingSections: chosen }: Pick<Ledger, "leadingSections">,
  identified: Identification,
  channels: readonly NamedChannel[],
): readonly string[] {
  const { articles, staying } = identified;
  const members = staying.list.length + articles.filter(({ source }) => !source.page).length;
  if (chosen !== undefined && keepsLeading(chosen, members)) return chosen;
  const find = channelFinder(channels);
  const counts = new Map<NamedChannel, number>();
  gatherWords(identified)(({ section }) => {
    const channel = section === null ? null : find("section", section);
    if (channel !== null) counts.set(channel, (counts.get(channel) ?? 0) + 1);
  });
  const sections = channels.flatMap((channel) => {
    const articles = counts.get(channel);
    return articles === undefined ? [] : { channel, articles };
  });
  return leadingSections(chosen, sections, members);
}
