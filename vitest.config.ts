import { defineConfig } from 'vitest/config'

const include = ['src/**/*.test.ts', 'test/**/*.test.ts']

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'plain', include, testTimeout: 20_000 } },
      // The same suite with every value between two rooms frozen and JSON-copied: rooms exchange plain values or fail here.
      {
        test: {
          name: 'round-trip',
          include: ['src/pipeline.test.ts', 'src/judgements.test.ts', 'test/round-trip.test.ts'],
          testTimeout: 20_000,
          setupFiles: ['test/round-trip.setup.ts'],
        },
      },
    ],
  },
})
