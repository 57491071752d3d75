// A planted defect, never part of the product. Loaded into a core process it renames files into their place without
// waiting for their bytes. A campaign of power cuts that finds nothing wrong with it is blind.
import { open } from 'node:fs/promises'

const handle = await open(process.execPath, 'r')
const prototype = Object.getPrototypeOf(handle) as {
  sync: () => Promise<void>
  datasync: () => Promise<void>
}
prototype.sync = async () => undefined
prototype.datasync = async () => undefined
await handle.close()
