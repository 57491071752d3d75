import ChevronDown from 'lucide-react/icons/chevron-down'
import ChevronUp from 'lucide-react/icons/chevron-up'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { DispatchView } from '../../../electron/contract/dispatch.ts'
import type { Recipient } from '../../../electron/domain/dispatch/dispatch.ts'
import { fold } from '../../../electron/domain/text/fold.ts'
import { useRowKeys } from '../../acts/use-acts.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { useWrite } from '../../api/use-write.ts'
import { dispatchText, fieldNameText } from '../../text/dispatch.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { FilterField } from '../../ui/FilterField.tsx'
import { AddRecipient } from './AddRecipient.tsx'
import { type RecipientActs, RecipientRow } from './RecipientRow.tsx'
import { recipientActs } from './recipient-acts.ts'
import { calledBy, groupsOf, type RecipientGroup, reasonsOf } from './recipient-groups.ts'
import { useKeepView } from './use-keep-view.ts'

const text = dispatchText.recipients

/** Up to this many the whole list is shown at once; above, a summary first. */
const FEW = 8
/** From this many on the list can be filtered. */
const MANY = 20
/** Names of each field said in the summary. */
const SAID = 6

/** The target of a warning that led here. */
export type Wanted = 'add' | 'unreached' | null

export function Recipients(props: { view: DispatchView; wanted: Wanted; onShown: () => void }) {
  const { view, wanted, onShown } = props
  const { recipients } = view
  const [isOpen, setOpen] = useState(recipients.length <= FEW)
  const region = useRef<HTMLElement>(null)
  const addField = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (wanted === null) return
    if (!isOpen) {
      setOpen(true)
      return
    }
    if (wanted === 'add') addField.current?.focus()
    // Those not reached are the first rows of the list.
    else region.current?.querySelector<HTMLElement>('[data-recipient]')?.focus()
    onShown()
  }, [wanted, isOpen, onShown])
  const groups = useMemo(() => groupsOf(recipients), [recipients])
  return (
    <section ref={region} className="dispatch-section" aria-label={dispatchText.sections.recipients}>
      <div className="row row-3 wrap">
        <h3 className="h3">{dispatchText.sections.recipients}</h3>
        <span className="mute">{recipients.length === 0 ? text.none : text.count(recipients.length)}</span>
        {recipients.length === 0 ? null : (
          <Button
            small
            look="ghost"
            icon={isOpen ? ChevronUp : ChevronDown}
            expanded={isOpen}
            onPress={() => setOpen(!isOpen)}
          >
            {isOpen ? text.hide : text.show}
          </Button>
        )}
      </div>
      {isOpen ? <RecipientList view={view} groups={groups} /> : <Summary groups={groups} />}
      {isOpen || recipients.length === 0 ? <AddRecipient view={view} inputRef={addField} /> : null}
    </section>
  )
}

function Summary({ groups }: { groups: readonly RecipientGroup[] }) {
  return (
    <dl className="definitions dispatch-summary">
      {groups.map((group) => (
        <div key={group.id} className={group.id === 'unreached' ? 'warn' : ''}>
          <dt>{`${groupName(group)} (${group.rows.length})`}</dt>
          <dd className="cut-two-lines">{firstNames(group.rows)}</dd>
        </div>
      ))}
    </dl>
  )
}

function firstNames(rows: readonly Recipient[]): string {
  const names = rows.slice(0, SAID).map(calledBy).join(', ')
  return rows.length > SAID ? `${names}…` : names
}

function groupName({ id }: RecipientGroup): string {
  return id === 'unreached' ? text.unreached : fieldNameText[id].long
}

function RecipientList({ view, groups }: { view: DispatchView; groups: readonly RecipientGroup[] }) {
  useRowKeys(recipientActs)
  const keep = useKeepView()
  const { mutate: removeRow, error } = useWrite('dispatch.removeRecipient')
  const [openId, setOpenId] = useState<string | null>(null)
  const [stopId, setStopId] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const reasons = useMemo(() => reasonsOf(view.recipients), [view.recipients])
  const shown = useMemo(() => filtered(groups, words), [groups, words])
  const ordered = useMemo(() => shown.flatMap((group) => group.rows), [shown])
  const order = useRef<readonly Recipient[]>(ordered)
  order.current = ordered

  const acts = useMemo((): RecipientActs => {
    const focus = (id: string | undefined) => {
      if (id === undefined) return
      setStopId(id)
      list.current?.querySelector<HTMLElement>(`[data-recipient="${id}"]`)?.focus()
    }
    const beside = (id: string, step: 1 | -1) =>
      order.current[order.current.findIndex((one) => one.id === id) + step]?.id
    return {
      stop: setStopId,
      move: (id, step) => focus(beside(id, step)),
      toggle: setOpenId,
      remove: (recipient) => {
        const next = beside(recipient.id, 1) ?? beside(recipient.id, -1)
        removeRow(
          { id: recipient.id, version: recipient.version },
          {
            onSuccess: (after) => {
              focus(next)
              keep(after)
              void showUndoToast(text.removed(calledBy(recipient)))
            },
          },
        )
      },
    }
  }, [keep, removeRow])

  const stop = ordered.some((one) => one.id === stopId) ? stopId : ordered[0]?.id
  if (view.recipients.length === 0) return null
  return (
    <>
      {error === null ? null : <ErrorBanner error={error} />}
      {view.recipients.length > MANY ? (
        <FilterField label={text.filter} value={words} onChange={setWords} />
      ) : null}
      <p className="mute small">{text.keys}</p>
      <ul ref={list} className="dispatch-people">
        {shown.flatMap((group) => [
          <li
            key={group.id}
            className={group.id === 'unreached' ? 'dispatch-people-head warn' : 'dispatch-people-head'}
          >
            {groupName(group)} <span className="count">{group.rows.length}</span>
          </li>,
          ...group.rows.map((recipient) => (
            <RecipientRow
              key={recipient.id}
              recipient={recipient}
              reason={reasons.get(recipient.id) ?? ''}
              isStop={recipient.id === stop}
              isOpen={recipient.id === openId}
              acts={acts}
            />
          )),
        ])}
      </ul>
    </>
  )
}

function filtered(groups: readonly RecipientGroup[], words: string): readonly RecipientGroup[] {
  const wanted = fold(words.trim())
  if (wanted === '') return groups
  return groups
    .map((group) => ({
      ...group,
      rows: group.rows.filter((one) => fold(`${one.name} ${one.organisation} ${one.email}`).includes(wanted)),
    }))
    .filter((group) => group.rows.length > 0)
}
