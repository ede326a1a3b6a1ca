import { formBreaches, nameBreaches, sizeBreaches } from './walls/form.ts'
import { modulesOf, type Breach, type Sources } from './walls/house.ts'
import { cycleBreaches, importBreaches } from './walls/imports.ts'
import { platformBreaches } from './walls/platform.ts'

/** Every place where `sources` break a rule of the house. Reads nothing from disk, so that a test can plant a breach. */
export const breachesOf = (sources: Sources): readonly Breach[] => {
  const modules = modulesOf(sources)
  return [importBreaches, cycleBreaches, platformBreaches, sizeBreaches, nameBreaches, formBreaches].flatMap((check) =>
    check(modules),
  )
}
