import { BlockList, isIP } from 'node:net'
import { chanceOf } from './chance.ts'

/** IANA's registry of special-purpose IPv4 addresses (RFC 6890 and after), and multicast (RFC 5771). */
const RANGES_V4: readonly (readonly [start: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

/** The same for IPv6; the blocks that carry an IPv4 address are left to the spellings below. */
const RANGES_V6: readonly (readonly [start: string, bits: number])[] = [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['100:0:0:1::', 64],
  ['2001::', 32],
  ['2001:2::', 48],
  ['2001:3::', 32],
  ['2001:4:112::', 48],
  ['2001:10::', 28],
  ['2001:20::', 28],
  ['2001:30::', 28],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
]

const special = new BlockList()
for (const [start, bits] of RANGES_V4) special.addSubnet(start, bits, 'ipv4')
for (const [start, bits] of RANGES_V6) special.addSubnet(start, bits, 'ipv6')

/** Whether the registries list an address: written apart from the gateway's own check, to judge it. Mapped addresses count as IPv4. */
export const isSpecial = (address: string): boolean => {
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(address) ?? []
  const plain = mapped ?? address
  return isIP(plain) === 4 ? special.check(plain, 'ipv4') : special.check(plain, 'ipv6')
}

type Bytes = readonly [number, number, number, number]

const bytesOf = (whole: number): Bytes => [whole >>> 24, (whole >>> 16) & 255, (whole >>> 8) & 255, whole & 255]

const wholeOf = (dotted: string): number => dotted.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)

const hex = (value: number): string => value.toString(16)
const octal = (value: number): string => `0${value.toString(8)}`
const groups = ([a, b, c, d]: Bytes): string => `${hex(a * 256 + b)}:${hex(c * 256 + d)}`
const inverted = (bytes: Bytes): Bytes => [255 - bytes[0], 255 - bytes[1], 255 - bytes[2], 255 - bytes[3]]
const percent = (text: string): string => Array.from(text, (sign) => `%${hex(sign.charCodeAt(0))}`).join('')
const wide = (text: string): string => Array.from(text, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join('')

/** Every way to write one IPv4 address as the host of a URL, or with it in the host's place. */
const spellings = (whole: number): readonly string[] => {
  const bytes = bytesOf(whole)
  const [a, b, c, d] = bytes
  const dotted = bytes.join('.')
  return [
    dotted,
    `${dotted}.`,
    String(whole),
    `0x${hex(whole)}`,
    `0X${hex(whole).toUpperCase()}`,
    octal(whole),
    bytes.map((byte) => `0x${hex(byte)}`).join('.'),
    bytes.map(octal).join('.'),
    bytes.map((byte) => `000${octal(byte)}`).join('.'),
    `0x${hex(a)}.${octal(b)}.${c}.${d}`,
    `${a}.${b * 65_536 + c * 256 + d}`,
    `${a}.${b}.${c * 256 + d}`,
    `0x${hex(a)}.${b * 65_536 + c * 256 + d}`,
    percent(dotted),
    `${percent(String(a))}.${b}.${c}.${d}`,
    wide(dotted),
    bytes.join('。'),
    bytes.map((byte) => wide(String(byte))).join('．'),
    `${a}.${b}.${c}.\u00AD${d}`,
    `[::ffff:${dotted}]`,
    `[::ffff:${groups(bytes)}]`,
    `[0:0:0:0:0:FFFF:${groups(bytes).toUpperCase()}]`,
    `[::${dotted}]`,
    `[::ffff:0:${dotted}]`,
    `[64:ff9b::${dotted}]`,
    `[64:ff9b::${groups(bytes)}]`,
    `[64:ff9b:1::${groups(bytes)}]`,
    `[2002:${groups(bytes)}::1]`,
    `[2001:0:${groups(bytes)}::1]`,
    `[2001::${groups(inverted(bytes))}]`,
    `[fe80::1%25${a}]`,
    `news.example@${dotted}`,
    `news.example:80@${whole}`,
    `/\\${dotted}`,
    `${dotted.slice(0, 1)}\t${dotted.slice(1)}`,
  ]
}

/** An IPv6 address in that range: its first groups, and some of the seed's. */
const insideV6 = (start: string, bits: number, chance: () => number): string =>
  bits > 112 || !start.endsWith('::') ? start : `${start}${hex(Math.floor(chance() * 65_535) + 1)}`

/** Hosts of URLs that lead to special addresses: the ends and one inside of every range of the registries, in every spelling. */
export const specialHosts = (seed: number): readonly string[] => {
  const chance = chanceOf(seed)
  const v4 = RANGES_V4.flatMap(([start, bits]) => {
    const size = 2 ** (32 - bits)
    const first = wholeOf(start)
    return [first, first + size - 1, first + 1 + Math.floor(chance() * (size - 2))].flatMap(spellings)
  })
  const v6 = RANGES_V6.flatMap(([start, bits]) => {
    const address = insideV6(start, bits, chance)
    return [`[${address}]`, `[${address.toUpperCase()}]`, `[${address}%25eth0]`, `user@[${address}]`]
  })
  return [...new Set([...v4, ...v6])]
}

/** Names that anybody can have a name server say such an address of. */
export const specialNames = (seed: number): Readonly<Record<string, readonly string[]>> => {
  const chance = chanceOf(seed + 1)
  const inside = RANGES_V4.map(([start, bits]) => bytesOf(wholeOf(start) + Math.floor(chance() * 2 ** (32 - bits))).join('.'))
  return Object.fromEntries(
    inside.flatMap((address, at) => [
      [`n${at}.rebound.example`, [address]],
      [`m${at}.rebound.example`, ['9.9.9.9', address]],
      [`x${at}.rebound.example`, [`::ffff:${address}`]],
    ]),
  )
}
