// Counted before pdf.js, which reads each repeated object to the end of the file.
import { AppError } from '../../contract/errors.ts'

/** A file that was saved again and again has an object some dozens of times. */
const MOST_TIMES = 1000

/** @throws AppError `file-damaged` when one object is begun more often than any program does */
export function checkRepeatedObjects(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const times = new Map<string, number>()
  for (let at = file.indexOf(' obj'); at >= 0; at = file.indexOf(' obj', at + 4)) {
    // "12 0 obj": the number and the generation right before the word.
    const name = /(\d{1,10}) +\d{1,5}$/.exec(file.toString('latin1', Math.max(0, at - 20), at))?.[1]
    if (name === undefined) continue
    const count = (times.get(name) ?? 0) + 1
    if (count > MOST_TIMES) throw new AppError('file-damaged')
    times.set(name, count)
  }
}
