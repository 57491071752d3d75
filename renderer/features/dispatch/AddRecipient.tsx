import Plus from 'lucide-react/icons/plus'
import { type Ref, useId, useMemo, useState } from 'react'
import type { DispatchView } from '../../../electron/contract/dispatch.ts'
import type { Recipient } from '../../../electron/domain/dispatch/dispatch.ts'
import { addressKey } from '../../../electron/domain/people/addresses.ts'
import { newId } from '../../api/new-id.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { dispatchText, fieldNameText } from '../../text/dispatch.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { noWords, useKept } from '../../ui/kept.ts'
import { SelectBox } from '../../ui/Select.tsx'
import { calledBy, knownPersons, recipientsFrom } from './recipient-groups.ts'
import { useKeepView } from './use-keep-view.ts'

const text = dispatchText.recipients
const fields: readonly Recipient['field'][] = ['to', 'cc', 'bcc']

export function AddRecipient({ view, inputRef }: { view: DispatchView; inputRef: Ref<HTMLInputElement> }) {
  const directory = useQuery('directory.list', {})
  const keep = useKeepView()
  const add = useWrite('dispatch.addRecipient', { onSuccess: keep })
  const [typed, setTyped] = useKept(`recipient:${view.dispatch.id}`, '')
  const [field, setField] = useKept<Recipient['field']>(`recipient:${view.dispatch.id}:field`, 'to', noWords)
  const [refusal, setRefusal] = useState<string | undefined>(undefined)
  const listId = useId()
  const known = useMemo(() => knownPersons(directory.data), [directory.data])
  const labels = useMemo(
    () => [...new Set(known.map(({ label }) => label))].map((label) => <option key={label} value={label} />),
    [known],
  )
  const submit = () => {
    if (typed.trim() === '') return
    const found = recipientsFrom(typed, known)
    if (found === 'none' || found === 'many') {
      setRefusal(found === 'many' ? text.addMany : text.addRule)
      return
    }
    const there = new Set(view.recipients.map((one) => addressKey(one.email)))
    const fresh = found.filter((one) => one.email === '' || !there.has(addressKey(one.email)))
    const [twice] = found
    if (fresh.length === 0 && twice !== undefined) {
      setRefusal(text.already(calledBy(twice)))
      return
    }
    setTyped('')
    const added = fresh.map((one) =>
      add.mutateAsync({ id: newId(), dispatchId: view.dispatch.id, fields: { ...one, field } }),
    )
    void Promise.all(added).catch(() => setTyped(typed))
  }
  return (
    <>
      {add.error === null ? null : <ErrorBanner error={add.error} />}
      <form
        className="dispatch-add"
        aria-label={text.add}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Field label={text.add} help={text.addHelp} error={refusal}>
          {(ids) => (
            <input
              {...ids}
              ref={inputRef}
              className="input"
              list={listId}
              autoComplete="off"
              maxLength={2000}
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value)
                setRefusal(undefined)
              }}
            />
          )}
        </Field>
        <datalist id={listId}>{labels}</datalist>
        <SelectBox>
          <select
            className="input"
            aria-label={text.field}
            value={field}
            onChange={(event) => setField(fields.find((one) => one === event.target.value) ?? 'to')}
          >
            {fields.map((one) => (
              <option key={one} value={one}>
                {fieldNameText[one].short}
              </option>
            ))}
          </select>
        </SelectBox>
        <Button type="submit" icon={Plus}>
          {text.addAct}
        </Button>
      </form>
    </>
  )
}
