import type { Output } from '../../../electron/contract/index.ts'
import { formatDateWithoutWeekday as dayWords } from '../../../electron/domain/text/french.ts'
import { usualEntryIntoForce } from '../../../electron/domain/watch/text-stages.ts'
import { newId } from '../../api/new-id.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { lifeText } from '../../text/text-life.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { publicWords } from './life-stops.ts'
import type { PatchText } from './use-text-patch.ts'

const text = lifeText.force

/**
 * The days that the text sets in the words of its notice, else the one that the law gives a text which sets none: proposed with
 * the reason, and never filled in.
 */
export function EntryIntoForce({ life, patch }: { life: Output<'watch.life'>; patch: PatchText }) {
  const { item } = life
  const said = item.inForceWords.trim()
  const read = useQuery('watch.saidDates', { id: item.id }, { enabled: said !== '' })
  const add = useWrite('watch.addDeadline')
  if (said !== '' && read.data === undefined) return null
  const isOpen = item.inForceOn === null && item.inForceRule !== 'dependent'
  const usual = said === '' ? usualEntryIntoForce(item) : null
  const found = said === '' ? undefined : read.data
  const own = found?.inForce ?? (usual === null ? null : { date: usual, rule: 'dayAfter' as const })
  const noted = new Set(life.deadlines.map(({ date }) => date))
  const deadlines = (found?.deadlines ?? []).filter(({ date }) => !noted.has(date))
  const isAsked = isOpen && (own !== null || (said !== '' && deadlines.length === 0 && noted.size === 0))
  if (!isAsked && deadlines.length === 0) return null
  return (
    <section className="text-ask" aria-label={text.region}>
      <p>{said === '' ? text.proposal(own === null ? '' : dayWords(own.date)) : text.said(said)}</p>
      {add.error === null ? null : <ErrorBanner error={add.error} />}
      {isAsked ? (
        <div className="row wrap">
          {own === null ? null : (
            <Button small onPress={() => patch({ inForceOn: own.date, inForceRule: own.rule })}>
              {text.keep(dayWords(own.date))}
            </Button>
          )}
          <Button small look="ghost" onPress={() => patch({ inForceRule: 'dependent' })}>
            {text.depends}
          </Button>
        </div>
      ) : null}
      {deadlines.map((fields) => {
        const day = fields.date === null ? lifeText.effects.noDate : dayWords(fields.date)
        const words = [fields.label, publicWords(fields)].filter((one) => one !== '').join(', ')
        return (
          <div key={`${fields.date} ${words}`} className="row wrap">
            <span>{text.deadline(day, words)}</span>
            <Button
              small
              writes
              label={text.keepDeadlineOf(text.deadline(day, words))}
              onPress={() => add.mutate({ id: newId(), watchItemId: item.id, fields })}
            >
              {text.keepDeadline}
            </Button>
          </div>
        )
      })}
    </section>
  )
}
