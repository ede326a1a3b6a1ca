/** Cuts a word into the pieces that a network has numbers for. */
export type WordPieces = (word: string) => readonly number[]

/** In UTF-16 code units; a longer word is unknown, as in BERT's own tokenizer. */
const LONGEST_WORD = 100

/** Words kept with their pieces: as many as a long book has, and no more, so that a hostile text cannot fill the memory. */
const REMEMBERED = 50_000

const MARKS_OF_LETTERS = /\p{Mn}/gu

/**
 * Greedy longest match first (Devlin et al. 2019; Wu et al. 2016, §4.1), in lower case and without accents. A word with a part that has
 * no piece is one unknown piece.
 */
export const wordPieces = (vocabulary: readonly string[]): WordPieces => {
  const numbers = new Map(vocabulary.map((piece, number) => [piece, number]))
  const unknown = [numbers.get('[UNK]') ?? 0]
  const known = new Map<string, readonly number[]>()
  const cut = (word: string): readonly number[] => {
    const plain = word.toLowerCase().normalize('NFD').replace(MARKS_OF_LETTERS, '')
    if (plain === '' || plain.length > LONGEST_WORD) return unknown
    const pieces: number[] = []
    let start = 0
    while (start < plain.length) {
      let end = plain.length
      let number: number | undefined
      for (; end > start; end--) {
        number = numbers.get((start > 0 ? '##' : '') + plain.slice(start, end))
        if (number !== undefined) break
      }
      if (number === undefined) return unknown
      pieces.push(number)
      start = end
    }
    return pieces
  }
  return (word) => {
    const found = known.get(word)
    if (found !== undefined) return found
    const pieces = cut(word)
    if (known.size < REMEMBERED) known.set(word, pieces)
    return pieces
  }
}
