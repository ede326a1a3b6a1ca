import { stat } from 'node:fs/promises'
import type { CheckedCase } from '../core/case.ts'
import { basisNow, heldTelling, holdTelling } from '../server/kept-basis.ts'
import { caseMark, caseNamed } from '../store/cases.ts'
import { hasLibrary } from '../store/library.ts'
import type { CaseChoices } from './check-options.ts'
import { atDesk, type Desk } from './desk.ts'
import { EXIT, type ExitCode, isFailure } from './exit-code.ts'
import { inLibrary, libraryFolder } from './library-option.ts'
import { progressOn } from './progress.ts'
import { languageRemark } from './reading.ts'
import { complain, refused } from './screen.ts'
import { UsageError } from './usage.ts'

const KEPT = 'case:'

const isElsewhere = async (input: string): Promise<boolean> =>
  input === '-' || /^[a-z][a-z\d+.-]*:\/\//iu.test(input) || (await stat(input).catch(() => null)) !== null

const isKept = async (name: string, choices: CaseChoices): Promise<boolean> => {
  if (!(await hasLibrary(libraryFolder(choices)))) return false
  let found = false
  await inLibrary(choices, async (library) => {
    found = (await caseMark(library, name)) !== null
    return EXIT.done
  })
  return found
}

const nameOf = async (input: string, choices: CaseChoices): Promise<string | null> => {
  if (input.startsWith(KEPT)) return input.slice(KEPT.length)
  return !(await isElsewhere(input)) && (await isKept(input, choices)) ? input : null
}

/**
 * The kept case that a command line names: `case:NAME`, or what is neither a path nor a URL and is the name of one. Null where it names
 * none. Throws where it names one among other things, or asks of it what a kept case is not asked.
 */
export const keptCaseNamed = async (inputs: readonly string[], choices: CaseChoices): Promise<string | null> => {
  const names: string[] = []
  for (const input of inputs) {
    const name = await nameOf(input, choices)
    if (name !== null) names.push(name)
  }
  const [name] = names
  if (name === undefined) {
    if (choices.known !== undefined) throw new UsageError('--known goes with a kept case: name one, as case:NAME.')
    return null
  }
  if (inputs.length > 1)
    throw new UsageError(`The kept case “${name}” is checked by itself: “hearsay case add ${name}” puts more before it.`)
  if (choices.claim !== undefined)
    throw new UsageError(`--claim does not go with a kept case: “hearsay case claim ${name} SENTENCE” adds one to it.`)
  return name
}

/** One form in which a case is told: what it is held under, and how it is made. */
export interface TellingForm {
  readonly key: string
  readonly tell: (checked: CheckedCase) => Promise<string>
}

/** What is told beside a case, on standard error. */
interface Aside {
  readonly sentences: readonly string[]
  /** Whether anything could not be had. */
  readonly failed: boolean
}

const ASIDE = 'aside'

/** Stands in a text where its bytes make no character. */
const REPLACEMENT = '\uFFFD'

const remarksOn = ({ exhibits }: CheckedCase): readonly string[] =>
  exhibits.flatMap(({ label, document }) => {
    const language = languageRemark(label, document)
    const damage = `${label} is damaged: some of its bytes are no characters, and ${REPLACEMENT} stands for them in what is quoted.`
    return [...(document.text.includes(REPLACEMENT) ? [damage] : []), ...(language === null ? [] : [language])]
  })

const asideOf = (checked: CheckedCase): Aside => {
  const { refusals, exhibits } = checked
  const failed = refusals.some(isFailure)
  const rest = exhibits.length === 1 ? 'document' : `${exhibits.length} documents`
  const restOn = failed && exhibits.length > 0 ? [`The verdicts rest on the other ${rest}.`] : []
  return { sentences: [...refusals.map(({ sentence }) => sentence), ...remarksOn(checked), ...restOn], failed }
}

interface Told {
  readonly aside: Aside
  /** In the order of the forms. */
  readonly texts: readonly string[]
}

const optionsOf = ({ readers }: Desk, { asOf, known, assume = {} }: CaseChoices) => ({
  readers,
  asOf: asOf ?? null,
  known: known ?? null,
  assume,
})

const heldIn = async ({ library }: Desk, basis: string, forms: readonly TellingForm[]): Promise<Told | null> => {
  const bodies = await Promise.all([ASIDE, ...forms.map(({ key }) => key)].map((form) => heldTelling(library, basis, form)))
  const [aside, ...texts] = bodies.flatMap((body) => (body === null ? [] : [Buffer.from(body).toString()]))
  return aside === undefined || texts.length < forms.length ? null : { aside: JSON.parse(aside) as Aside, texts }
}

const tellAnew = async (
  desk: Desk,
  { name, forms, choices }: { name: string; forms: readonly TellingForm[]; choices: CaseChoices },
) => {
  const { checkKept } = await import('../server/kept-check.ts')
  const progress = progressOn(process.stderr)
  const onProgress: typeof progress.show = (step) => {
    if (step.stage !== 'read') desk.reading.close()
    progress.show(step)
  }
  const checked = await checkKept(desk.library, name, { ...optionsOf(desk, choices), readers: desk.readers, onProgress }).finally(
    progress.clear,
  )
  if (!checked.ok) return checked
  const aside = asideOf(checked.value.checked)
  const texts: string[] = []
  if (checked.value.checked.exhibits.length > 0) for (const { tell } of forms) texts.push(await tell(checked.value.checked))
  const { basis } = checked.value
  const hold = (form: string, text: string) => holdTelling(desk.library, { basis, form, body: Buffer.from(text) })
  // What cannot be held is told again next time.
  for (const [at, text] of texts.entries()) await hold(forms[at]?.key ?? '', text)
  if (texts.length > 0) await hold(ASIDE, JSON.stringify(aside))
  return { ok: true as const, value: { aside, texts } }
}

/**
 * Checks a kept case and hands it to `put` in the forms asked for, in their order. Where neither the case nor a reader has changed since it
 * was told so, it is told from what is held, and no model is opened.
 */
export const checkKeptCase = (
  name: string,
  { forms, choices }: { readonly forms: readonly TellingForm[]; readonly choices: CaseChoices },
  put: (texts: readonly string[]) => Promise<boolean>,
): Promise<ExitCode> =>
  atDesk(choices, async (desk) => {
    const basis = await basisNow(desk.library, name, optionsOf(desk, choices))
    if (basis === null) {
      const missing = await caseNamed(desk.library, name, choices.known ?? null)
      if (!missing.ok) return refused(missing.refusal)
    }
    const held = basis === null ? null : await heldIn(desk, basis, forms)
    const told = held === null ? await tellAnew(desk, { name, forms, choices }) : { ok: true as const, value: held }
    if (!told.ok) return refused(told.refusal)
    const { aside, texts } = told.value
    for (const sentence of aside.sentences) complain(sentence)
    if (texts.length === 0) {
      if (aside.sentences.length === 0)
        complain(`The case “${name}” has no document: “hearsay case add ${name}” puts some before it.`)
      return EXIT.refused
    }
    return (await put(texts)) && !aside.failed ? EXIT.done : EXIT.refused
  })
