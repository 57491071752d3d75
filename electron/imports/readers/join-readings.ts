import { emptyReading, MAX_BLOCKS, type Reading } from './reading.ts'

export function joinReadings(readings: readonly Reading[]): Reading {
  const whole = emptyReading()
  let tables = 0
  for (const reading of readings) {
    const before = whole.blocks.length
    const room = MAX_BLOCKS - before
    let most = tables
    for (const block of reading.blocks.slice(0, room)) {
      if (block.type !== 'row') whole.blocks.push(block)
      else {
        const table = block.table + tables
        whole.blocks.push({ ...block, table })
        most = Math.max(most, table + 1)
      }
    }
    tables = most
    for (const [at, columns] of reading.repeated) whole.repeated.set(before + at, columns)
    for (const [at, row] of reading.rowNumbers) whole.rowNumbers.set(before + at, row)
    whole.hidden ||= reading.hidden
    whole.trackedChanges ||= reading.trackedChanges
    whole.truncated ||= reading.truncated || reading.blocks.length > room
  }
  return whole
}
