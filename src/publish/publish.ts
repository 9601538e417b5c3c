import type { Store } from "../store/store.ts";
import type { Plan } from "./plan.ts";

/** Told now and then how far a publish is. */
export type PublishProgress = (done: number, total: number) => void;

/** Carries a plan out: puts in their order, then deletions. */
export async function publish(plan: Plan, store: Store, progress: PublishProgress): Promise<void> {
  const total = plan.put.length + plan.delete.length;
  if (plan.put.length > 0) await store.put(plan.put, (done) => progress(done, total));
  if (plan.delete.length > 0)
    await store.delete(plan.delete, (done) => progress(plan.put.length + done, total));
}
