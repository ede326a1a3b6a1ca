import { describe, expect, it } from 'vitest'
import { bylineOf } from './byline.ts'
import { isBiography, isBiographyOf, isNameOf, outletIn } from './biography.ts'
import { fromCapitals, isNameLine, nameAtStart } from './names.ts'
import { passage } from './passage.ts'

describe('bylineOf', () => {
  it.each([
    ['By Ann Roe', 'Ann Roe', null],
    ['BY ANN ROE', 'Ann Roe', null],
    ['By Ann Roe, Farming Correspondent', 'Ann Roe', null],
    ['By Ann Roe and Li Wei', 'Ann Roe and Li Wei', null],
    ['By Ana de la Vega, Tom Poe, and Li Wei in Saltby', 'Ana de la Vega, Tom Poe, and Li Wei', null],
    ['Posted by Ann Roe on 3 May 2021, 22:10', 'Ann Roe', '2021-05-03'],
    ['Words by Ann Roe | 3 May 2021', 'Ann Roe', '2021-05-03'],
    ['3 May 2021 | Updated 5 May 2021', null, '2021-05-03'],
    ['Published: Monday 3 May 2021 at 5.10 pm BST', null, '2021-05-03'],
    ['Updated 5 May 2021', null, null],
    ['Staff reporter', null, null],
    ['Saltby Post newsroom', null, null],
    ['From our correspondent in Saltby | No. 4', null, null],
    ['By Reuters', 'Reuters', null],
  ])('reads %s', (text, author, day) => {
    expect(bylineOf(text)).toEqual({ author, day, sure: true })
  })

  it.each([
    ['Saltby, 3 May 2021', null],
    ['Notice 17/2021, 3 May 2021', null],
    ['The Sand Bar | a diary by Ann Roe | 3 May 2021', 'Ann Roe'],
  ])('is less sure of %s', (text, author) => {
    expect(bylineOf(text)).toEqual({ author, day: '2021-05-03', sure: false })
  })

  it.each([
    'By Friday the water had gone',
    'By Any Measure, a Bad Year',
    'By the river',
    'The hospital staff',
    'The mill was closed on 3 May 2021.',
    'Council to shut school',
    'On 3 May 2021 the mill was closed because the river had risen above the wheel for the third time',
  ])('takes “%s” for no byline', (text) => {
    expect(bylineOf(text)).toBeNull()
  })
})

describe('biographies', () => {
  const of = (text: string): boolean => isBiographyOf(passage(text), 'Ann P Roe')

  it('begin with the name, however it is spelt, and go on as such boxes do', () => {
    expect(of('Ann P. Roe covers farms for the Saltby Post.')).toBe(true)
    expect(of('ANN P. ROE is the editor.')).toBe(true)
    expect(of('Ann P. Roe, 41, told the court that she was ill.')).toBe(false)
    expect(of('Ann P. Roebuck is a vet.')).toBe(false)
  })

  it('are told of anybody by a calling', () => {
    expect(isBiography(passage('Tom Poe is a freelance writer in Saltby.'))).toBe(true)
    expect(isBiography(passage('The mill is closed, a writer says.'))).toBe(false)
  })

  it('name the outlet', () => {
    expect(outletIn('Ann Roe is the publisher of Saltby Today. She has a dog.')).toBe('Saltby Today')
    expect(outletIn('She covers the river and the mills for the Post of Saltby. She swims.')).toBe('Post of Saltby')
    expect(outletIn('She is a friend of mine.')).toBeNull()
  })
})

describe('names', () => {
  it('are found at the start of a text', () => {
    expect(nameAtStart('Ann Roe in Saltby')).toBe('Ann Roe')
    expect(nameAtStart('de Vries, who')).toBe('de Vries')
    expect(nameAtStart('The mill')).toBeNull()
  })

  it('are lines of two to four words', () => {
    expect(['Ann Roe', 'Ann P. van Roe', 'ANN ROE'].map(isNameLine)).toEqual([true, true, true])
    expect(['Ann', 'Ann said', 'Ann Bo Cy Di Ed', 'Ann Roe, Saltby'].map(isNameLine)).toEqual([false, false, false, false])
  })

  it('are the same in capitals and with marks', () => {
    expect(isNameOf(passage('JOSÉ P. ROE'), 'José P Roe')).toBe(true)
    expect(isNameOf(passage('José Roe'), 'José P Roe')).toBe(false)
    expect(fromCapitals('THE POST OF SALTBY')).toBe('The Post of Saltby')
    expect(fromCapitals('NASA')).toBe('NASA')
  })
})
