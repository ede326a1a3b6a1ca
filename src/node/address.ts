import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** A public-looking address that answers inside one cloud only: Azure's wire server. Those of other clouds are in special ranges. */
const CLOUD_METADATA = '168.63.129.16'

/** Global unicast (RFC 4291 § 2.4): the only IPv6 block from which addresses are handed out. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3')

/** RFC 6052's well-known prefix: an IPv6-only network reaches IPv4 through it, the last 32 bits being the IPv4 address. */
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96')

const lastFourBytes = (address: ipaddr.IPv6): ipaddr.IPv4 => new ipaddr.IPv4(address.toByteArray().slice(-4))

const isPublicV4 = (address: ipaddr.IPv4): boolean => address.range() === 'unicast' && address.toString() !== CLOUD_METADATA

const isPublicV6 = (address: ipaddr.IPv6): boolean =>
  address.isIPv4MappedAddress() || address.match(NAT64)
    ? isPublicV4(lastFourBytes(address))
    : address.match(GLOBAL_UNICAST) && address.range() === 'unicast'

/**
 * Whether an IP address, as a resolver or a socket prints it, belongs to the public internet. What the IANA registries of
 * special-purpose addresses list does not: loopback, private, link-local, shared, multicast, documentation, benchmarking, reserved,
 * 6to4, Teredo, and whatever embeds one of these. Nor does what is no address.
 */
export const isPublicAddress = (text: string): boolean => {
  if (isIP(text) === 0) return false
  const address = ipaddr.parse(text)
  return address instanceof ipaddr.IPv6 ? isPublicV6(address) : isPublicV4(address)
}
