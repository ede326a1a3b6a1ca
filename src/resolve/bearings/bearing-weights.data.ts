import type { BearingWeights } from './bearing-model.ts'

/**
 * How telling each feature is, in nats per unit. Fitted by `node bench/bearing-fit.ts` to 260 annotated news passages of the project's
 * own, three claims each, asked together and alone, the statements as annotated and as `attribute` reads them; ridge 3.
 */
export const BEARING_WEIGHTS: BearingWeights = {
  passing: {
    stay: -0.4,
    turn: -2.11,
    enter: -1.52,
    leave: -0.14,
    start: -1.99,
  },
  about: {
    bias: -1.53,
    exact: 1.08,
    plain: 1.77,
    top: 0.57,
    sentence: 0.64,
    nextSentence: -1.6,
    recent: 1.58,
    paragraph: 1,
    document: 0.6,
    pointing: 0.44,
    decline: 1.05,
    deny: 0.61,
    predict: 0.1,
    opinion: 0.4,
    narrated: -1.41,
    holdsAnother: -1.09,
    amounts: 0.81,
    foretold: 0.77,
    mistimed: -0.5,
    concerned: 0.45,
    rivals: 0.76,
  },
  supports: {
    bias: 0.49,
    deny: -1.21,
    denyExact: 0.89,
    decline: -2.85,
    question: -0.9,
    opinion: -0.18,
    confirm: -0.7,
    probable: 0.6,
    along: 2.75,
    negation: -0.51,
    opposite: 0.09,
    rejecting: -0.45,
    open: -0.99,
    agree: 0.7,
    differ: -0.75,
    contrast: -0.8,
    holdsAnother: 0.7,
  },
  contradicts: {
    bias: 0.08,
    deny: 0.02,
    denyExact: 1.45,
    decline: -2.8,
    question: -0.3,
    opinion: 0.25,
    confirm: -1.15,
    probable: 0.96,
    along: -0.15,
    negation: 0.1,
    opposite: 0.56,
    rejecting: 0.85,
    open: -1.16,
    agree: -0.08,
    differ: 0.95,
    contrast: 0.33,
    holdsAnother: 0.19,
  },
}

/** A statement bears on a claim from this probability on. Lower finds more and is wrong more often; 0.2 to 0.5 is sensible. */
export const BEARING_BAR = 0.25
