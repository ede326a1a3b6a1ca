import { refuse, type Result } from '../core/refusal.ts'

/** Every refusal of this room: one sentence each, with the name of the file, why, and what to do. */

const quoted = (name: string): string => `“${name}”`

export const empty = (name: string): Result<never> =>
  refuse('empty', `${quoted(name)} is empty: save the page again, or leave it out.`)

export const noArticle = (name: string): Result<never> =>
  refuse(
    'no-article',
    `${quoted(name)} has no article in it, only menus, links or notices: give the page of one article, or its text saved as a file.`,
  )

export const noTextLayer = (name: string): Result<never> =>
  refuse('no-text-layer', `${quoted(name)} is a PDF of pictures without text: run it through text recognition first.`)

/** `what` says what the bytes are, as far as they show it: "a picture". */
export const unknownFormat = (name: string, what: string): Result<never> =>
  refuse(
    'unknown-format',
    `${quoted(name)} is ${what}, which cannot be read: give text, Markdown, HTML, PDF, docx or a feed (RSS, Atom, JSON Feed).`,
  )

/** `what` names the format: "PDF". */
export const malformed = (name: string, what: string): Result<never> =>
  refuse('malformed', `${quoted(name)} is not a whole ${what} file: fetch or save it again.`)

export const locked = (name: string, what: string): Result<never> =>
  refuse('not-readable', `${quoted(name)} is a ${what} file that needs a password: save a copy without one.`)

/** `what` says what there is too much of, with the limit: "more than 50 MB". */
export const tooLarge = (name: string, what: string): Result<never> =>
  refuse('too-large', `${quoted(name)} has ${what}: give the article alone, as text or as a smaller page.`)

export const tooDeep = (name: string, deepest: number): Result<never> =>
  refuse(
    'too-deep',
    `${quoted(name)} has elements nested more than ${deepest} deep, as no article has: give the article alone, as text or as a simpler page.`,
  )
