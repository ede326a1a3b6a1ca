const DAY = /^\d{4}-\d{2}-\d{2}$/u

/** Whether a text is a day of the calendar, `YYYY-MM-DD`: 2024-02-30 is none. */
export const isDay = (text: string): boolean => {
  if (!DAY.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
