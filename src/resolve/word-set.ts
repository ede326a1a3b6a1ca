/** The words of a list written out with blanks or lines between them. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u).filter((word) => word !== ''))
