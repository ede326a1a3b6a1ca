import type { Command } from 'commander'
import { callsStatement } from '../../core/judgement.ts'
import { strengthOf } from '../../core/capture.ts'
import type { CaseView } from '../../index.ts'
import { caseView } from '../../server/case-view.ts'
import { atDesk, type Desk, type DeskChoices } from '../desk.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { withLibrary } from '../library-option.ts'
import { knownMoment } from '../moment-option.ts'
import { progressOn } from '../progress.ts'
import { TAGGER_OPTION, taggerName } from '../readers.ts'
import { print, printJson, refused, terminalOf } from '../screen.ts'

interface Choices extends DeskChoices {
  readonly json?: true
  readonly known?: string
  readonly statements?: true
}

const EXAMPLES = `
Examples:
  hearsay case show dam
  hearsay case show dam --statements
      with all that is said in it, each under a name to judge it by, as d3:2
  hearsay case show dam --known 2024-03-20 --json
      as it stood at the end of that day (UTC)`

const jsonOf = ({ kept, documents, verdicts, statements, known }: CaseView, withStatements: boolean): object => ({
  id: kept.id,
  name: kept.name,
  question: kept.question,
  known,
  begun: kept.begun,
  closed: kept.closed,
  digest: kept.digest,
  claims: kept.claims.map(({ id, text }) => ({ id, text, verdict: verdicts.find(({ claim }) => claim === id) ?? null })),
  documents: documents.map((document) => ({
    ...document,
    strength: strengthOf(document.method),
    ...(withStatements ? { said: statements[document.label] ?? [] } : {}),
  })),
  judgements: kept.judgements,
  verdicts,
})

/** The view with short names for the statements that judgements call. */
const withNames = async (view: CaseView, { library, readers }: Desk): Promise<CaseView> => {
  if (!view.kept.judgements.some(({ judgement }) => callsStatement(judgement))) return view
  const { heardBy } = await import('../../server/kept-basis.ts')
  const { statementNames } = await import('../../server/kept-statements.ts')
  return { ...view, names: await statementNames(library, view.kept, heardBy(readers)) }
}

const withStatements = async (view: CaseView, { library, readers }: Desk) => {
  const { namedStatements } = await import('../../server/kept-statements.ts')
  const progress = progressOn(process.stderr)
  const named = await namedStatements(library, view.kept, { readers, onProgress: progress.show }).finally(progress.clear)
  return named.ok ? { ok: true as const, value: { ...view, statements: named.value } } : named
}

const showCase = (name: string, choices: Choices): Promise<ExitCode> =>
  atDesk(choices, async (desk) => {
    const { known = null, statements = false, json = false } = choices
    const view = await caseView(desk.library, name, { readers: desk.readers, known })
    if (!view.ok) return refused(view.refusal)
    const said = statements ? await withStatements(view.value, desk) : view
    if (!said.ok) return refused(said.refusal)
    const whole = await withNames(said.value, desk)
    if (json) await printJson(jsonOf(whole, statements))
    else {
      const { caseText } = await import('../../tell/tell.ts')
      await print(caseText(whole, terminalOf(process.stdout)))
    }
    return EXIT.done
  })

/** Adds `case show` to its group; `done` is told its exit code. */
export const addCaseShow = (group: Command, done: (code: ExitCode) => void): void => {
  const command = group
    .command('show')
    .description('Shows a case: claims, documents and how they were captured, judgements, the last verdicts.')
    .argument('<name>', 'the case')
    .option('--statements', 'show all that is said in it, too')
    .option('--known <day>', 'as it stood at the end of a day, as 2024-03-20', knownMoment)
    .option('--json', 'print it as JSON')
    .option(...TAGGER_OPTION, taggerName)
  withLibrary(command)
    .addHelpText('after', EXAMPLES)
    .action(async (name: string, choices: Choices) => {
      done(await showCase(name, choices))
    })
}
