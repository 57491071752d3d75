import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { ListedAttachment } from '../../../../electron/contract/attachments.ts'
import type { Input, Output } from '../../../../electron/contract/index.ts'
import {
  type AwaitedDocument,
  MAX_ATTACHMENT_BYTES,
} from '../../../../electron/domain/documents/attachment.ts'
import { isRefusedFile } from '../../../../electron/domain/documents/opening.ts'
import type { Id } from '../../../../electron/domain/ids.ts'
import { ApiError, errorSentence } from '../../../api/api-error.ts'
import { showToast, showUndoToast } from '../../../api/toasts.ts'
import { queryKey, useQuery } from '../../../api/use-query.ts'
import { saidByCaller, useAct, useWrite } from '../../../api/use-write.ts'
import { attachmentsText as text } from '../../../text/attachments.ts'
import { projectionText } from '../../../text/projection.ts'
import { buildProjection } from './projection-store.ts'
import { answered, ask, type Choice, choicesFor } from './questions.ts'

type List = readonly ListedAttachment[]
/** Whose documents they are. */
export type DocumentsOf = { meetingId: Id } | { projectId: Id }
/** Where files go: an item, or the whole of what they belong to; in the place of a document, or as what was promised. */
export type Target = { itemId: Id | null; replaces?: ListedAttachment; awaited?: AwaitedDocument }

export type Acts = {
  addFiles: (files: readonly File[], to: Target) => Promise<void>
  choose: (to: Target) => void
  /** The answer to a question about an added file; null = a document of its own. */
  answer: (attachment: ListedAttachment, choice: Choice | null) => void
  update: (attachment: ListedAttachment, patch: Input<'attachments.update'>['patch']) => void
  open: (id: Id) => void
  exportCopy: (id: Id) => void
  /** Has the system carry a copy where the mouse lets it go. */
  drag: (id: Id) => void
  remove: (attachment: ListedAttachment) => void
}

export type Attachments = {
  all: List
  awaited: readonly AwaitedDocument[]
  isLoading: boolean
  /** Of the first read; null when it went well. */
  error: unknown
  isAdding: boolean
  /** One sentence per file or act that failed; emptied by the next act. */
  failures: readonly string[]
  /** The same functions from one drawing to the next. */
  acts: Acts
}

const none: [] = []
export const nameOf = ({ title, fileName }: Pick<ListedAttachment, 'title' | 'fileName'>) => title || fileName

