import { MIMEType } from 'node:util'
import type { Capture } from '../core/document.ts'

/** What a Content-Type header tells, lower case, without other parameters; null where it tells nothing that can be understood. */
export const mediaTypeOf = (header: string): Pick<Capture, 'mediaType' | 'charset'> => {
  try {
    const type = new MIMEType(header)
    return { mediaType: type.essence, charset: type.params.get('charset') }
  } catch (error) {
    if (error instanceof TypeError) return { mediaType: null, charset: null }
    throw error
  }
}
