import { type ReactNode, Suspense, useRef, useState } from 'react'
import type { AgendaStatus } from '../../../electron/contract/agenda.ts'
import type { LeavingCheckKind } from '../../../electron/domain/meetings/leaving.ts'
import { ActButton } from '../../acts/ActButton.tsx'
import { useMoreActs } from '../../acts/more-acts.ts'
import { useActs } from '../../acts/use-acts.ts'
import { errorSentence } from '../../api/api-error.ts'
import { call } from '../../api/client.ts'
import { showToast, showUndoToast } from '../../api/toasts.ts'
import { storing, useWrite } from '../../api/use-write.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { versionsText as text } from '../../text/agenda-versions.ts'
import { commonText } from '../../text/common.ts'
import { ErrorBanner, sayGivenUp } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useKept } from '../../ui/kept.ts'
import { part } from '../../ui/part.ts'
import { TextField } from '../../ui/TextField.tsx'
import { type AgendaAct, agendaActs, dispatchAddress, needsValidation, nextNumber } from './next-act.ts'
import { statusActs } from './screen-acts.ts'

const BeforeLeaving = part(() => import('../../parts/BeforeLeaving.tsx').then((m) => m.BeforeLeaving))

type Props = {
  status: AgendaStatus
  isConvened: boolean
  isEmpty: boolean
  /** Sends what is being typed: an act on the agenda is about the whole of it. */
  flush: () => Promise<void>
  onPublished: () => void
}

export function AgendaActs({ status, isConvened, isEmpty, flush, onPublished }: Props) {
  const { meetingId } = status
  const [asking, setAsking] = useState<'submit' | 'validate' | 'hours' | 'publish' | null>(null)
  const close = () => setAsking(null)
  const say = { onError: (error: unknown) => showToast(errorSentence(error)) }
  const submit = useWrite('agenda.submit', {
    onSuccess: ({ submittedTo }) => {
      close()
      showUndoToast(text.submitted(submittedTo))
    },
  })
  const validate = useWrite('agenda.validate')
  const publish = useWrite('agenda.publish')
  const back = useWrite('agenda.backToDraft', {
    ...say,
    onSuccess: () => showUndoToast(text.backToDraftDone),
  })
  const draft = useWrite('dispatch.prepare', {
    ...say,
    onSuccess: (_, { kind }) => navigate(href('dispatch', { meetingId }, kind)),
  })
  const next = nextNumber(status)

  const publishNow = (options: { onError?: (error: unknown) => void } = {}) =>
    publish.mutate(
      { meetingId },
      {
        ...options,
        onSuccess: () => {
          close()
          showToast(text.publishedToast(next))
          onPublished()
        },
      },
    )
  // Read after what was being typed is stored; where it cannot be read, neither can it be published.
  const isOdd = () =>
    call('meetings.leavingChecks', { id: meetingId, departure: 'publication' }).then(
      (checks) => checks.some(({ kind }) => !seenAnyway.has(kind)),
      () => false,
    )
  const publishAsked = (options: { onError?: (error: unknown) => void } = {}) => {
    if (needsValidation(status)) setAsking('publish')
    else publishNow(options)
  }
  const isPublishing = publish.isPending || (asking === 'publish' && validate.isPending)
  // From the press on: what is typed is stored and read first, and a second press would find it so too.
  const isUnderWay = useRef(false)
  const act = async (what: AgendaAct) => {
    if (isUnderWay.current || publish.isPending) return
    isUnderWay.current = true
    try {
      await begin(what)
    } finally {
      isUnderWay.current = false
    }
  }
  const begin = async (what: AgendaAct) => {
    validate.reset()
    publish.reset()
    submit.reset()
    await flush()
    // Said by itself where it fails.
    if (what === 'sendDraft')
      await draft.mutateAsync({ meetingId, kind: 'agendaDraft', itemId: null }).catch(() => undefined)
    else if (what === 'send') navigate(dispatchAddress(status))
    else if (what === 'backToDraft') back.mutate({ meetingId })
    else if (what !== 'publish') setAsking(what)
    else if (await isOdd()) setAsking('hours')
    else publishAsked(say)
  }

  const [first, ...others] = agendaActs(status, isConvened)
  const acts = useActs(statusActs, { status, isConvened, isEmpty, act: (what) => void act(what) })
  useMoreActs(isEmpty ? [] : others.map((id) => acts[id]))
  return (
    <>
      <ActButton
        act={acts[first]}
        look="primary"
        busy={isPublishing ? text.publishing : draft.isPending ? text.preparing : undefined}
      />
      {asking === 'submit' ? (
        <NameDialog
          kept={`agenda-submit:${meetingId}`}
          title={text.submitTitle}
          lead={text.submitLead}
          label={text.submitTo}
          usual={status.submittedTo || status.usualValidator}
          confirm={text.submitConfirm}
          error={submit.error}
          onConfirm={(to, forget) => storing(submit, { meetingId, to }, forget)}
          onClose={close}
        />
      ) : null}
      {asking === 'validate' ? (
        <NameDialog
          kept={`agenda-validate:${meetingId}`}
          title={text.validateTitle}
          lead={text.validateLead}
          label={text.validatedBy}
          usual={status.usualValidator}
          confirm={text.validateConfirm}
          needed={text.nameNeeded}
          error={validate.error}
          onConfirm={(by, forget) =>
            validate.mutate(
              { meetingId, by },
              {
                onSuccess: () => {
                  forget()
                  close()
                  showUndoToast(text.validated(by))
                },
              },
            )
          }
          onClose={close}
        />
      ) : null}
      {asking === 'hours' ? (
        <Suspense>
          <BeforeLeaving
            meetingId={meetingId}
            departure="publication"
            words={text.beforePublishing}
            go={({ kind }) => {
              if (kind === 'agendaUnvalidated') setAsking('validate')
              return kind === 'agendaUnvalidated'
            }}
            onAct={() => {
              close()
              publishAsked(say)
            }}
            onClose={close}
          />
        </Suspense>
      ) : null}
      {asking === 'publish' ? (
        <NameDialog
          kept={`agenda-publish:${meetingId}`}
          title={text.publishTitle(next)}
          lead={status.changedSinceValidation ? text.publishChanged : text.publishUnvalidated}
          label={text.validatedBy}
          usual={status.usualValidator}
          confirm={text.publishConfirm}
          busy={isPublishing ? text.publishing : undefined}
          needed={text.nameNeeded}
          error={validate.error ?? publish.error}
          onConfirm={(by, forget) =>
            validate.mutate(
              { meetingId, by },
              {
                onSuccess: () => {
                  forget()
                  publishNow()
                },
              },
            )
          }
          onClose={close}
        />
      ) : null}
    </>
  )
}

