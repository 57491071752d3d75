import Check from 'lucide-react/icons/check'
import CheckCheck from 'lucide-react/icons/check-check'
import CircleDashed from 'lucide-react/icons/circle-dashed'
import { useEffect, useRef } from 'react'
import type { DirectoryView } from '../../../../electron/contract/directory.ts'
import type { ObservationDraft, ReturnedFile } from '../../../../electron/contract/observations.ts'
import { LINE_LENGTH } from '../../../../electron/domain/limits.ts'
import { Circle } from '../../../../electron/domain/minutes/observation.ts'
import { shortName } from '../../../../electron/domain/people/short-name.ts'
import { observationsText } from '../../../text/observations.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { bringToTop } from '../../../ui/into-view.ts'
import { Segments } from '../../../ui/Segments.tsx'
import { CheckBox } from '../../../ui/Select.tsx'
import { ChangedWords } from './ChangedWords.tsx'
import { type Returned, returnedKey } from './use-returned.ts'

const text = observationsText.returned

export function ReturnReview(props: { returned: Returned; directory: DirectoryView | undefined }) {
  const { returned, directory } = props
  const { files, refusals, count } = returned
  const isKnown = files.every(({ drafts }) => drafts.every((draft) => draft.isKnown))
  const head = useRef<HTMLSpanElement>(null)
  const box = useRef<HTMLElement>(null)
  const { seen } = returned
  useEffect(() => {
    if (seen.current.files === files && seen.current.refusals === refusals) return
    Object.assign(seen.current, { files, refusals })
    const come = box.current ?? (refusals.length > 0 ? head.current : null)
    if (come === null) return
    bringToTop(come)
    // Whoever writes in the text meanwhile is not led away.
    if (!seen.current.isTyped) box.current?.focus({ preventScroll: true })
  }, [files, refusals, seen])
  return (
    <>
      <span ref={head} />
      {refusals.map((sentence) => (
        <Banner key={sentence} tone="bad">
          {sentence}
        </Banner>
      ))}
      {files.length === 0 ? null : (
        <section ref={box} className="returned" aria-labelledby="ret-title" tabIndex={-1}>
          <div className="row wrap">
            <div className="grow">
              <h3 id="ret-title">{text.review}</h3>
              <p className="mute">{text.reviewHint}</p>
            </div>
            <Button onPress={returned.clear}>{text.giveUp}</Button>
            <Button
              look="primary"
              icon={Check}
              busy={returned.isTaking ? text.taking : undefined}
              unavailable={count > 0 ? undefined : isKnown ? text.allKnown : text.nothingToTake}
              onPress={returned.take}
            >
              {text.take(count)}
            </Button>
          </div>
          {files.map((file) => (
            <OneFile key={returnedKey(file)} file={file} returned={returned} directory={directory} />
          ))}
        </section>
      )}
    </>
  )
}

function howRead({ drafts, isTracked }: ReturnedFile) {
  if (drafts.every(({ source }) => source === 'mail')) return 'mail'
  return isTracked ? 'tracked' : 'compared'
}

function OneFile(props: { file: ReturnedFile; returned: Returned; directory: DirectoryView | undefined }) {
  const { file, returned, directory } = props
  const choices = (directory?.organisations ?? []).map(({ id, name, acronym }) => ({
    id,
    label: shortName({ name, acronym }),
    detail: acronym === '' ? '' : name,
  }))
  return (
    <article className="returned-file">
      <h4 className="cut" title={file.fileName}>
        {file.fileName}
      </h4>
      <p className="mute">{text.found(file.drafts.length, howRead(file))}</p>
      <Segments
        label={text.circleOf(file.fileName)}
        value={returned.circleFor(file)}
        choices={Circle.options.map((value) => ({ value, label: observationsText.circles[value] }))}
        onChange={(circle) => returned.setCircle(file, circle)}
      />
      {file.olderVersion === null ? null : (
        <Banner tone="warn">{text.olderVersion(file.olderVersion)}</Banner>
      )}
      {file.isExcerpt ? <Banner tone="warn">{text.excerpt}</Banner> : null}
      {file.ignored.length === 0 ? null : <p className="mute">{text.ignored(file.ignored)}</p>}
      <fieldset className="returned-authors" aria-label={text.authors}>
        {file.authors.map(({ author, isSure }) => {
          const { organisation } = returned.organisationFor(file, author)
          return (
            <div key={author} className="ret-author">
              <ComboBox
                label={author === '' ? text.organisationOfFile(file.fileName) : text.organisationOf(author)}
                value={organisation}
                choices={choices}
                onCommit={(name, organisationId) =>
                  returned.say(file, author, { organisation: name.slice(0, LINE_LENGTH), organisationId })
                }
              />
              {isSure || organisation !== '' || returned.circleFor(file) === 'internal' ? null : (
                <Badge icon={CircleDashed} tone="warn">
                  {text.toSay}
                </Badge>
              )}
            </div>
          )
        })}
      </fieldset>
      <ul>
        {file.drafts.map((draft) => (
          <li key={draft.id} className="returned-line">
            <CheckBox
              label={draft.place || observationsText.whole}
              checked={!returned.left.has(draft.id)}
              onCommit={(isKept) => returned.keep(draft.id, isKept)}
            />
            <Asked draft={draft} />
          </li>
        ))}
      </ul>
    </article>
  )
}

function Asked({ draft }: { draft: ObservationDraft }) {
  const { beforeText, afterText, comment, author, kind } = draft
  return (
    <div className="returned-asked">
      <p className="mute">
        {[author, observationsText.kinds[kind]].filter((part) => part !== '').join(', ')}
        {draft.isKnown ? <Badge icon={Check}>{text.isKnown}</Badge> : null}
        {draft.isResolved ? <Badge icon={CheckCheck}>{text.isResolved}</Badge> : null}
      </p>
      {beforeText === afterText ? null : (
        <p className="read">
          <ChangedWords before={beforeText} after={afterText} />
        </p>
      )}
      {kind === 'move' ? <p className="read">{beforeText}</p> : null}
      {comment === '' ? null : <p className="read">{comment}</p>}
    </div>
  )
}
