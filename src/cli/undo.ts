import type { Command } from 'commander'
import { toldEntries } from '../server/journal-view.ts'
import { undo } from '../store/cases.ts'
import { namesIn } from './called-statements.ts'
import { atDesk } from './desk.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { type LibraryChoices, withLibrary } from './library-option.ts'
import { paragraph, print, refused } from './screen.ts'
import { UsageError } from './usage.ts'

const EXAMPLES = `
Examples:
  hearsay undo dam
      the last change of the case that still holds
  hearsay undo dam 41
      the entry of that number in “hearsay log dam”
  hearsay undo dam 42
      where 42 is an undoing: what it took back holds again`

const entryNumber = (text: string): number => {
  if (!/^[1-9]\d{0,14}$/u.test(text)) throw new UsageError(`An entry is a number of “hearsay log”, as 41, not "${text}".`)
  return Number(text)
}

const takeBack = (name: string, number: number | null, choices: LibraryChoices): Promise<ExitCode> =>
  atDesk(choices, async (desk) => {
    const { library } = desk
    const undone = await undo(library, name, number)
    if (!undone.ok) return refused(undone.refusal)
    const seq = undone.value[0]?.seq
    const { entryWords } = await import('../tell/tell.ts')
    const told = await toldEntries(library, { name, since: null, kinds: ['undo'] })
    const entry = told.ok ? told.value.find((one) => one.entry.seq === seq) : undefined
    if (entry === undefined) return EXIT.done
    const names = await namesIn([entry], desk)
    await print(paragraph(`${seq ?? ''}: ${entry.entry.who} ${entryWords(entry, (id) => names[id] ?? id)}`))
    return EXIT.done
  })

/** Adds `undo` to the program; `done` is told its exit code. */
export const addUndo = (program: Command, done: (code: ExitCode) => void): void => {
  const command = program
    .command('undo')
    .description('Takes back a change of a case: a judgement, a document or claim added or taken out, another undoing.')
    .argument('<case>', 'the case')
    .argument('[entry]', 'the number of the entry in its journal; the last without', entryNumber)
  withLibrary(command)
    .addHelpText('after', EXAMPLES)
    .action(async (name: string, number: number | undefined, choices: LibraryChoices) => {
      done(await takeBack(name, number ?? null, choices))
    })
}
