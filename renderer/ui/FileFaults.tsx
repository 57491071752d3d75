import type { ParcelFault } from '../../electron/domain/data/parcel.ts'
import { parcelText as text } from '../text/parcel.ts'

/** So many are named; more say nothing new. */
const SHOWN = 10

export function FileFaults({ faults, count }: { faults: readonly ParcelFault[]; count: number }) {
  return (
    <ul>
      {faults.slice(0, SHOWN).map((fault) => (
        <li key={fault.file}>{text.fault(fault)}</li>
      ))}
      {count > SHOWN ? <li>{text.moreFaults(count - SHOWN)}</li> : null}
    </ul>
  )
}
