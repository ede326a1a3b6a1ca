import type { Command } from 'commander'
import { atDesk, type DeskChoices } from './desk.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { withLibrary } from './library-option.ts'
import { progressOn } from './progress.ts'
import { TAGGER_OPTION, taggerName } from './readers.ts'
import { REASON_OPTION, reasonText } from './reason-option.ts'
import { paragraph, print, refused } from './screen.ts'
import { JUDGEMENT_USES, spokenJudgement } from './spoken-judgement.ts'

interface Choices extends DeskChoices {
  readonly reason?: string
  readonly about?: string
}

/** Columns of what is typed; a longer one has a line of its own. */
const TYPED = 42

const USES = Object.entries(JUDGEMENT_USES).map(([kind, [takes, means]]) => {
  const typed = `  ${kind} ${takes}`
  return typed.length < TYPED ? `${typed.padEnd(TYPED)}${means}` : `${typed}\n${' '.repeat(TYPED)}${means}`
})

const EXAMPLES = `
What can be judged:
${USES.join('\n')}

Examples:
  hearsay judge dam same "the minister" "Anna Kor"
  hearsay judge dam bearing d3:2 c1 supports --reason "He means the dam."
  hearsay judge dam override prior=0.2
  hearsay judge dam note "Call her again on Friday." --about "Anna Kor"

A statement is called by document and number, as d3:2, or by its id (st_…):
“hearsay case show NAME --statements” tells them. Sources are called by any
name that the documents have for them. “hearsay undo NAME” takes back.`

const judge = (
  name: string,
  { kind, words }: { kind: string; words: readonly string[] },
  choices: Choices,
): Promise<ExitCode> => {
  const { reason = '', about = null } = choices
  const judgement = spokenJudgement(kind, words, about)
  return atDesk(choices, async ({ library, readers }) => {
    const [{ judgeCase }, { judgementWords }] = await Promise.all([import('../server/judging.ts'), import('../tell/tell.ts')])
    const progress = progressOn(process.stderr)
    const options = { judgement, reason, readers, onProgress: progress.show }
    const judged = await judgeCase(library, name, options).finally(progress.clear)
    if (!judged.ok) return refused(judged.refusal)
    const [entry] = judged.value
    if (entry?.deed.kind !== 'judgement') return EXIT.done
    // As they were typed: a person knows a statement by its short name.
    await print(paragraph(`${entry.seq}: ${entry.who} ${judgementWords(judgement)}.`))
    return EXIT.done
  })
}

/** Adds `judge` to the program; `done` is told its exit code. */
export const addJudge = (program: Command, done: (code: ExitCode) => void): void => {
  const command = program
    .command('judge')
    .usage('[options] <case> <what> <words>...')
    .description("Puts a person's decision before a case: who is who, what goes back to what, what a number is.")
    .argument('<case>', 'the case')
    .argument('<what...>', 'what is judged, as listed below, and of what')
    .option(...REASON_OPTION, reasonText)
    .option('--about <what>', 'what a note is about: a source, a document, a claim')
    .option(...TAGGER_OPTION, taggerName)
  withLibrary(command)
    .addHelpText('after', EXAMPLES)
    .action(async (name: string, [kind = '', ...words]: readonly string[], choices: Choices) => {
      done(await judge(name, { kind, words }, choices))
    })
}
