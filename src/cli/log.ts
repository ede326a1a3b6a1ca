import type { Command } from 'commander'
import type { DeedKind } from '../core/entry.ts'
import { plain } from '../core/plain-text.ts'
import { toldEntries } from '../server/journal-view.ts'
import type { ToldEntry } from '../index.ts'
import { namesIn } from './called-statements.ts'
import { atDesk } from './desk.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { type LibraryChoices, withLibrary } from './library-option.ts'
import { sinceMoment } from './moment-option.ts'
import { complain, print, printJson, refused, terminalOf } from './screen.ts'
import { UsageError } from './usage.ts'

interface Choices extends LibraryChoices {
  readonly since?: string
  readonly kind?: readonly DeedKind[]
  readonly json?: true
}

const KINDS: Readonly<Record<DeedKind, true>> = {
  library: true,
  capture: true,
  tombstone: true,
  reading: true,
  case: true,
  'case-closed': true,
  exhibit: true,
  'exhibit-removed': true,
  claim: true,
  'claim-removed': true,
  judgement: true,
  undo: true,
  verdict: true,
  publication: true,
}

const EXAMPLES = `
Examples:
  hearsay log dam
  hearsay log --since 2024-03-20
  hearsay log dam --kind judgement --kind undo --json

Kinds: ${Object.keys(KINDS).slice(0, 7).join(', ')},
${Object.keys(KINDS).slice(7).join(', ')}.`

const isKind = (text: string): text is DeedKind => Object.hasOwn(KINDS, text)

const kindOf = (text: string, before: readonly DeedKind[] = []): readonly DeedKind[] => {
  if (!isKind(text)) throw new UsageError(`There is no kind of entry "${text}"; there are ${Object.keys(KINDS).join(', ')}.`)
  return [...before, text]
}

const jsonOf = (told: readonly ToldEntry[], words: (one: ToldEntry) => string): object => ({
  entries: told.map((one) => ({
    seq: one.entry.seq,
    at: one.entry.at,
    who: one.entry.who,
    case: one.caseName,
    caseId: one.entry.case,
    words: plain(words(one)),
    takenBackBy: one.takenBackBy,
    deed: one.entry.deed,
  })),
})

const tellLog = (
  name: string | null,
  { since, kind = [], json = false, ...choices }: Omit<Choices, 'json'> & { json?: boolean },
): Promise<ExitCode> =>
  atDesk(choices, async (desk) => {
    const { library } = desk
    const told = await toldEntries(library, { name, since: since ?? null, kinds: kind })
    if (!told.ok) return refused(told.refusal)
    const { entryWords, journalText } = await import('../tell/tell.ts')
    if (json) await printJson(jsonOf(told.value, (one) => entryWords(one)))
    else if (told.value.length === 0) complain('The journal has no such entry.')
    else
      await print(
        journalText(told.value, { ...terminalOf(process.stdout), named: name === null, names: await namesIn(told.value, desk) }),
      )
    return EXIT.done
  })

/** Adds `log` to the program; `done` is told its exit code. */
export const addLog = (program: Command, done: (code: ExitCode) => void): void => {
  const command = program
    .command('log')
    .description('Tells the journal in words: when, who, what. What was taken back is struck through.')
    .argument('[case]', 'the case; the whole library without')
    .option('--since <day>', 'only what was done on that day (UTC) or later, as 2024-03-20', sinceMoment)
    .option('--kind <kind>', 'only entries of that kind, one or several times', kindOf)
    .option('--json', 'print it as JSON, with each entry as it was hashed')
  withLibrary(command)
    .addHelpText('after', EXAMPLES)
    .action(async (name: string | undefined, choices: Choices) => {
      done(await tellLog(name ?? null, choices))
    })
}
