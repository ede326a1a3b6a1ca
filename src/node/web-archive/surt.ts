/** Query, path and host are compared without case, as the indexes of web archives do. */
const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443', 'ftp:': '21' }

/** Rounds of percent-decoding; archives undo double encodings, and nobody means ten. */
const MOST_ROUNDS = 10

const decodedOnce = (text: string): string =>
  text.replaceAll(/%([\da-f]{2})/giu, (_whole, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))

/** One way to write what is percent-encoded: `text` is ASCII, and so is what comes out, its digits in lower case. */
const oneWay = (text: string): string => {
  let plain = text
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = decodedOnce(plain)
    if (next === plain) break
    plain = next
  }
  return plain.replaceAll(/[\0-\x20\x7f-\xff#%]/gu, (mark) => `%${mark.charCodeAt(0).toString(16).padStart(2, '0')}`)
}

const hostOf = ({ hostname, port, protocol }: URL): string => {
  const name = decodedOnce(hostname)
    .toLowerCase()
    .replace(/^www\d*\./u, '')
    .replace(/\.$/u, '')
  const turned = name.startsWith('[') ? name : name.split('.').toReversed().join(',')
  return port === '' || port === DEFAULT_PORTS[protocol] ? turned : `${turned}:${port}`
}

/**
 * The key under which web archives index a URL (SURT, Sort-friendly URI Reordering Transform, with the canonical form that pywb and
 * ReplayWeb.page look up): `https://www.Example.com/A/?b=2&a=1` is `com,example)/a?a=1&b=2`. User names, fragments, default ports, a
 * leading `www.`, and a last slash go; session ids in queries stay. What is no URL with a host is its own key, blanks encoded.
 */
export const surtOf = (url: string): string => {
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (parsed === null || DEFAULT_PORTS[parsed.protocol] === undefined)
    return oneWay(encodeURI(url.replaceAll(/\p{Surrogate}/gu, '�')).replaceAll('%25', '%'))
      .toLowerCase()
      .replace(/^file:\/+/u, 'file:/')
  const path = oneWay(parsed.pathname).replaceAll(/\/{2,}/gu, '/')
  const shortPath = path.length > 1 ? path.replace(/\/$/u, '') : path
  const query = oneWay(parsed.search.slice(1))
    .toLowerCase()
    .split('&')
    .toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .join('&')
  return `${hostOf(parsed)})${shortPath.toLowerCase()}${query === '' ? '' : `?${query}`}`
}
