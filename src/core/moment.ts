/** The first moment of a day `YYYY-MM-DD`, ISO 8601 in UTC. */
export const startOfDay = (day: string): string => `${day}T00:00:00.000Z`

/** The last moment of a day `YYYY-MM-DD` that a journal can tell. */
export const endOfDay = (day: string): string => `${day}T23:59:59.999Z`

/** The last moment that a journal can tell before another: it counts milliseconds. */
export const momentBefore = (moment: string): string => new Date(new Date(moment).getTime() - 1).toISOString()

/** Day and minute of a moment, as a journal prints them. */
export const dayOf = (moment: string): string => moment.slice(0, 10)
export const minuteOf = (moment: string): string => moment.slice(11, 16)
