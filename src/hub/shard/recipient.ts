/** A subscriber who is to be sent something. */
export interface Recipient {
  readonly id: number;
  readonly callback: string;
  readonly secret: string | null;
  /** The edition it has; 0 where none is sure to have come. */
  readonly had: number;
  /** How often the edition that is sent now was tried. */
  readonly attempts: number;
}

/** What came of a delivery. */
export type Outcome =
  | { readonly kind: "delivered"; readonly to: Recipient }
  /** 410: the subscriber has ended its subscription (WebSub §7). */
  | { readonly kind: "gone"; readonly to: Recipient }
  | { readonly kind: "failed"; readonly to: Recipient; readonly reason: string };
