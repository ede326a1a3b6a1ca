/** What stops a value from surviving the way through JSON, with the path to it; null where nothing does. */
const obstacleIn = (value: unknown, path: string): string | null => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return null
  if (typeof value === 'number') return Number.isFinite(value) ? null : `${path} is ${value}`
  if (typeof value !== 'object') return `${path} is ${typeof value}`
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== (Array.isArray(value) ? Array.prototype : Object.prototype)) return `${path} is of a class of its own`
  return obstacleInside(value, path)
}

/** The same for what an array or a record holds: every key must be one that JSON keeps. */
const obstacleInside = (value: object, path: string): string | null => {
  if (Array.isArray(value) && Object.keys(value).length !== value.length) return `${path} has holes or names`
  for (const key of Reflect.ownKeys(value)) {
    if (Array.isArray(value) && key === 'length') continue
    const property = Object.getOwnPropertyDescriptor(value, key)
    if (typeof key === 'symbol') return `${path} has a symbol for a key`
    if (property?.enumerable !== true || property.get !== undefined) return `${path}.${key} is hidden or computed`
    const obstacle = obstacleIn(property.value, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`)
    if (obstacle !== null) return obstacle
  }
  return null
}

/**
 * A deep-frozen JSON copy of `value`, for the place of `seam`. Throws where the copy is not the same as the value: rooms exchange plain
 * values only, so no Map or Set, no class, no function, no undefined field, no NaN, and nothing that contains itself.
 */
export const roundTrip = <T>(value: T): T => {
  const text = JSON.stringify(value) as string | undefined
  const obstacle = obstacleIn(value, 'value')
  if (text === undefined || obstacle !== null) {
    throw new TypeError(`a value between two rooms is not plain JSON: ${obstacle ?? 'there is none'}`)
  }
  return JSON.parse(text, (_key, part: unknown) => Object.freeze(part)) as T
}
