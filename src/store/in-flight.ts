/**
 * Does the work of a list, so many at a time. After a fault nothing new begins, what is under way is
 * waited for, and the first fault is thrown.
 */
export async function inFlight<T>(
  items: Iterable<T>,
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items[Symbol.iterator]();
  const faults: unknown[] = [];
  const lane = async () => {
    for (let next = queue.next(); !next.done && faults.length === 0; next = queue.next()) {
      await work(next.value).catch((fault: unknown) => faults.push(fault));
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  if (faults.length > 0) throw faults[0];
}
