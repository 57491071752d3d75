import { useEffect, useRef } from 'react'
import type { Input, Output } from '../../../electron/contract/index.ts'
import { habitsOf, labelsOf } from '../../../electron/domain/agenda/reading-habits.ts'
import { newId } from '../../api/new-id.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { useWrite } from '../../api/use-write.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { importsText } from '../../text/imports.ts'
import { importMinutesText } from '../../text/imports-minutes.ts'
import { differingCount, sentItems } from './comparison.ts'
import type { Received } from './file-states.ts'
import { useOfFile, useUndoable } from './file-states.ts'
import { targetOf } from './meeting-form.ts'
import { heldLines } from './review.ts'
import { lineId, type ShownLine } from './source-roles.ts'
import type { FileReview } from './use-review.ts'
import type { SaidReview } from './use-said.ts'

type Sent = Omit<Input<'imports.apply'>, 'received'>
type On = { onSuccess: (view: Output<'imports.apply'>) => void; onError: () => void }

function useKeep({ bytes, isFile }: Received) {
  const apply = useWrite('imports.apply')
  const store = useWrite('imports.keepFile')
  const [isKept, setKept] = useUndoable('kept', () => isFile)
  /** What follows is done also where the screen was left meanwhile. */
  const keep = async (sent: Sent, on: On) => {
    try {
      const { fileName } = sent
      const received = isKept
        ? { fileName, sizeBytes: bytes.length, sha256: (await store.mutateAsync({ bytes })).sha256 }
        : null
      on.onSuccess(await apply.mutateAsync(received === null ? sent : { ...sent, received }))
    } catch {
      // Told by `error` below: nothing was taken in.
      on.onError()
    }
  }
  return {
    keep: (sent: Sent, on: On) => void keep(sent, on),
    isBusy: apply.isPending || store.isPending,
    error: apply.error ?? store.error,
    isKept,
    setKept,
  }
}

/** Keeps what was said of the lines for the next file laid out like this one. */
function useLearnt({ file, said }: SaidReview, lines: readonly ShownLine[]): () => void {
  const learn = useWrite('imports.learn')
  return () => {
    const roles = new Map(
      lines.map(({ id, role, standing }) => [
        id,
        standing === 'left' ? 'nothing' : role === 'meeting' || role === 'text' ? null : role,
      ]),
    )
    const habits = habitsOf(file.blocks, said.lines, (place) => roles.get(lineId(place)) ?? null)
    const labels = labelsOf(file.blocks)
    if (habits.length > 0 && labels.length > 1) learn.mutate({ fileName: file.fileName, labels, habits })
  }
}

/** Takes in what was read and chosen, as one act; `whyNot` says what it still lacks. */
export function useApply(of: FileReview, received: Received, onDone: () => void) {
  const { said, review, beside, fresh, minutes, sections } = of
  const { comparison, counts, compared } = beside
  const learn = useLearnt(said, of.lines)
  const isShown = useIsShown()
  const { keep, ...kept } = useKeep(received)
  // Pressed again, also after the screen was left meanwhile, it is the same act.
  const [applyId] = useOfFile('act', newId, 'look')
  const target = targetOf(of.form)
  const whyNot = whyNotOf(of)
  const apply = () => {
    if (target === null || whyNot !== null || kept.isBusy) return
    const { items, keys, joined, linked } = sentItems(review, comparison, beside.all, fresh.linkedOf)
    const { withdrawn, edits } = beside
    const into =
      target.type === 'new' ? target : { ...target, joined, withdrawn, ...(edits === null ? {} : { edits }) }
    const taken = minutes?.taken({ keys, held: heldLines(review, said.file.draft) }) ?? null
    const directory = fresh.sent()
    keep(
      {
        act: applyId,
        fileName: said.file.fileName,
        items,
        target: into,
        linked,
        ...(taken === null ? {} : { minutes: taken }),
        ...(directory === undefined ? {} : { directory }),
      },
      {
        onSuccess: ({ meetingId }) => {
          learn()
          onDone()
          if (isShown.current) navigate(href(sections.leadsTo, { meetingId }))
          showUndoToast(
            sections.imported ??
              (comparison.isBeside
                ? importsText.compared.updated(
                    differingCount(review, comparison) + withdrawn.length + (edits === null ? 0 : 1),
                  )
                : importsText.imported(counts.taken)),
          )
        },
        // Changes made meanwhile are compared anew.
        onError: () => void compared.refetch(),
      },
    )
  }
  return { ...kept, apply, whyNot }
}

function whyNotOf({ said, form, beside, minutes, sections, isSealed }: FileReview): string | null {
  if (isSealed) return importsText.meeting.sealed
  const target = targetOf(form)
  const isExisting = target?.type === 'existing'
  const isSomething = minutes?.isSomething === true
  if (said.isBusy) return importsText.lines.reading
  if (said.error !== null) return importsText.lines.notReadAgain
  if (beside.counts.taken === 0 && !isSomething && !(isExisting && beside.changesAnything))
    return importsText.nothingTaken
  if (target === null) return importsText.dateNeeded
  if (isExisting && beside.compared.data === undefined) return importsText.compared.comparing
  if (sections.isWaiting) return importMinutesText.matching
  if (!beside.changesAnything && !isSomething) return importsText.compared.nothingNew
  return beside.isMoveUnexplained ? importsText.meeting.reasonNeeded : null
}

/** False once the screen was left. */
function useIsShown(): { readonly current: boolean } {
  const isShown = useRef(true)
  useEffect(() => {
    isShown.current = true
    return () => {
      isShown.current = false
    }
  }, [])
  return isShown
}
