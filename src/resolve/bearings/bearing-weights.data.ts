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
    bias: -1.52,
    exact: 1.08,
    plain: 1.77,
    top: 0.57,
    sentence: 0.64,
    nextSentence: -1.61,
    recent: 1.57,
    paragraph: 1.01,
    document: 0.6,
    pointing: 0.45,
    decline: 1.02,
    deny: 0.62,
    predict: 0.08,
    opinion: 0.39,
    narrated: -1.4,
    holdsAnother: -1.06,
    amounts: 0.81,
    foretold: 0.77,
    mistimed: -0.49,
    concerned: 0.44,
    rivals: 0.75,
  },
  supports: {
    bias: 0.5,
    deny: -1.38,
    denyExact: 0.57,
    decline: -2.84,
    question: -0.9,
    opinion: -0.18,
    confirm: -0.69,
    probable: 0.61,
    along: 2.72,
    negation: -0.55,
    opposite: 0.09,
    rejecting: -0.39,
    open: -0.98,
    agree: 0.7,
    differ: -0.75,
    contrast: -0.81,
    holdsAnother: 0.69,
  },
  contradicts: {
    bias: 0.08,
    deny: 0.06,
    denyExact: 1.34,
    decline: -2.81,
    question: -0.3,
    opinion: 0.26,
    confirm: -1.15,
    probable: 0.95,
    along: -0.19,
    negation: 0.11,
    opposite: 0.56,
    rejecting: 0.83,
    open: -1.17,
    agree: -0.05,
    differ: 0.95,
    contrast: 0.33,
    holdsAnother: 0.21,
  },
}

/** A statement bears on a claim from this probability on. Lower finds more and is wrong more often; 0.2 to 0.5 is sensible. */
export const BEARING_BAR = 0.25
