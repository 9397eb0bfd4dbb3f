/** A stream of even draws of 32 bits: the state of sfc32, a small fast generator of good quality. */
export type Stream = Int32Array

/** Spreads every bit of a 32-bit number over all of it (the finisher of MurmurHash3). */
function spread(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

/** Fills the first places with the next draws, as whole numbers with a sign. */
export function fillDraws(stream: Stream, into: Int32Array, count: number): void {
  let a = stream[0] ?? 0
  let b = stream[1] ?? 0
  let c = stream[2] ?? 0
  let counter = stream[3] ?? 0
  for (let index = 0; index < count; index += 1) {
    const drawn = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + drawn) | 0
    into[index] = drawn
  }
  stream[0] = a
  stream[1] = b
  stream[2] = c
  stream[3] = counter
}

/** The stream that belongs to a name under a seed: always the same, and unlike that of every other name. */
export function streamOf(name: string, seed: number): Stream {
  const stream = new Int32Array(4)
  for (let word = 0; word < 3; word += 1) {
    let hash = spread((seed | 0) + Math.imul(word + 1, 0x9e3779b9))
    for (let index = 0; index < name.length; index += 1) hash = spread(Math.imul(hash, 31) + name.charCodeAt(index))
    stream[word] = hash
  }
  stream[3] = 1
  // The first draws still resemble the seed; the generator's author throws away 12.
  fillDraws(stream, new Int32Array(12), 12)
  return stream
}
