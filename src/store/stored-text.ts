/** A text as a column of the database holds it: half characters have no bytes in UTF-8, and U+FFFD stands there in their place. */
export const storedText = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, '\uFFFD')
