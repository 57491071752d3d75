// A desk of a team that writes without end, and says each title once it was acknowledged; it is killed meanwhile.
import type { TeamAddress } from '../../electron/db/postgres/address.ts'
import { Desk } from '../team/desk.ts'

const [address = '', name = ''] = process.argv.slice(2)
const desk = await Desk.open(`Poste ${name}`, JSON.parse(address) as TeamAddress)
for (let count = 0; ; count += 1) {
  const title = `Poste ${name}, ${count}`
  await desk.add(title)
  process.stdout.write(`${title}\n`)
}
