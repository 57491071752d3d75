import FileDown from 'lucide-react/icons/file-down'
import Mail from 'lucide-react/icons/mail'
import { useState } from 'react'
import type { SavedDocument } from '../../../electron/contract/documents.ts'
import type { ExportedRegister } from '../../../electron/contract/follow-up.ts'
import { errorSentence } from '../../api/api-error.ts'
import { showToast } from '../../api/toasts.ts'
import { useQuery } from '../../api/use-query.ts'
import { useAct } from '../../api/use-write.ts'
import { href } from '../../app/paths.ts'
import { remindersText, followUpText as text } from '../../text/follow-up.ts'
import { Button } from '../../ui/Button.tsx'
import { Head } from '../../ui/Head.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { SavedToast } from '../documents/index.ts'
import { ActionsView } from './ActionsView.tsx'
import { DecisionsView } from './DecisionsView.tsx'
import { type ActionView, asDecided, everyDecision, firstFilter, firstSort } from './filters.ts'
import { LATE } from './late.ts'
import { NewAction } from './NewAction.tsx'
import { lateOnly, RemindersDialog } from './RemindersDialog.tsx'
import { useReminders } from './use-reminders.ts'

type Props = { focusId: string | null }

export const OpenActionsPage = ({ focusId }: Props) => <FollowUpPage view="open" focusId={focusId} />
export const ClosedActionsPage = ({ focusId }: Props) => <FollowUpPage view="closed" focusId={focusId} />
export const DecisionsPage = ({ focusId }: Props) => <FollowUpPage view="decisions" focusId={focusId} />
export const FollowUpChecksPage = ({ focusId }: Props) => <FollowUpPage view="checks" focusId={focusId} />

function FollowUpPage({ view, focusId }: Props & { view: ActionView | 'decisions' }) {
  const { data: counts } = useQuery('followUp.counts', {})
  const isLateOnly = focusId === LATE
  const [exported, setExported] = useState<ExportedRegister>(() => firstExport(view, isLateOnly))
  const tabs = text.tabs
  return (
    <>
      <Head
        title={text.title}
        facts={counts === undefined ? undefined : <span>{text.facts(counts.late)}</span>}
        acts={
          <>
            <Export of={exported} />
            {view === 'open' || view === 'checks' ? <NewAction /> : null}
            {view === 'open' || view === 'checks' ? <RemindAll /> : null}
          </>
        }
        tabs={
          <Tabs
            label={tabs.label}
            current={view}
            tabs={[
              { id: 'open', label: tabs.inBar.open, href: href('followUp'), count: counts?.open },
              { id: 'closed', label: tabs.inBar.closed, href: href('followUpClosed'), count: counts?.closed },
              {
                id: 'decisions',
                label: tabs.decisions,
                href: href('followUpDecisions'),
                count: counts?.decisions,
              },
              { id: 'checks', label: tabs.checks, href: href('followUpChecks'), count: counts?.toCheck },
            ]}
          />
        }
      />
      {view === 'decisions' ? (
        <DecisionsView
          key={focusId}
          focusId={focusId}
          onShown={(shown) => setExported({ of: 'decisions', ...shown })}
        />
      ) : (
        <ActionsView
          key={`${view} ${focusId}`}
          view={view}
          focusId={isLateOnly ? null : focusId}
          lateOnly={isLateOnly}
          onShown={(shown) => setExported({ of: 'actions', ...shown })}
        />
      )}
    </>
  )
}

function firstExport(view: ActionView | 'decisions', isLateOnly: boolean): ExportedRegister {
  return view === 'decisions'
    ? { of: 'decisions', filter: everyDecision, sort: asDecided }
    : { of: 'actions', filter: firstFilter(view, isLateOnly), sort: firstSort(view) }
}

/** The list as it is narrowed, whole, as a workbook or a csv. */
function Export({ of }: { of: ExportedRegister }) {
  const [saved, setSaved] = useState<SavedDocument | null>(null)
  const save = useAct('documents.save', {
    onSuccess: setSaved,
    onError: (error) => showToast(errorSentence(error)),
  })
  return (
    <>
      <Button
        icon={FileDown}
        label={text.export}
        unavailable={save.isPending ? text.exporting : undefined}
        onPress={() => save.mutate({ kind: 'followUp', register: of })}
      />
      {saved === null ? null : (
        <SavedToast saved={saved} onClose={() => setSaved(null)}>
          {text.exported(saved.fileName)}
        </SavedToast>
      )}
    </>
  )
}

function RemindAll() {
  const reminders = useReminders()
  const { data } = useQuery('followUp.reminders', {})
  const [isOpen, setOpen] = useState(false)
  const busy = reminders.isPending ? text.reminding : undefined
  return (
    <>
      <Button
        look="primary"
        icon={Mail}
        busy={busy}
        unavailable={data?.length === 0 ? text.reminded(0) : undefined}
        onPress={() => setOpen(true)}
      >
        {remindersText.act(lateOnly(data ?? []).length)}
      </Button>
      {isOpen && data !== undefined ? (
        <RemindersDialog
          reminders={data}
          busy={busy}
          onPrepare={reminders.prepare}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}
