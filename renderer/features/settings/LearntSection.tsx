import Trash2 from 'lucide-react/icons/trash-2'
import { useRef } from 'react'
import { useFocusKept } from '../../acts/use-focus-kept.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { learntText as text } from '../../text/learnt.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'

/** What was learnt from files that were mended while they were read. */
export function LearntSection() {
  const learnt = useQuery('imports.learnt', {})
  const forget = useWrite('imports.forget')
  const section = useRef<HTMLElement>(null)
  useFocusKept(section)
  const error = learnt.error ?? forget.error
  return (
    <section className="stack" aria-label={text.title} ref={section} tabIndex={-1}>
      <h2 className="h2">{text.title}</h2>
      <p className="mute">{text.lead}</p>
      {error === null ? null : <ErrorBanner error={error} />}
      {learnt.data === undefined ? (
        learnt.error === null ? (
          <Skeleton />
        ) : null
      ) : learnt.data.length === 0 ? (
        <p className="mute">{text.none}</p>
      ) : (
        <ul className="spelling-words" aria-label={text.files}>
          {learnt.data.map(({ id, fileName, learntAt, habits }) => (
            <li key={id} className="row">
              <span className="spelling-word">{text.file(fileName, learntAt, habits)}</span>
              <Button
                small
                look="ghost"
                icon={Trash2}
                label={text.forget(fileName)}
                onPress={() => forget.mutate({ id })}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
