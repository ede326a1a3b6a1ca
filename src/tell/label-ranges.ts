const NUMBERED = /^(\D*)(\d{1,6})$/u

/** Fewer than this stand for themselves. */
const SHORTEST_RANGE = 3

/** Whether `next` is the label after `label`: `d9`, `d10`. */
const follows = (label: string, next: string): boolean => {
  const [, prefix, number] = NUMBERED.exec(label) ?? []
  return prefix !== undefined && next === `${prefix}${Number(number) + 1}`
}

/** Labels once each with runs drawn together, in their order: "d1–d4 d7 d9". */
export const labelRanges = (labels: readonly string[]): string => {
  const runs: string[][] = []
  for (const label of new Set(labels)) {
    const run = runs.at(-1)
    if (run !== undefined && follows(run.at(-1) ?? '', label)) run.push(label)
    else runs.push([label])
  }
  return runs.map((run) => (run.length < SHORTEST_RANGE ? run.join(' ') : `${run[0] ?? ''}–${run.at(-1) ?? ''}`)).join(' ')
}
