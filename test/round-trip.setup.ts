import { vi } from 'vitest'

// The suite's second run: whatever goes from one room to the next goes as a deep-frozen JSON copy.
vi.mock('../src/core/seam.ts', async () => {
  const { roundTrip } = await import('./round-trip.ts')
  return { seam: roundTrip }
})
