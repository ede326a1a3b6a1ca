/**
 * How much the trained reader counts beside the words: its share in a weighted mean of the two scores, in nats. Of 0.5, 0.67, 0.8 and 1 the
 * best on file f of the passages, which neither has learned from; figures on file g are in `bench/results/bearings.txt`.
 */
export const SHARE_OF_READER = 0.5
