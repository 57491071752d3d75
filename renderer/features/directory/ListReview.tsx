import FileText from 'lucide-react/icons/file-text'
import { useMemo, useReducer, useState } from 'react'
import type { DirectoryView } from '../../../electron/contract/directory.ts'
import type { Output } from '../../../electron/contract/index.ts'
import { ActButton } from '../../acts/ActButton.tsx'
import { keyHints } from '../../acts/act.ts'
import { listActs } from '../../acts/list-acts.ts'
import { reviewActs, reviewRowActs } from '../../acts/review-acts.ts'
import { useActs } from '../../acts/use-acts.ts'
import { newId } from '../../api/new-id.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { useWrite } from '../../api/use-write.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { directoryImportText as text } from '../../text/directory-import.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Head } from '../../ui/Head.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { countsOf, judgeBy, nextToCheck, type ReviewRow, reviewAfter, reviewOf } from './draft-review.ts'
import { ListReviewGrid } from './ListReviewGrid.tsx'

const hints = keyHints([
  listActs.acts.previous,
  listActs.acts.next,
  reviewRowActs.acts.toggle,
  reviewActs.acts.next,
  reviewActs.acts.apply,
])

export function ListReview(props: {
  draft: Output<'directory.readFile'>
  view: DirectoryView
  onGiveUp: () => void
}) {
  const { draft, view } = props
  const [rows, act] = useReducer(reviewAfter, draft.rows, (read) => reviewOf(read, newId))
  const [chosen, setChosen] = useState<number | null>(rows[0]?.key ?? null)
  const [shown, setShown] = useState<'all' | 'toCheck'>('all')
  const take = useWrite('directory.takeDraft')
  const counts = countsOf(rows)
  const taken = counts.add + counts.update
  const judge = useMemo(() => judgeBy(view), [view])
  const isToCheck = (one: ReviewRow) => judge(one).certainty === 'check'
  const toCheck = rows.filter(isToCheck).length
  const apply = () => {
    if (taken === 0 || take.isPending) return
    take.mutate(
      { rows: rows.map(({ row }) => row) },
      {
        onSuccess: () => {
          navigate(href('directory'))
          showUndoToast(text.applied(counts.add, counts.update))
        },
      },
    )
  }
  const acts = useActs(reviewActs, {
    words: text.apply(taken),
    whyNot: taken === 0 ? text.nothing : null,
    apply,
    next: () => {
      const next = nextToCheck(rows, chosen, judge)
      if (next !== null) setChosen(next)
    },
  })
  const status = toCheck === 0 ? text.allSure : text.toCheckCount(toCheck)
  useStatusLine([status], hints)
  const lines = shown === 'all' ? rows : rows.filter((one) => isToCheck(one) || one.key === chosen)
  return (
    <>
      <Head
        title={text.review}
        facts={
          <>
            <span>
              <Icon of={FileText} size={16} />
              {draft.fileName}
            </span>
            <span>{text.counts(counts.add, counts.update, counts.skip)}</span>
          </>
        }
        acts={
          <>
            <Button onPress={props.onGiveUp}>{text.giveUp}</Button>
            <ActButton
              act={acts.apply}
              look="primary"
              withKey
              busy={take.isPending ? text.applying : undefined}
            />
          </>
        }
      />
      <div className="toolbar">
        <Segments
          label={text.shown}
          value={shown}
          choices={[
            { value: 'all', label: text.all, count: rows.length },
            { value: 'toCheck', label: text.toCheck, count: toCheck },
          ]}
          onChange={setShown}
        />
      </div>
      <section className="pane grow scroll" aria-label={text.list}>
        {take.error === null ? null : <ErrorBanner error={take.error} onRetry={apply} />}
        {draft.truncated ? <Banner tone="warn">{text.truncated(draft.rows.length)}</Banner> : null}
        {draft.unknownColumns.length === 0 ? null : <Banner>{text.leftColumns(draft.unknownColumns)}</Banner>}
        <ListReviewGrid
          rows={lines}
          view={view}
          judge={judge}
          chosen={chosen}
          onChoose={setChosen}
          act={act}
        />
      </section>
    </>
  )
}
