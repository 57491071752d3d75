import { type ReactNode, useRef } from 'react'
import { LINE_LENGTH } from '../../../electron/domain/limits.ts'
import { saidFields } from '../../../electron/domain/watch/pasted-text.ts'
import { InForceRule, WatchFollowUp, WatchNature, WatchStatus } from '../../../electron/domain/watch/watch.ts'
import {
  watchFollowUpWords,
  watchNatureWords,
  watchStatusWords,
} from '../../../electron/domain/watch/watch-words.ts'
import { call } from '../../api/client.ts'
import { outbox } from '../../api/outbox/window.ts'
import { showRowToast } from '../../api/row-toast.ts'
import { showToast } from '../../api/toasts.ts'
import { inForceRuleText, lifeText } from '../../text/text-life.ts'
import { watchText } from '../../text/watch.ts'
import { watchPasteText } from '../../text/watch-paste.ts'
import { DateField } from '../../ui/DateField.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea, TextField } from '../../ui/TextField.tsx'
import type { PatchText } from './use-text-patch.ts'
import type { WatchRow } from './watch-columns.tsx'

const natures = WatchNature.options.map((value) => ({ value, label: watchNatureWords[value] }))
const statuses = WatchStatus.options.map((value) => ({ value, label: watchStatusWords[value] }))
const followUps = WatchFollowUp.options.map((value) => ({ value, label: watchFollowUpWords[value] }))
const rules = InForceRule.options.map((value) => ({ value, label: inForceRuleText[value] }))
const { fields } = watchText
const { identity } = lifeText

/** Nobody said yet what it is: its title may. */
function isBlank({ nature, number, status, signedOn }: WatchRow): boolean {
  return nature === 'autre' && number === '' && status === 'announced' && signedOn === null
}

/** What a title cites of the one text that it names goes where it belongs, as of a text that was pasted, with a way back. */
async function understand(title: string, now: () => WatchRow, patch: PatchText): Promise<void> {
  const { id } = now()
  // A title that cannot be read stays as it was typed.
  const read = await call('watch.readPasted', { words: title }).catch(() => null)
  const [only, second] = read?.rows ?? []
  if (only === undefined || second !== undefined || only.text.nature === null) return
  if (only.known !== null && only.known.id !== id) {
    showToast(watchPasteText.isKnown(only.known.title))
    return
  }
  await outbox.settleRow(id)
  // Somebody said meanwhile what it is.
  if (now().id !== id || !isBlank(now())) return
  const said = Object.entries(saidFields(only.text)).filter(([, value]) => value !== '' && value !== null)
  patch(Object.fromEntries(said))
  if ((await outbox.settleRow(id)) !== undefined) await showRowToast(watchPasteText.completed(title), id)
}

/** Five fields that every text is followed by; the others unfold, `children` last. */
export function TextFields({
  row,
  patch,
  children,
}: {
  row: WatchRow
  patch: PatchText
  children?: ReactNode
}) {
  const latest = useRef(row)
  latest.current = row
  return (
    <>
      <TextArea
        label={fields.title}
        rows={3}
        value={row.title}
        fresh={{ id: row.id, name: watchText.fresh }}
        maxLength={LINE_LENGTH}
        needed
        onCommit={(title) => patch({ title })}
        onLeave={(title) => {
          if (isBlank(row)) void understand(title.trim(), () => latest.current, patch)
        }}
      />
      <Select
        label={fields.nature}
        value={row.nature}
        choices={natures}
        onCommit={(nature) => patch({ nature })}
      />
      <Select
        label={fields.status}
        value={row.status}
        choices={statuses}
        onCommit={(status) => patch({ status })}
      />
      <Select
        label={fields.followUp}
        value={row.followUp}
        choices={followUps}
        onCommit={(followUp) => patch({ followUp })}
      />
      <DateField
        label={fields.appliesOn}
        keptAs={`watch:${row.id}:appliesOn`}
        value={row.appliesOn}
        onCommit={(appliesOn) => patch({ appliesOn })}
      />
      <details className="text-more">
        <summary>{watchText.more}</summary>
        <div className="stack">
          <TextField
            label={identity.shortTitle}
            prose
            value={row.shortTitle}
            onCommit={(shortTitle) => patch({ shortTitle })}
          />
          {row.draftTitle === '' ? null : (
            <TextArea
              label={identity.draftTitle}
              rows={2}
              value={row.draftTitle}
              maxLength={LINE_LENGTH}
              onCommit={(draftTitle) => patch({ draftTitle })}
            />
          )}
          <TextField
            label={fields.number}
            value={row.number}
            maxLength={60}
            onCommit={(number) => patch({ number })}
          />
          <TextField
            label={fields.nor}
            help={fields.norHelp}
            value={row.nor}
            maxLength={30}
            onCommit={(nor) => patch({ nor })}
          />
          <TextField
            label={fields.ministry}
            value={row.ministry}
            onCommit={(ministry) => patch({ ministry })}
          />
          <TextField label={identity.theme} prose value={row.theme} onCommit={(theme) => patch({ theme })} />
          <DateField
            label={identity.announcedOn}
            keptAs={`watch:${row.id}:announcedOn`}
            value={row.announcedOn}
            onCommit={(announcedOn) => patch({ announcedOn })}
          />
          <DateField
            label={identity.draftedOn}
            keptAs={`watch:${row.id}:draftedOn`}
            value={row.draftedOn}
            onCommit={(draftedOn) => patch({ draftedOn })}
          />
          <DateField
            label={watchPasteText.fields.signedOn}
            keptAs={`watch:${row.id}:signedOn`}
            value={row.signedOn}
            onCommit={(signedOn) => patch({ signedOn })}
          />
          <DateField
            label={fields.publishedOn}
            keptAs={`watch:${row.id}:publishedOn`}
            value={row.publishedOn}
            onCommit={(publishedOn) => patch({ publishedOn })}
          />
          <DateField
            label={fields.inForceOn}
            keptAs={`watch:${row.id}:inForceOn`}
            value={row.inForceOn}
            onCommit={(inForceOn) => patch({ inForceOn })}
          />
          <Select
            label={identity.inForceRule}
            value={row.inForceRule}
            choices={rules}
            onCommit={(inForceRule) => patch({ inForceRule })}
          />
          <DateField
            label={identity.repealedOn}
            keptAs={`watch:${row.id}:repealedOn`}
            value={row.repealedOn}
            onCommit={(repealedOn) => patch({ repealedOn })}
          />
          {children}
        </div>
      </details>
    </>
  )
}
