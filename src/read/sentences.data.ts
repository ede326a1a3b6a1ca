const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u))

/** Abbreviations before a name, in lower case: a capital after them begins no sentence. */
export const TITLES: ReadonlySet<string> = words(
  `adm amb asst atty brig capt cllr cmdr cmdt col comdr comr cpl cpt cdr dep det dr fr ft gen gov hon insp lt maj messrs mgr mme mr mrs ms
   mt mx pfc pres prof pte pvt rep reps rev sec sen sens sgt spc st supt treas`,
)

/** Abbreviations before a number. */
export const NUMBERED: ReadonlySet<string> = words(
  'approx art arts ca ch cl eq fig figs no nos nr p para paras pp reg sec vol vols',
)

/** Verbs that carry on a sentence after a quotation, as lemmas. */
export const CUES: ReadonlySet<string> = words(
  `add answer ask beam call chant comment cry declare demand exclaim inquire joke laugh note quip recall reply retort roar say scream shout
   snap tell tweet wonder write yell`,
)

/**
 * Ordinary words that the tokeniser takes for abbreviations when a full stop follows (Illinois, Saturday, Massachusetts …), in lower
 * case, with what they are.
 */
export const ORDINARY_WORDS: Readonly<
  Record<string, { readonly tag: 'ADJ' | 'ADP' | 'NOUN' | 'PRON' | 'VERB' | 'INTJ'; readonly lemma: string }>
> = {
  apt: { tag: 'ADJ', lemma: 'apt' },
  ark: { tag: 'NOUN', lemma: 'ark' },
  ha: { tag: 'INTJ', lemma: 'ha' },
  ill: { tag: 'ADJ', lemma: 'ill' },
  in: { tag: 'ADP', lemma: 'in' },
  mar: { tag: 'VERB', lemma: 'mar' },
  mass: { tag: 'NOUN', lemma: 'mass' },
  miss: { tag: 'VERB', lemma: 'miss' },
  no: { tag: 'INTJ', lemma: 'no' },
  ore: { tag: 'NOUN', lemma: 'ore' },
  sat: { tag: 'VERB', lemma: 'sit' },
  sun: { tag: 'NOUN', lemma: 'sun' },
  wash: { tag: 'VERB', lemma: 'wash' },
}
