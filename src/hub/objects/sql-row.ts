/** A row as the storage gives it, of the columns of `T`: what is written as an interface has no index of its own. */
export type SqlRow<T> = { [Column in keyof T]: T[Column] };
