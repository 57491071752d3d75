import { insertRows } from '../../../db/bulk.ts'
import type { Transaction } from '../../../db/driver.ts'
import { updateRow } from '../../../db/rows.ts'
import type { Row } from '../../../db/tables.ts'
import { type Consultation, filledFrom } from '../../../domain/watch/jorf-text.ts'
import type { Authority, TextConsultation } from '../../../domain/watch/text-life.ts'
import { blankText, type WatchFollowUp, type WatchItem } from '../../../domain/watch/watch.ts'
import { newId } from '../../new-id.ts'
import { proposeAgain } from '../matches.ts'
import type { Compared } from './compare.ts'
import { type Stored, storeLinks } from './store-links.ts'

type Delivery = { id: string; followUp: WatchFollowUp; now: Date }

/** Writes some compared texts, each of another followed text or of none. */
export async function storeTexts(
  tx: Transaction,
  compared: readonly Compared[],
  delivery: Delivery,
): Promise<void> {
  const added: WatchItem[] = []
  const published: string[] = []
  const stored: Stored[] = []
  for (const of of compared) {
    const { act, patch, item, isLatest } = of
    if (item === null) {
      const id = newId(delivery.now)
      added.push({
        ...blankText,
        ...of.fields,
        followUp: delivery.followUp,
        id,
        version: 1,
      })
      stored.push({ id, of })
    } else {
      if (Object.keys(patch).length > 0) await updateRow(tx, 'watchItem', item, patch)
      if (act === 'publishes') published.push(item.id)
      if (isLatest) stored.push({ id: item.id, of })
    }
  }
  await insertRows(tx, 'watchItem', added)
  if (published.length > 0) await proposeAgain(tx, published)
  const isAdded = new Set(added.map(({ id }) => id))
  await addSources(
    tx,
    stored.filter(({ id }) => isAdded.has(id)),
    delivery.id,
  )
  await replaceSources(
    tx,
    stored.filter(({ id }) => !isAdded.has(id)),
    delivery.id,
  )
  await storeConsultations(tx, stored, delivery.now)
  await storeLinks(tx, stored.filter(isIncoming), delivery.now)
}

/** Comes in, and is not only corrected: what people took away since does not come back. */
const isIncoming = ({ of: { act } }: Stored) => act === 'new' || act === 'publishes' || act === 'completes'

const authorities: Readonly<Record<Consultation['body'], Authority>> = {
  cnen: 'cnen',
  cnil: 'cnil',
  councilOfState: 'conseilEtat',
  european: 'europeanUnion',
}

/** Those of the visas, when a text comes in; an authority that somebody noted already is left as it was noted. */
async function storeConsultations(tx: Transaction, stored: readonly Stored[], now: Date): Promise<void> {
  const incoming = stored.filter((one) => isIncoming(one) && one.of.staged.text.consultations.length > 0)
  if (incoming.length === 0) return
  const noted = await tx
    .selectFrom('textConsultation')
    .select(['watchItemId', 'authority'])
    .where(
      'watchItemId',
      'in',
      incoming.map(({ id }) => id),
    )
    .execute()
  const isNoted = new Set(noted.map(({ watchItemId, authority }) => `${watchItemId} ${authority}`))
  const rows = incoming.flatMap(({ id, of: { staged } }) =>
    staged.text.consultations
      .map(({ body, on }) => ({ authority: authorities[body], on }))
      .filter(({ authority }) => !isNoted.has(`${id} ${authority}`))
      .map(({ authority, on }): TextConsultation => {
        // A notification bears the day on which it was sent, an opinion that on which it was given.
        const isAsked = authority === 'europeanUnion'
        return {
          id: newId(now),
          version: 1,
          watchItemId: id,
          authority,
          name: '',
          askedOn: isAsked ? on : null,
          answeredOn: isAsked ? null : on,
          opinion: '',
          reference: '',
        }
      }),
  )
  await insertRows(tx, 'textConsultation', rows)
}

function sourceRow({ id, of: { staged, fields } }: Stored, deliveryId: string): Row<'watchSource'> {
  return {
    id,
    deliveryId,
    stamp: staged.stamp,
    modifiedOn: staged.text.modifiedOn,
    rubric: staged.rubric,
    text: JSON.stringify(staged.text),
    fields: JSON.stringify(fields),
  }
}

async function addSources(tx: Transaction, sources: readonly Stored[], deliveryId: string): Promise<void> {
  await insertRows(
    tx,
    'watchSource',
    sources.map((source) => sourceRow(source, deliveryId)),
  )
}

/** Fields it leaves out stay as they were, and are what the next delivery is compared with. */
function completed(
  row: Row<'watchSource'>,
  before: Pick<Row<'watchSource'>, 'rubric' | 'text' | 'fields'> | undefined,
): Row<'watchSource'> {
  if (before === undefined) return row
  const filled = (said: string, former: string) =>
    JSON.stringify(filledFrom(JSON.parse(said) as object, JSON.parse(former) as object))
  return {
    ...row,
    rubric: row.rubric === '' ? before.rubric : row.rubric,
    text: filled(row.text, before.text),
    fields: filled(row.fields, before.fields),
  }
}

async function replaceSources(
  tx: Transaction,
  sources: readonly Stored[],
  deliveryId: string,
): Promise<void> {
  if (sources.length === 0) return
  const known = await tx
    .selectFrom('watchSource')
    .select(['id', 'rubric', 'text', 'fields'])
    .where(
      'id',
      'in',
      sources.map(({ id }) => id),
    )
    .execute()
  const before = new Map(known.map((row) => [row.id, row]))
  await tx
    .insertInto('watchSource')
    .values(sources.map((source) => completed(sourceRow(source, deliveryId), before.get(source.id))))
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((eb) => ({
          deliveryId: eb.ref('excluded.deliveryId'),
          stamp: eb.ref('excluded.stamp'),
          modifiedOn: eb.ref('excluded.modifiedOn'),
          rubric: eb.ref('excluded.rubric'),
          text: eb.ref('excluded.text'),
          fields: eb.ref('excluded.fields'),
        }))
        // The same said again changes nothing.
        .where((eb) =>
          eb.or([
            eb('watchSource.text', '!=', eb.ref('excluded.text')),
            eb('watchSource.stamp', '!=', eb.ref('excluded.stamp')),
            eb('watchSource.rubric', '!=', eb.ref('excluded.rubric')),
          ]),
        ),
    )
    .execute()
}
