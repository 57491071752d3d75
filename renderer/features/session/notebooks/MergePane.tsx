import Trash2 from 'lucide-react/icons/trash-2'
import { useMemo } from 'react'
import type { NotebooksView } from '../../../../electron/contract/notebooks.ts'
import type { SessionVocabulary } from '../../../../electron/contract/session.ts'
import { type Notebook, UNTIMED } from '../../../../electron/domain/session/session.ts'
import { isTranscript, standIns } from '../../../../electron/domain/session/transcript.ts'
import { errorSentence } from '../../../api/api-error.ts'
import { showToast, showUndoToast } from '../../../api/toasts.ts'
import { useWrite } from '../../../api/use-write.ts'
import { notebooksText as text } from '../../../text/notebooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { scrolls } from '../../../ui/scrolls.ts'
import { TextField } from '../../../ui/TextField.tsx'
import type { Group } from './groups.ts'
import { titleOf } from './MergeGroup.tsx'
import { TranscriptFields } from './TranscriptFields.tsx'

export function MergePane(props: {
  view: NotebooksView
  groups: readonly Group[]
  speakers: SessionVocabulary['speakers']
  onGo: (group: Group) => void
}) {
  return (
    <nav className="pane live-left" aria-label={text.items}>
      <div className="pane-head">
        <h2>{text.items}</h2>
      </div>
      <div className="scroll outline" {...scrolls}>
        <ul>
          {props.groups.map((group) => (
            <li key={group.key} className="merge-item">
              <button type="button" className="plan" onClick={() => props.onGo(group)}>
                <span className="cut-two-lines" title={titleOf(group)}>
                  {titleOf(group)}
                </span>
                <small className={group.open.length === 0 ? 'mute' : 'strong'}>
                  {text.itemOpen(group.open.length)}
                </small>
              </button>
            </li>
          ))}
        </ul>
        <section className="merge-books" aria-label={text.books}>
          <h2 className="h3">{text.books}</h2>
          {props.view.notebooks.map((notebook) => (
            <Book key={notebook.id} notebook={notebook} view={props.view} speakers={props.speakers} />
          ))}
        </section>
      </div>
    </nav>
  )
}

function Book(props: { notebook: Notebook; view: NotebooksView; speakers: SessionVocabulary['speakers'] }) {
  const { notebook, view, speakers } = props
  const say = { onError: (error: unknown) => showToast(errorSentence(error)) }
  const setAuthor = useWrite('notebooks.setAuthor', say)
  const remove = useWrite('notebooks.remove', {
    ...say,
    onSuccess: () => showUndoToast(text.removed),
  })
  const { id, version, fileName, author } = notebook
  const lines = view.lines.filter(({ notebookId }) => notebookId === id)
  const others = useMemo(() => standIns(view.lines), [view.lines])
  const open = lines.filter(({ state }) => state === 'proposed').length
  return (
    <div className="merge-book">
      <div className="row">
        <span className="grow cut strong" title={fileName}>
          {fileName}
        </span>
        <Button
          small
          look="ghost"
          icon={Trash2}
          label={`${text.remove} ${fileName}`}
          onPress={() => remove.mutate({ id, version })}
        />
      </div>
      <small className="mute">{text.fileFacts(open, lines.length)}</small>
      {isTranscript(lines, others) ? (
        <TranscriptFields
          notebookId={id}
          lines={lines}
          first={lines.find((line) => line.at !== UNTIMED && !others.has(line.id))}
          speakers={speakers}
        />
      ) : (
        <TextField
          label={text.author}
          value={author}
          maxLength={200}
          help={author === '' ? text.noAuthor : undefined}
          onCommit={(name) => setAuthor.mutate({ id, version, author: name.trim() })}
        />
      )}
    </div>
  )
}
