import Trash2 from 'lucide-react/icons/trash-2'
import { type FormEvent, useRef } from 'react'
import type { DictionaryWord } from '../../../electron/contract/spelling.ts'
import { useFocusKept } from '../../acts/use-focus-kept.ts'
import { newId } from '../../api/new-id.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { Managed, useManaged } from '../../parts/Managed.tsx'
import { spellingText as text } from '../../text/spelling.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { useKept } from '../../ui/kept.ts'
import { CheckBox } from '../../ui/Select.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'

export function SpellingSection() {
  const state = useQuery('spelling.state', {})
  const words = useQuery('spelling.words', {})
  const turn = useWrite('spelling.switch')
  const remove = useWrite('spelling.remove')
  const isManaged = useManaged().Spelling !== undefined
  const section = useRef<HTMLElement>(null)
  useFocusKept(section)
  const error = state.error ?? words.error ?? turn.error ?? remove.error
  const drop = ({ id, version, word }: DictionaryWord) =>
    remove.mutate({ id, version }, { onSuccess: () => showUndoToast(text.removed(word)) })
  return (
    <section className="stack" aria-label={text.title} ref={section} tabIndex={-1}>
      <h2 className="h2">{text.title}</h2>
      <p className="mute">{text.lead}</p>
      {error === null ? null : <ErrorBanner error={error} />}
      {state.data === undefined ? null : (
        <Managed when={isManaged}>
          <CheckBox
            label={text.underline}
            checked={state.data.isOn}
            onCommit={(isOn) => turn.mutate({ isOn })}
          />
        </Managed>
      )}
      <h3 className="h3">{text.words}</h3>
      <p className="mute">{text.wordsLead}</p>
      <AddWord />
      {words.data === undefined ? (
        words.error === null ? (
          <Skeleton />
        ) : null
      ) : words.data.length === 0 ? (
        <p className="mute">{text.noWords}</p>
      ) : (
        <ul className="spelling-words" aria-label={text.words}>
          {words.data.map((added) => (
            <li key={added.id} className="row">
              <span className="spelling-word">{added.word}</span>
              <Button
                small
                look="ghost"
                icon={Trash2}
                label={text.remove(added.word)}
                onPress={() => drop(added)}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function AddWord() {
  const [word, setWord] = useKept('spelling', '')
  const add = useWrite('spelling.add', { onSuccess: () => setWord('') })
  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (word.trim() !== '') add.mutate({ id: newId(), word: word.trim() })
  }
  const isNoWord = add.error?.code === 'invalid-input'
  return (
    <form className="spelling-add" onSubmit={keep}>
      {add.error === null || isNoWord ? null : <ErrorBanner error={add.error} />}
      <Field label={text.newWord} error={isNoWord ? text.oneWord : undefined}>
        {(ids) => (
          <input
            {...ids}
            className="input"
            maxLength={60}
            value={word}
            onChange={(event) => setWord(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" writes unavailable={word.trim() === '' ? text.typeFirst : undefined}>
        {text.add}
      </Button>
    </form>
  )
}
