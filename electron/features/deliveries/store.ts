// Store: what compared texts change is written: new texts in one statement, others one by one; and what the delivery said.
import type { Writer } from '../../db/driver.ts'
import { updateRow } from '../../db/rows.ts'
import { deliveredFields } from '../../domain/jorf-text.ts'
import { blankText, type WatchFollowUp, type WatchItem } from '../../domain/watch.ts'
import { newId } from '../new-id.ts'
import type { Compared } from './compare.ts'

type Delivery = { id: string; followUp: WatchFollowUp; now: Date }

/** Writes some compared texts, all different. */
export async function storeTexts(
  tx: Writer,
  compared: readonly Compared[],
  delivery: Delivery,
): Promise<void> {
  const added: WatchItem[] = []
  const sources: { id: string; of: Compared }[] = []
  for (const one of compared) {
    const { act, patch, item, isLatest } = one
    if (item === null) {
      const id = newId(delivery.now)
      const fields = deliveredFields(one.staged.text)
      added.push({ ...blankText, ...fields, followUp: delivery.followUp, id, version: 1 })
      sources.push({ id, of: one })
    } else {
      const followUp = act === 'publishes' ? { followUp: followUpOf(item) } : {}
      const changed = { ...patch, ...followUp }
      if (Object.keys(changed).length > 0) await updateRow(tx, 'watchItem', item, changed)
      if (isLatest) sources.push({ id: item.id, of: one })
    }
  }
  if (added.length > 0) await tx.insertInto('watchItem').values(added).execute()
  await storeSources(tx, sources, delivery.id)
}

/** A text that came out is to be presented, also where its draft was. */
const followUpOf = (draft: WatchItem): WatchFollowUp => (draft.followUp === 'closed' ? 'closed' : 'toPresent')

async function storeSources(
  tx: Writer,
  sources: readonly { id: string; of: Compared }[],
  deliveryId: string,
): Promise<void> {
  if (sources.length === 0) return
  const rows = sources.map(({ id, of: { staged } }) => ({
    id,
    deliveryId,
    stamp: staged.stamp,
    modifiedOn: staged.text.modifiedOn,
    rubric: staged.rubric,
    text: JSON.stringify(staged.text),
    fields: JSON.stringify(deliveredFields(staged.text)),
  }))
  await tx
    .insertInto('watchSource')
    .values(rows)
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
