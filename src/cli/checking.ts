import type { Command } from 'commander'
import type { CheckedCase, Inquiry } from '../core/case.ts'
import type { Step } from '../index.ts'
import { gather } from '../node/gather.ts'
import { assumption, type CaseChoices, claimText, day } from './check-options.ts'
import { EXIT, type ExitCode, isFailure } from './exit-code.ts'
import { withLibrary } from './library-option.ts'
import { knownMoment } from './moment-option.ts'
import { progressOn } from './progress.ts'
import { type Reading, withReading } from './reading.ts'
import { chosenReaders, type Readers, TAGGER_OPTION, taggerName } from './readers.ts'
import { complain, refused } from './screen.ts'
import { UsageError } from './usage.ts'

interface Means extends Reading {
  readonly readers: Readers
}

const checkedCase = async (inquiry: Inquiry, choices: CaseChoices, { read, close, readers }: Means): Promise<CheckedCase> => {
  const { check } = await import('../index.ts')
  const progress = progressOn(process.stderr)
  const onProgress = (step: Step): void => {
    if (step.stage !== 'read') close()
    progress.show(step)
  }
  try {
    const checked = await check(inquiry, { ...readers, read, assume: choices.assume ?? {}, onProgress })
    if (!checked.ok) throw new UsageError(checked.refusal.sentence)
    return checked.value
  } finally {
    progress.clear()
  }
}

/**
 * Gathers the inputs and checks them, tells on standard error what was refused or is damaged, and hands the case to `tell`, which
 * says whether all that was asked for could be written.
 */
export const checkInputs = async (
  inputs: readonly string[],
  choices: CaseChoices,
  tell: (checked: CheckedCase) => Promise<boolean>,
): Promise<ExitCode> =>
  withReading(async (reading) => {
    const { claim = [], asOf, allowPrivate = false } = choices
    const readers = await chosenReaders(choices.tagger)
    if (!readers.ok) return refused(readers.refusal)
    const inquiry = await gather(inputs, { claims: claim, asOf: asOf ?? null, fetch: { allowPrivate }, unpack: reading.unpack })
    const checked =
      inquiry.submissions.length === 0 ? null : await checkedCase(inquiry, choices, { ...reading, readers: readers.value })
    const refusals = checked?.refusals ?? inquiry.refusals
    for (const sentence of [...refusals.map((refusal) => refusal.sentence), ...reading.damaged, ...reading.foreign])
      complain(sentence)
    if (checked === null || checked.exhibits.length === 0) return EXIT.refused
    const failures = refusals.filter(isFailure).length
    const rest = checked.exhibits.length === 1 ? 'document' : `${checked.exhibits.length} documents`
    if (failures > 0) complain(`The verdicts rest on the other ${rest}.`)
    return (await tell(checked)) && failures === 0 && reading.damaged.length === 0 ? EXIT.done : EXIT.refused
  })

/** The inputs and options of a command that checks a case. */
export const withCase = (command: Command): Command =>
  withLibrary(command)
    .argument('[inputs...]', 'texts, pages, PDFs, Word files, feeds, folders of them, URLs; - is standard input; or a kept case')
    .option('--claim <sentence>', 'a claim to check, one or several times; the most contested are found without', claimText)
    .option('--as-of <day>', 'leave out what was published later, as 2024-03-20', day)
    .option('--known <day>', 'a kept case as it stood at the end of a day', knownMoment)
    .option('--allow-private', 'fetch from private addresses and any port, too')
    .option(...TAGGER_OPTION, taggerName)
    .option('--assume <name=value>', 'another value for an assumption, one or several times', assumption)
