import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import Trash2 from 'lucide-react/icons/trash-2'
import type { ReactNode } from 'react'
import { type ApiError, errorCode } from '../../api/api-error.ts'
import { commonText } from '../../text/common.ts'
import { directoryText as text } from '../../text/directory.ts'
import { shortcutsText } from '../../text/frame.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Inspector } from '../../ui/Inspector.tsx'
import { Menu } from '../../ui/Menu.tsx'
import type { DirectoryKind } from './directory-order.ts'

const { alt, shift } = shortcutsText.keys

export type EntryActs = {
  onClose: () => void
  onRemove: () => void
  removeError: ApiError | null
  onStep: (step: 1 | -1) => void
}

export function EntryInspector(props: {
  kind: DirectoryKind
  title: string
  acts: EntryActs
  saver: { error: ApiError | null; retry: () => void }
  children: ReactNode
}) {
  const { acts, saver } = props
  return (
    <Inspector
      title={props.title}
      onClose={acts.onClose}
      acts={
        <>
          <span className="di-menu">
            <Menu
              acts={[
                {
                  id: 'up',
                  label: text.order.up,
                  icon: ArrowUp,
                  keys: [alt, shift, '↑'],
                  onAct: () => acts.onStep(-1),
                },
                {
                  id: 'down',
                  label: text.order.down,
                  icon: ArrowDown,
                  keys: [alt, shift, '↓'],
                  onAct: () => acts.onStep(1),
                },
              ]}
            />
          </span>
          <Button small look="ghost" icon={Trash2} label={commonText.remove} onPress={acts.onRemove} />
        </>
      }
    >
      {saver.error === null ? null : <ErrorBanner error={saver.error} onRetry={saver.retry} />}
      {acts.removeError === null ? null : errorCode(acts.removeError) === 'state-refuses' ? (
        <Banner tone="bad">{text.refused[props.kind]}</Banner>
      ) : (
        <ErrorBanner error={acts.removeError} />
      )}
      {props.children}
    </Inspector>
  )
}

/** A name may not be empty: an emptied field waits for a name and saves nothing. */
export function named(name: string, save: (name: string) => void): void {
  if (name.trim() !== '') save(name.trim())
}

export function versionOf(rows: readonly { id: string; version: number }[], id: string): number | undefined {
  return rows.find((row) => row.id === id)?.version
}
