/** How many requests a worker may have open at a time (https://developers.cloudflare.com/workers/platform/limits/). */
const WIDTH = 6;

/** Does work on every item, six at a time; gives the results in the order of the items. */
export async function inLanes<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const lane = async () => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: WIDTH }, lane));
  return results;
}
