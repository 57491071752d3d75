import { faultWords } from '../../electron/contract/parcel-sentences.ts'
import type { ParcelFault } from '../../electron/domain/data/parcel.ts'
import { plural } from '../../electron/domain/text/plural.ts'

export const parcelText = {
  fault: ({ file, what }: ParcelFault) =>
    file === '' ? faultWords[what] : `${file}\u00a0: ${faultWords[what]}`,
  moreFaults: (count: number) => `et ${plural(count, 'autre fichier', 'autres fichiers')}`,
} as const
