import BadgeCheck from 'lucide-react/icons/badge-check'
import FileCheck from 'lucide-react/icons/file-check'
import Send from 'lucide-react/icons/send'
import Undo2 from 'lucide-react/icons/undo-2'
import { useState } from 'react'
import type { AgendaStatus } from '../../../electron/contract/agenda.ts'
import { errorSentence } from '../../api/api-error.ts'
import { useWrite } from '../../api/use-write.ts'
import { navigate } from '../../app/location.ts'
import { versionsText as text } from '../../text/agenda-versions.ts'
import { Button } from '../../ui/Button.tsx'
import type { IconShape } from '../../ui/Icon.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { showToast, showUndoToast } from '../../ui/toasts.ts'
import { NameDialog } from './NameDialog.tsx'
import { type AgendaAct, agendaActs, dispatchAddress, needsValidation } from './next-act.ts'

const icons: Readonly<Record<AgendaAct, IconShape>> = {
  submit: Send,
  validate: BadgeCheck,
  publish: FileCheck,
  backToDraft: Undo2,
  send: Send,
}

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
  const next = (status.versions[0]?.number ?? 0) + 1

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
  const words: Readonly<Record<AgendaAct, string>> = {
    submit: status.submittedAt === null ? text.submit : text.submitAgain,
    validate: text.validate,
    publish: needsValidation(status) ? text.publishAsking(next) : text.publish(next),
    backToDraft: text.backToDraft,
    send: text.send,
  }
  return (
    <>
      {others.length === 0 || isEmpty ? null : (
        <Menu
          label={text.menu}
          acts={others.map((id) => ({
            id,
            label: words[id],
            icon: icons[id],
            onAct: () => void act(id),
          }))}
        />
      )}
      <Button
        look="primary"
        icon={icons[first]}
        unavailable={isEmpty ? text.emptyAgenda : undefined}
        busy={isPublishing ? text.publishing : undefined}
        onPress={() => void act(first)}
      >
        {words[first]}
      </Button>
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
