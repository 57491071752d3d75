import type { FirstStep } from '../../contract/home.ts'
import type { Reader } from '../../db/driver.ts'
import { getBody } from '../reads/settings.ts'

/** None once a meeting was held here: by then the secretariat knows where things are. */
export async function firstSteps({ tx }: { tx: Reader }): Promise<FirstStep[]> {
  const held = await tx
    .selectFrom('meeting')
    .select('id')
    .where('state', '=', 'held')
    .where('takenOver', 'is', null)
    .limit(1)
    .executeTakeFirst()
  if (held !== undefined) return []
  const body = await getBody(tx)
  const person = await tx.selectFrom('person').select('id').limit(1).executeTakeFirst()
  const letterhead = await tx
    .selectFrom('letterhead')
    .select('id')
    .where('issuer', '!=', '')
    .limit(1)
    .executeTakeFirst()
  const lacks: Readonly<Record<FirstStep, boolean>> = {
    people: person === undefined,
    secretariat: body.contact === '',
    address: body.email === '',
    letterhead: letterhead === undefined,
  }
  return (Object.keys(lacks) as FirstStep[]).filter((step) => lacks[step])
}
