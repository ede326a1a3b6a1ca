import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textAt } from '../../core/span.ts'
import { documentFromText } from '../../read/plain.ts'
import { quantitiesOf } from './quantities.ts'

/** The amounts of a text as `words = value unit`. */
const amounts = (text: string): readonly string[] =>
  quantitiesOf(documentFromText(text)).map(
    ({ span, value, unit }) => `${textAt(text, span)} = ${value}${unit === null ? '' : ` ${unit}`}`,
  )

describe('quantitiesOf: numbers', () => {
  it.each([
    ['The barge holds 11,000 crates.', '11,000 crates = 11000 crates'],
    ['The barge holds 1.9 million litres.', '1.9 million litres = 1900000 litres'],
    ['The barge holds 4.1 million litres.', '4.1 million litres = 4100000 litres'],
    ['The barge holds 2½ tonnes.', '2½ tonnes = 2.5 tonnes'],
    ['Thirty-one hours passed.', 'Thirty-one hours = 31 hours'],
    ['Two hundred and six lamps went out.', 'Two hundred and six lamps = 206 lamps'],
    ['Two thousand five hundred lamps went out.', 'Two thousand five hundred lamps = 2500 lamps'],
    ['Half a million lamps went out.', 'Half a million lamps = 500000 lamps'],
    ['Two and a half million lamps went out.', 'Two and a half million lamps = 2500000 lamps'],
    ['A dozen lamps went out.', 'A dozen lamps = 12 lamps'],
    ['Six dozen lamps went out.', 'Six dozen lamps = 72 lamps'],
    ['The toll stands at nine.', 'nine = 9'],
  ])('%s', (text, expected) => {
    expect(amounts(text)).toEqual([expected])
  })
})

describe('quantitiesOf: units', () => {
  it.each([
    ['It costs £140 a day.', '£140 = 140 £'],
    ['It cost $40m in all.', '$40m = 40000000 $'],
    ['It cost 41,000 crowns.', '41,000 crowns = 41000 crowns'],
    ['It rose 4.5%.', '4.5% = 4.5 %'],
    ['It rose forty per cent.', 'forty per cent = 40 %'],
    ['It rose three percentage points.', 'three percentage points = 3 percentage points'],
    ['It is 30cm deep.', '30cm = 30 cm'],
    ['It is 3m high.', '3m = 3 m'],
    ['It reached 3m homes.', '3m homes = 3000000 homes'],
    ['A 228-metre hull lay there.', '228-metre = 228 metre'],
    ['It fills 14,000 square metres of floor.', '14,000 square metres = 14000 square metres'],
    ['Twelve heavily laden grain barges sank.', 'Twelve heavily laden grain barges = 12 barges'],
    ['The guild tested two of the nine beams.', ['two = 2', 'nine beams = 9 beams']],
    ['Three of the captives came home.', 'Three of the captives = 3 captives'],
    ['The fall left 14 dead and 20 injured.', ['14 dead = 14 dead', '20 injured = 20 injured']],
    ['A 34-year-old mason fell.', '34-year-old = 34 years'],
    ['Odo Brand, 34, fell.', '34 = 34 years'],
    ['A mason aged 34 fell.', '34 = 34 years'],
    ['At least one barge sank.', 'one barge = 1 barge'],
    ['It took one hour.', 'one hour = 1 hour'],
  ])('%s', (text, expected) => {
    expect(amounts(text)).toEqual([expected].flat())
  })
})

describe('quantitiesOf: ranges', () => {
  it.each([
    ['It weighs between 40 and 60 tonnes.', ['40 = 40 tonnes', '60 tonnes = 60 tonnes']],
    ['It weighs 40–60 tonnes.', ['40 = 40 tonnes', '60 tonnes = 60 tonnes']],
    ['It cost $40–50m.', ['$40 = 40000000 $', '50m = 50000000 $']],
    ['It took four to six weeks.', ['four = 4 weeks', 'six weeks = 6 weeks']],
    ['It fell from 900 to 600.', ['900 = 900', '600 = 600']],
  ])('%s', (text, expected) => {
    expect(amounts(text)).toEqual(expected)
  })
})

describe('quantitiesOf: left out', () => {
  it.each([
    'It opened on 14 August 2021, or in 2019, or three weeks ago.',
    'It opened at 10.52, at 10:52, at 4 am, at nine, at half past two and at seven minutes past eight.',
    'See page 41, section 12 and wards 3 to 6; Channel 9 has the rest. No. 4 is lost.',
    'They won 5-0.\n\n1. The first item\n\n2) The second item',
    'Call 020 7946 0000 by 24/7.',
    'Nine in ten like it; two thirds of them love it; one of them does not.',
    'Dozens came, then several hundred, on the 22nd floor, in the 1990s.',
    'The two had met; all three agreed; no one knew.',
    'The old Four Winds Hotel and Gale Force Nine are shut.',
  ])('%s', (text) => {
    expect(amounts(text)).toEqual([])
  })
})

it('gives spans in order, inside the text and apart, for any words', () => {
  const words = fc.constantFrom(
    'two',
    'hundred',
    'and',
    'a',
    'half',
    '40',
    '–',
    '£',
    '%',
    '12,000',
    'people',
    'to',
    'between',
    '.',
    '1.5',
    'm',
    'of',
    'the',
    '-',
    '\n\n',
    'thirty',
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 30 }), fc.constantFrom(' ', ''), (soup, glue) => {
      const text = soup.join(glue)
      let end = 0
      for (const { span, value } of quantitiesOf(documentFromText(text))) {
        expect(span.start).toBeGreaterThanOrEqual(end)
        expect(span.end).toBeLessThanOrEqual(text.length)
        expect(Number.isFinite(value)).toBe(true)
        end = span.end
      }
    }),
  )
})
