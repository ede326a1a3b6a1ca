import { describe, expect, it } from 'vitest'
import { proseName } from './prose-name.ts'

describe('a name in running text', () => {
  it('has the determiner that the documents give it', () => {
    expect(
      proseName('Grain Board', ['The Grain Board said so. Asked, the Grain Board said no more.', 'Grain Board statement']),
    ).toBe('the Grain Board')
    expect(proseName('dock clerk', ['It was a dock clerk who told us.'])).toBe('a dock clerk')
  })

  it('has none where most places have none', () => {
    expect(proseName('Rufus Hask', ['Rufus Hask bakes. “The Rufus Hask I know,” she said. Then Rufus Hask left.'])).toBe(
      'Rufus Hask',
    )
    expect(proseName('Weir Wire', ['nothing of it'])).toBe('Weir Wire')
  })

  it('looks at whole words only', () => {
    expect(proseName('Ark', ['the Arkwright mill, the Arkwright yard', 'Ark sailed'])).toBe('Ark')
    expect(proseName('Board', ['breathe Board'])).toBe('Board')
  })
})
