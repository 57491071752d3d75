import ChevronDown from 'lucide-react/icons/chevron-down'
import ChevronUp from 'lucide-react/icons/chevron-up'
import X from 'lucide-react/icons/x'
import { useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { DispatchView } from '../../../electron/contract/dispatch.ts'
import type { Recipient } from '../../../electron/domain/dispatch/dispatch.ts'
import { addressFault } from '../../../electron/domain/people/addresses.ts'
import { isNamedBy } from '../../../electron/domain/text/fold.ts'
import { bindActs } from '../../acts/act.ts'
import { useRowKeys } from '../../acts/use-acts.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { useWrite } from '../../api/use-write.ts'
import type { GridColumn } from '../../parts/grid/columns.ts'
import { Grid } from '../../parts/grid/Grid.tsx'
import { nothingChosen, type Selection, stillThere } from '../../parts/grid/selection.ts'
import { dispatchText, fieldNameText } from '../../text/dispatch.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EditingOff } from '../../ui/editing.ts'
import { FilterField } from '../../ui/FilterField.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { AddRecipient } from './AddRecipient.tsx'
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

export function Recipients(props: {
  view: DispatchView
  wanted: Wanted
  onShown: () => void
  /** Null closes it. */
  onEdit: (id: string | null) => void
}) {
  const { view, wanted, onShown, onEdit } = props
  const { recipients } = view
  const [isOpen, setOpen] = useState(recipients.length <= FEW)
  const addField = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (wanted === null) return
    if (!isOpen) {
      setOpen(true)
      return
    }
    const unreached = recipients.find(({ email }) => addressFault(email) !== null)
    if (wanted === 'add') addField.current?.focus()
    // Beside the list, with the field of the address.
    else if (unreached !== undefined) onEdit(unreached.id)
    onShown()
  }, [wanted, isOpen, recipients, onEdit, onShown])
  const groups = useMemo(() => groupsOf(recipients), [recipients])
  return (
    <section className="dispatch-section" aria-label={dispatchText.sections.recipients}>
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
      {isOpen ? <RecipientList view={view} groups={groups} onEdit={onEdit} /> : <Summary groups={groups} />}
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

const faultWords = ({ email }: Recipient): string => {
  const fault = addressFault(email)
  return fault === 'none' ? text.noAddress : fault === 'invalid' ? text.invalid(email) : email
}

function RecipientList(props: {
  view: DispatchView
  groups: readonly RecipientGroup[]
  onEdit: (id: string | null) => void
}) {
  const { view, groups, onEdit } = props
  useRowKeys(recipientActs)
  const off = useContext(EditingOff)
  const keep = useKeepView()
  const { mutate: removeRow, error } = useWrite('dispatch.removeRecipient')
  const [selection, setSelection] = useState<Selection>(nothingChosen)
  const [words, setWords] = useState('')
  const shown = useMemo(() => filtered(groups, words), [groups, words])
  const rows = useMemo(() => shown.flatMap((group) => group.rows), [shown])
  const groupOf = useMemo(
    () => new Map(shown.flatMap((group) => group.rows.map(({ id }) => [id, group] as const))),
    [shown],
  )
  const remove = useCallback(
    (recipient: Recipient) =>
      removeRow(
        { id: recipient.id, version: recipient.version },
        {
          onSuccess: (after) => {
            onEdit(null)
            keep(after)
            showUndoToast(text.removed(calledBy(recipient)))
          },
        },
      ),
    [removeRow, keep, onEdit],
  )
  const columns = useMemo(
    () => columnsOf(reasonsOf(view.recipients), remove, off),
    [view.recipients, remove, off],
  )
  const before = useRef(rows)
  if (before.current !== rows) {
    const ids = (all: readonly Recipient[]) => all.map(({ id }) => id)
    const left = stillThere(selection, ids(before.current), ids(rows))
    before.current = rows
    if (left !== selection) setSelection(left)
  }
  const at = rows.find(({ id }) => id === selection.at)
  const acts = bindActs(
    recipientActs,
    {
      many: selection.ids.size,
      remove: () => {
        if (at !== undefined) remove(at)
      },
    },
    off,
  )
  if (view.recipients.length === 0) return null
  return (
    <>
      {error === null ? null : <ErrorBanner error={error} />}
      {view.recipients.length > MANY ? (
        <FilterField label={text.filter} value={words} onChange={setWords} />
      ) : null}
      <div className="dispatch-people">
        <Grid
          list="recipients"
          label={dispatchText.sections.recipients}
          className="recipient-grid"
          columns={columns}
          rows={rows}
          selection={selection}
          onSelect={setSelection}
          clickOpens
          onOpen={({ id }) => onEdit(id)}
          acts={Object.values(acts)}
          groupOf={({ id }) => {
            const group = groupOf.get(id)
            return group === undefined
              ? null
              : {
                  id: group.id,
                  words: (
                    <span className={group.id === 'unreached' ? 'warn' : undefined}>
                      {groupName(group)} <span className="count">{group.rows.length}</span>
                    </span>
                  ),
                }
          }}
        />
      </div>
    </>
  )
}

function columnsOf(
  reasons: ReadonlyMap<string, string>,
  remove: (recipient: Recipient) => void,
  off: string | null,
): readonly GridColumn<Recipient>[] {
  return [
    {
      id: 'who',
      label: text.columns.who,
      rowHeader: true,
      text: calledBy,
      cell: (one) => (
        <>
          {calledBy(one)} <small>{one.organisation}</small>
        </>
      ),
    },
    {
      id: 'email',
      label: text.columns.email,
      text: faultWords,
      cell: (one) => (
        <span className={addressFault(one.email) === null ? 'mute' : 'warn'}>{faultWords(one)}</span>
      ),
    },
    { id: 'reason', label: text.columns.reason, text: ({ id }) => reasons.get(id) ?? '' },
    {
      id: 'remove',
      label: '',
      text: () => '',
      unsorted: true,
      // With the keyboard it is Delete on the row: one stop for Tab, not two hundred.
      cell: (one) => (
        <button
          type="button"
          className="button ghost compact icon"
          tabIndex={-1}
          aria-label={text.remove(calledBy(one))}
          aria-disabled={off !== null || undefined}
          title={off ?? text.remove(calledBy(one))}
          onClick={() => (off === null ? remove(one) : undefined)}
        >
          <Icon of={X} size={16} />
        </button>
      ),
    },
  ]
}

function filtered(groups: readonly RecipientGroup[], words: string): readonly RecipientGroup[] {
  if (words.trim() === '') return groups
  return groups
    .map((group) => ({
      ...group,
      rows: group.rows.filter((one) =>
        isNamedBy(`${one.name} ${one.organisation} ${one.email}`, words.trim()),
      ),
    }))
    .filter((group) => group.rows.length > 0)
}