/** Told with the rest, and no question of their own: the durations stand in the rows, who validates is asked next. */
const seenAnyway: ReadonlySet<LeavingCheckKind> = new Set(['itemsUntimed', 'agendaUnvalidated'])

function NameDialog(props: {
  /** Under what a name is kept that was typed and not sent. */
  kept: string
  title: string
  lead: ReactNode
  label: string
  /** The name that is expected. */
  usual: string
  confirm: string
  /** Shown while the act is under way. */
  busy?: string | undefined
  /** Why no name is not enough; without it the name may be left out. */
  needed?: string
  error: unknown
  onConfirm: (name: string, forget: () => void) => void
  onClose: () => void
}) {
  const [name, setName, forget] = useKept(props.kept, props.usual)
  const missing = name.trim() === '' ? props.needed : undefined
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      onSubmit={() => {
        if (missing !== undefined || props.busy !== undefined) return
        props.onConfirm(name.trim(), forget)
      }}
      acts={
        <>
          <Button
            onPress={() => {
              sayGivenUp(forget())
              props.onClose()
            }}
          >
            {commonText.cancel}
          </Button>
          <Button type="submit" look="primary" unavailable={missing} busy={props.busy}>
            {props.confirm}
          </Button>
        </>
      }
    >
      <p>{props.lead}</p>
      <TextField label={props.label} prose value={name} onCommit={setName} autoFocus />
      {props.error === null ? null : <ErrorBanner error={props.error} />}
    </Dialog>
  )
}
