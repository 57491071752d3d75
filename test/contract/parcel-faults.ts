import { verifyParcel } from '../../electron/imports/parcel/open.ts'

export async function faultsOf(path: string) {
  const { parcel, faults } = await verifyParcel(path, () => undefined)
  await parcel?.close()
  return faults
}