export function useAttachments(of: DocumentsOf): Attachments {
  const client = useQueryClient()
  const meetingId = 'meetingId' in of ? of.meetingId : null
  const ownerId = 'meetingId' in of ? of.meetingId : of.projectId
  const query = useQuery('attachments.list', of)
  // Nothing is promised to a project, and none is projected.
  const ofMeeting = [{ meetingId: meetingId ?? '' }, { enabled: meetingId !== null }] as const
  const awaited = useQuery('attachments.awaited', ...ofMeeting)
  // Read so that a replacement can offer to bring the folder up to date.
  useQuery('attachments.projection', ...ofMeeting)
  const [failures, setFailures] = useState<readonly string[]>(none)
  const [isReading, setReading] = useState(false)
  const { mutateAsync: add } = useWrite('attachments.add', saidByCaller)
  const { mutateAsync: choose, isPending: isChoosing } = useWrite('attachments.choose', saidByCaller)
  const { mutateAsync: identify } = useWrite('attachments.identify', saidByCaller)
  const { mutateAsync: update } = useWrite('attachments.update', saidByCaller)
  const { mutateAsync: remove } = useWrite('attachments.remove', saidByCaller)
  const { mutateAsync: open } = useAct('attachments.open', saidByCaller)
  const { mutateAsync: exportCopy } = useAct('attachments.export', saidByCaller)
  const { mutateAsync: drag } = useAct('attachments.drag', saidByCaller)

  const acts = useMemo((): Acts => {
    const whose: DocumentsOf = meetingId === null ? { projectId: ownerId } : { meetingId }
    const placeOf = (itemId: Id | null) => ('projectId' in whose ? whose : { ...whose, itemId })
    const inMeeting = { meetingId: meetingId ?? '' }
    const known = (): List => client.getQueryData(queryKey('attachments.list', whose)) ?? none
    const keep = (list: Output<'attachments.list'>) =>
      client.setQueryData(queryKey('attachments.list', whose), list)
    const say = (sentence: string) => setFailures((before) => [...before, sentence])
    const attempt = (work: () => Promise<void>) => {
      setFailures(none)
      work().catch((error: unknown) => say(errorSentence(error)))
    }
    const becomes = ({ replaces, awaited: promised }: Target) => ({
      ...(replaces === undefined ? {} : { replaces: replaces.id }),
      ...(promised === undefined ? {} : { awaitedId: promised.id }),
    })
    /** After a replacement the folder for the room is old: the next act is at hand. */
    const sayReplaced = (old: ListedAttachment, version: number) => {
      const state = client.getQueryData<Output<'attachments.projection'>>(
        queryKey('attachments.projection', inMeeting),
      )
      const options = { convert: state?.withPdf ?? false, elsewhere: false }
      const rebuild = {
        label: projectionText.update,
        run: () => void buildProjection(client, inMeeting.meetingId, options),
      }
      showUndoToast(text.replaced(nameOf(old), version), state ? rebuild : null)
    }
    const taken = (before: List, list: Output<'attachments.list'>, to: Target) => {
      keep(list)
      const added = list.filter((one) => !before.some(({ id }) => id === one.id))
      if (to.replaces !== undefined) {
        if (added[0] !== undefined) sayReplaced(to.replaces, added[0].versionNumber)
      } else if (to.awaited !== undefined) showUndoToast(text.promiseKept(to.awaited.title))
      else {
        const open =
          client.getQueryData<AwaitedDocument[]>(queryKey('attachments.awaited', inMeeting)) ?? none
        ask(added.filter((one) => choicesFor(one, list, open).length > 0).map(({ id }) => id))
      }
    }
    return {
      addFiles: async (files, to) => {
        setFailures(none)
        setReading(true)
        // One file takes one place; the others dropped with it are documents of their own.
        for (const [rank, file] of files.entries()) {
          const target = rank === 0 ? to : { itemId: to.itemId }
          try {
            const before = known()
            const input = { ...placeOf(to.itemId), ...becomes(target), file: await readable(file) }
            taken(before, await add(input), target)
          } catch (error) {
            say(`${text.failed(file.name)} ${errorSentence(error)}`)
          }
        }
        setReading(false)
      },
      choose: (to) =>
        attempt(async () => {
          const before = known()
          const chosen = await choose({ ...placeOf(to.itemId), ...becomes(to) })
          if (chosen === null) return
          const { list, refused } = chosen
          for (const { fileName, code, limit } of refused)
            say(`${text.failed(fileName)} ${errorSentence(new ApiError(code, { limit }))}`)
          if (list.some((one) => !before.some(({ id }) => id === one.id))) taken(before, list, to)
        }),
      answer: (attachment, choice) =>
        attempt(async () => {
          answered(attachment.id)
          if (choice === null) return
          const { id, version } = attachment
          const list = await identify({
            id,
            version,
            ...(choice.kind === 'replace' ? { replaces: choice.old.id } : { awaitedId: choice.awaited.id }),
          })
          keep(list)
          const now = list.find((one) => one.id === id)
          if (choice.kind === 'replace') sayReplaced(choice.old, now?.versionNumber ?? 2)
          else showUndoToast(text.promiseKept(choice.awaited.title))
        }),
      update: ({ id, version }, patch) =>
        attempt(async () => {
          keep(await update({ id, version, patch }))
        }),
      open: (id) => attempt(async () => void (await open({ id }))),
      drag: (id) => attempt(async () => void (await drag({ id }))),
      exportCopy: (id) =>
        attempt(async () => {
          const exported = await exportCopy({ id })
          if (exported !== null) showToast(text.exported(exported.fileName))
        }),
      remove: (attachment) =>
        attempt(async () => {
          keep(await remove({ id: attachment.id, version: attachment.version }))
          answered(attachment.id)
          const say = attachment.versionNumber > 1 ? text.broughtBack : text.removed
          showUndoToast(say(nameOf(attachment)))
        }),
    }
  }, [client, meetingId, ownerId, add, choose, identify, update, remove, open, exportCopy, drag])

  return {
    all: query.data ?? none,
    awaited: awaited.data ?? none,
    isLoading: query.isPending || (meetingId !== null && awaited.isPending),
    error: query.error,
    isAdding: isReading || isChoosing,
    failures,
    acts,
  }
}

/** Refused before its bytes are read: a folder of programs need not travel to be turned away. */
async function readable(file: File): Promise<{ fileName: string; bytes: Uint8Array }> {
  if (isRefusedFile(file.name)) throw new ApiError('file-refused')
  if (file.size > MAX_ATTACHMENT_BYTES)
    throw new ApiError('file-too-large', { limit: { of: 'fileBytes', most: MAX_ATTACHMENT_BYTES } })
  if (file.size === 0) throw new ApiError('file-empty')
  return { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}
