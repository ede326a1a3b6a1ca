declare const brand: unique symbol

/** `T` that cannot be mixed up with another `T`: a probability with a log odds, a source's id with a claim's. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }
