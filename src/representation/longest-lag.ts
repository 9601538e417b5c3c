/** A location of KV may be this far behind another one, with room to spare. */
export const LONGEST_LAG_SECONDS = 600;
