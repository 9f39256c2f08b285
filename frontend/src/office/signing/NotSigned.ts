/** The officer closed what asked him to sign: nothing happened, and there is nothing to tell. */
export class NotSigned extends Error {}

/** What went wrong, for whoever is to be told. */
export const unlessNotSigned = (error: Error | null) => (error instanceof NotSigned ? null : error);
