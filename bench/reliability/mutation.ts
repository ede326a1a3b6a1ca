import type { Chance } from '../planted-chance.ts'

/** Pieces that change how a parser takes what follows. */
const WEDGES =
  `\0|\t|\n|\f|/|>|<|"|'|=|&|&#0;|&Tab;|<!--|-->|--!>|]]>|<![CDATA[|</|</p>|</title>|</style>|</textarea>|</noscript>|</svg>|<svg>|<math>` +
  `|<table>|<td>|<select>|<template>|<style>|<title>|<noscript>|<textarea>|<mtext>|<foreignObject>|<a href=x>|<b>|<form>|<p>`

const WEDGE_LIST = WEDGES.split('|')

const cut = (text: string, chance: Chance): readonly [string, string] => {
  const at = chance.below(text.length + 1)
  return [text.slice(0, at), text.slice(at)]
}

type Change = (text: string, chance: Chance, others: readonly string[]) => string

const CHANGES: readonly Change[] = [
  (text, chance) => cut(text, chance).join(chance.pick(WEDGE_LIST)),
  (text, chance) => {
    const [before, after] = cut(text, chance)
    return before + after.slice(1 + chance.below(3))
  },
  (text, chance) => {
    const [before, after] = cut(text, chance)
    return before + after.slice(0, 1 + chance.below(20)) + after
  },
  (text, chance, others) => cut(text, chance).join(chance.pick(others)),
  (text, chance, others) => cut(text, chance)[0] + cut(chance.pick(others), chance)[1],
  (text, chance) => Array.from(text, (letter) => (chance.happens(0.3) ? letter.toUpperCase() : letter)).join(''),
  (text, chance) => `${chance.pick(WEDGE_LIST)}${text}${chance.pick(WEDGE_LIST)}`,
]

/** `text` changed one to four times: wedges, cuts, doublings, and joints with another of `others`. */
export const mutated = (text: string, chance: Chance, others: readonly string[]): string => {
  let now = text
  for (let left = 1 + chance.below(4); left > 0; left--) now = chance.pick(CHANGES)(now, chance, others)
  return now
}
