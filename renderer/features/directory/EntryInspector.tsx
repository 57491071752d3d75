import type { ReactNode } from 'react'
import { ActButton } from '../../acts/ActButton.tsx'
import { ActMenu } from '../../acts/ActMenu.tsx'
import { useActs } from '../../acts/use-acts.ts'
import { type ApiError, errorCode } from '../../api/api-error.ts'
import type { Patcher } from '../../api/use-patch.ts'
import { HistoryLink } from '../../parts/HistoryLink.tsx'
import { directoryText as text } from '../../text/directory.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Inspector } from '../../ui/Inspector.tsx'
import type { DirectoryKind } from './directory-order.ts'
import { entryActs } from './entry-acts.ts'

export type EntryActs = {
  onClose: () => void
  onRemove: () => void
  removeError: ApiError | null
  onStep: (step: 1 | -1) => void
}

export function EntryInspector(props: {
  kind: DirectoryKind
  id: string
  title: string
  acts: EntryActs
  saver: Pick<Patcher<object>, 'error' | 'retry' | 'giveUp'>
  children: ReactNode
}) {
  const { acts, saver } = props
  const own = useActs(entryActs, { step: acts.onStep, remove: acts.onRemove })
  return (
    <Inspector
      title={props.title}
      onClose={acts.onClose}
      acts={
        <>
          <span className="directory-menu">
            <ActMenu acts={[own.up, own.down]} />
          </span>
          <HistoryLink of={props.id} />
          <ActButton act={own.remove} small look="ghost" iconOnly />
        </>
      }
    >
      {saver.error === null ? null : (
        <ErrorBanner error={saver.error} onRetry={saver.retry} onGiveUp={saver.giveUp} />
      )}
      {acts.removeError === null ? null : errorCode(acts.removeError) === 'state-refuses' ? (
        <Banner tone="bad">{text.refused[props.kind]}</Banner>
      ) : (
        <ErrorBanner error={acts.removeError} />
      )}
      {props.children}
    </Inspector>
  )
}

export function versionOf(rows: readonly { id: string; version: number }[], id: string): number | undefined {
  return rows.find((row) => row.id === id)?.version
}
