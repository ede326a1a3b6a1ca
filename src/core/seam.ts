/**
 * Every value that goes from one room to the next passes here. It does nothing; the suite's second run puts a deep-frozen JSON copy in
 * its place, so that a room that changes what it was given, or hands on what is not plain JSON, fails.
 */
export const seam = <T>(value: T): T => value
