import { useState } from 'react'
import type { AgendaStatus } from '../../../electron/contract/agenda.ts'
import { ActButton, ActMenu } from '../../acts/ActButton.tsx'
import { useActs } from '../../acts/use-acts.ts'
import { errorSentence } from '../../api/api-error.ts'
import { useWrite } from '../../api/use-write.ts'
import { navigate } from '../../app/location.ts'
import { versionsText as text } from '../../text/agenda-versions.ts'
import { showToast, showUndoToast } from '../../ui/toasts.ts'
import { NameDialog } from './NameDialog.tsx'
import { type AgendaAct, agendaActs, dispatchAddress, needsValidation, nextNumber } from './next-act.ts'
import { statusActs } from './screen-acts.ts'

type Props = {
  status: AgendaStatus
  isEmpty: boolean
  /** Sends what is being typed: an act on the agenda is about the whole of it. */
  flush: () => Promise<void>
  onPublished: () => void
}

export function AgendaActs({ status, isEmpty, flush, onPublished }: Props) {
  const { meetingId } = status
  const [asking, setAsking] = useState<'submit' | 'validate' | 'publish' | null>(null)
  const close = () => setAsking(null)
  const say = { onError: (error: unknown) => showToast(errorSentence(error)) }
  const submit = useWrite('agenda.submit', {
    onSuccess: ({ submittedTo }) => {
      close()
      void showUndoToast(text.submitted(submittedTo))
    },
  })
  const validate = useWrite('agenda.validate')
  const publish = useWrite('agenda.publish')
  const back = useWrite('agenda.backToDraft', {
    ...say,
    onSuccess: () => void showUndoToast(text.backToDraftDone),
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
  const isPublishing = publish.isPending || (asking === 'publish' && validate.isPending)
  const act = async (what: AgendaAct) => {
    validate.reset()
    publish.reset()
    submit.reset()
    await flush()
    if (what === 'send') navigate(dispatchAddress(status))
    else if (what === 'backToDraft') back.mutate({ meetingId })
    else if (what === 'publish' && !needsValidation(status)) publishNow(say)
    else setAsking(what)
  }

  const [first, ...others] = agendaActs(status)
  const acts = useActs(statusActs, { status, isEmpty, act: (what) => void act(what) })
  return (
    <>
      {others.length === 0 || isEmpty ? null : (
        <ActMenu label={text.menu} acts={others.map((id) => acts[id])} />
      )}
      <ActButton act={acts[first]} look="primary" busy={isPublishing ? text.publishing : undefined} />
      {asking === 'submit' ? (
        <NameDialog
          title={text.submitTitle}
          lead={text.submitLead}
          label={text.submitTo}
          usual={status.submittedTo || status.usualValidator}
          confirm={text.submitConfirm}
          error={submit.error}
          onConfirm={(to) => submit.mutate({ meetingId, to })}
          onClose={close}
        />
      ) : null}
      {asking === 'validate' ? (
        <NameDialog
          title={text.validateTitle}
          lead={text.validateLead}
          label={text.validatedBy}
          usual={status.usualValidator}
          confirm={text.validateConfirm}
          needed={text.nameNeeded}
          error={validate.error}
          onConfirm={(by) =>
            validate.mutate(
              { meetingId, by },
              {
                onSuccess: () => {
                  close()
                  void showUndoToast(text.validated(by))
                },
              },
            )
          }
          onClose={close}
        />
      ) : null}
      {asking === 'publish' ? (
        <NameDialog
          title={text.publishTitle(next)}
          lead={status.changedSinceValidation ? text.publishChanged : text.publishUnvalidated}
          label={text.validatedBy}
          usual={status.usualValidator}
          confirm={text.publishConfirm}
          busy={isPublishing ? text.publishing : undefined}
          needed={text.nameNeeded}
          error={validate.error ?? publish.error}
          onConfirm={(by) => validate.mutate({ meetingId, by }, { onSuccess: () => publishNow() })}
          onClose={close}
        />
      ) : null}
    </>
  )
}
