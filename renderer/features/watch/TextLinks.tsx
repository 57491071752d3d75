import Plus from 'lucide-react/icons/plus'
import Trash2 from 'lucide-react/icons/trash-2'
import type { Output } from '../../../electron/contract/index.ts'
import { LinkKind } from '../../../electron/domain/watch/text-life.ts'
import { watchStatusWords } from '../../../electron/domain/watch/watch-words.ts'
import { newId } from '../../api/new-id.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { href } from '../../app/paths.ts'
import { lifeText, linkKindText } from '../../text/text-life.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { useKept } from '../../ui/kept.ts'
import { Select } from '../../ui/Select.tsx'

const text = lifeText.links
const kinds = LinkKind.options.map((value) => ({ value, label: linkKindText[value].does }))
/** Followed texts proposed at once. */
const MOST = 100

export function TextLinks({ life }: { life: Output<'watch.life'> }) {
  const remove = useWrite('watch.removeLink', { onSuccess: () => showUndoToast(text.removed) })
  return (
    <section className="stack" aria-label={text.title}>
      <h2 className="h2">{text.title}</h2>
      {remove.error === null ? null : <ErrorBanner error={remove.error} />}
      {life.links.length + life.linkedFrom.length === 0 ? (
        <p className="mute text-15">{text.none}</p>
      ) : (
        <ul className="list">
          {life.links.map(({ link, text: target }) => (
            <li key={link.id}>
              <div className="grow">
                <span className="label">{linkKindText[link.kind].does}</span>{' '}
                {target === null ? (
                  <>
                    {link.citation} <span className="mute">({text.outside})</span>
                  </>
                ) : (
                  <TextLink target={target} />
                )}
              </div>
              <Button
                small
                look="ghost"
                icon={Trash2}
                label={text.remove(target?.title ?? link.citation)}
                onPress={() => remove.mutate({ id: link.id, version: link.version })}
              />
            </li>
          ))}
          {life.linkedFrom.map(({ kind, text: source }) => (
            <li key={`${kind} ${source.id}`}>
              <div className="grow">
                <span className="label">{linkKindText[kind].undergoes}</span> <TextLink target={source} />
              </div>
            </li>
          ))}
        </ul>
      )}
      <NewLink id={life.item.id} />
    </section>
  )
}

function TextLink({ target }: { target: Output<'watch.life'>['linkedFrom'][number]['text'] }) {
  return (
    <>
      <a href={href('watchText', {}, target.id)}>{target.title}</a>
      <span className="mute">, {watchStatusWords[target.status].toLowerCase()}</span>
    </>
  )
}

function NewLink({ id }: { id: string }) {
  const [link, setLink, forget] = useKept(
    `text-link:${id}`,
    { kind: 'modifies' as LinkKind, words: '', targetId: null as string | null },
    (typed) => [typed.words],
  )
  const { kind, targetId } = link
  const texts = useQuery('watch.list', { words: '', offset: 0, limit: MOST })
  const add = useWrite('watch.addLink', { onSuccess: () => void forget() })
  const words = link.words.trim()
  return (
    <>
      {add.error === null ? null : <ErrorBanner error={add.error} />}
      <div className="text-link-new">
        <Select
          label={text.kind}
          value={kind}
          choices={kinds}
          onCommit={(next) => setLink((before) => ({ ...before, kind: next }))}
        />
        <ComboBox
          label={text.citation}
          value={link.words}
          choices={(texts.data?.rows ?? [])
            .filter((row) => row.id !== id)
            .map((row) => ({ id: row.id, label: row.title }))}
          onCommit={(next, choice) => setLink((before) => ({ ...before, words: next, targetId: choice }))}
        />
        <Button
          icon={Plus}
          unavailable={words === '' ? text.empty : undefined}
          onPress={() =>
            add.mutate({
              id: newId(),
              watchItemId: id,
              kind,
              to: targetId === null ? { citation: words } : { targetId },
            })
          }
        >
          {text.add}
        </Button>
      </div>
      <p className="mute text-15">{text.citationHelp}</p>
    </>
  )
}
