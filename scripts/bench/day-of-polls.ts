/** Minutes of the day, and between two looks at who polls now. */
const DAY_MINUTES = 1440;
const STEP_MINUTES = 10;

/** Minutes of the day at which a new article is there. */
export const PUBLISHED_AT: readonly number[] = [200, 450, 700, 1000, 1300];

/** An answer, as far as a poll is about it. */
export interface PollAnswer {
  readonly status: number;
  /** Header fields and body, as they came over the wire. */
  readonly bytes: number;
  readonly tag: string | null;
}

/** Somebody who asks for a feed again and again. */
export interface Poller {
  readonly name: string;
  readonly intervalMinutes: number;
  /** What is sent with a poll, given the tag of the answer before. */
  readonly fields: (tag: string | null) => Readonly<Record<string, string>>;
}

/** What a day of one poller came to; the poll that subscribed is not counted. */
export interface DayOfPolls {
  readonly polls: number;
  readonly bytes: number;
  /** Answers by status. */
  readonly statuses: ReadonlyMap<number, number>;
}

/**
 * Lets pollers ask for a feed through a day with an article at each of `PUBLISHED_AT`, one after the
 * other. `publish` is told how many of these articles are there; it is called with 0 first.
 */
export async function pollForADay<P extends Poller>(
  pollers: readonly P[],
  publish: (articles: number) => Promise<void>,
  poll: (fields: Readonly<Record<string, string>>) => Promise<PollAnswer>,
): Promise<ReadonlyMap<P, DayOfPolls>> {
  await publish(0);
  const tags = new Map<P, string | null>();
  for (const poller of pollers) tags.set(poller, (await poll(poller.fields(null))).tag);
  const answers = new Map<P, PollAnswer[]>(pollers.map((poller) => [poller, []]));
  for (let minute = STEP_MINUTES; minute <= DAY_MINUTES; minute += STEP_MINUTES) {
    const article = PUBLISHED_AT.indexOf(minute);
    if (article !== -1) await publish(article + 1);
    for (const poller of pollers.filter(({ intervalMinutes }) => minute % intervalMinutes === 0)) {
      const answer = await poll(poller.fields(tags.get(poller) ?? null));
      answers.get(poller)?.push(answer);
      tags.set(poller, answer.tag);
    }
  }
  return new Map([...answers].map(([poller, list]) => [poller, sumAnswers(list)]));
}

function sumAnswers(answers: readonly PollAnswer[]): DayOfPolls {
  const statuses = new Map<number, number>();
  for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  return { polls: answers.length, bytes: answers.reduce((sum, { bytes }) => sum + bytes, 0), statuses };
}
