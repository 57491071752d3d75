import FileCheck from 'lucide-react/icons/file-check'
import { useState } from 'react'
import type { KeptFileFault } from '../../../../electron/contract/kept-files.ts'
import { showUndoToast } from '../../../api/toasts.ts'
import { useUnderWay } from '../../../api/under-way.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useAct, useWrite } from '../../../api/use-write.ts'
import { href } from '../../../app/paths.ts'
import { whenWords } from '../../../text/instant-words.ts'
import { keptFilesText as text } from '../../../text/kept-files.ts'
import { Banner, ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { SectionHead } from '../../../ui/Head.tsx'
import { useOutcome } from '../../../ui/kept.ts'
import { LongProgress } from '../../../ui/LongProgress.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useStatusLine } from '../../../ui/status.ts'
import { PassphraseDialog } from '../PassphraseDialog.tsx'
import { FaultRow } from './FaultRow.tsx'

/** `closed`: files that may still lie among encrypted copies. */
type Said = { tone: 'ok' | 'warn'; words: string; closed?: readonly string[] }

export function KeptFilesPage(_: { focusId: string | null }) {
  const list = useQuery('keptFiles.list', {})
  const isChecking = useUnderWay('keptFiles.check')
  const isSearching = useUnderWay('keptFiles.bringBack')
  const [said, setSaid] = useOutcome<Said>('kept-files-said', isSearching)
  /** Files to look for among encrypted copies, once their passphrase is given. */
  const [opening, setOpening] = useState<readonly string[] | null>(null)
  const check = useAct('keptFiles.check')
  const bringBack = useAct('keptFiles.bringBack', {
    onSuccess: ({ found, notFound, closed }, { files }) => {
      setOpening(null)
      setSaid(
        notFound === 0
          ? { tone: 'ok', words: text.broughtBack(found) }
          : {
              tone: 'warn',
              words: [
                found === 0 ? '' : text.broughtBack(found),
                closed ? text.closed(notFound) : text.notFound(notFound),
              ]
                .join(' ')
                .trim(),
              ...(closed ? { closed: files } : {}),
            },
      )
    },
  })
  const choose = useAct('keptFiles.choose', {
    onSuccess: (taken) => {
      if (taken !== null) setSaid({ tone: 'ok', words: text[taken.became] })
    },
  })
  const leave = useWrite('keptFiles.leave', {
    onSuccess: (_value, { left }) => {
      if (left) showUndoToast(text.wasLeft)
    },
  })
  const known = list.data
  const facts =
    known === undefined
      ? ''
      : known.checkedAt === null
        ? text.neverChecked
        : text.facts(known.checked, whenWords(known.checkedAt))
  useStatusLine([])
  const open = known?.faults.filter(({ leftAt }) => leftAt === null) ?? []
  const left = known?.faults.filter(({ leftAt }) => leftAt !== null) ?? []
  // The passphrase dialog says what it asks for.
  const failed = [list, check, ...(opening === null ? [bringBack] : []), choose, leave].find(
    ({ error }) => error !== null && error.code !== 'cancelled',
  )
  const start = (act: () => void) => {
    setSaid(null)
    for (const one of [check, bringBack, choose, leave]) one.reset()
    act()
  }
  const row = (fault: KeptFileFault) => (
    <FaultRow
      key={fault.sha256}
      fault={fault}
      isBusy={isChecking || isSearching}
      onBringBack={() => start(() => bringBack.mutate({ files: [fault.sha256] }))}
      onChoose={() => start(() => choose.mutate({ file: fault.sha256 }))}
      onLeave={(isLeft) => start(() => leave.mutate({ files: [fault.sha256], left: isLeft }))}
    />
  )
  return (
    <>
      <SectionHead
        title={text.title}
        facts={facts}
        acts={
          <>
            <a className="button ghost" href={href('backups')}>
              {text.backups}
            </a>
            <Button
              look={open.length === 0 ? 'primary' : 'plain'}
              busy={isChecking ? text.checking : undefined}
              onPress={() => start(() => check.mutate({}))}
            >
              {text.check}
            </Button>
          </>
        }
      />
      <div className="scroll pad preparation">
        <p className="mute kept-file-lead">{text.lead}</p>
        {failed === undefined ? null : <ErrorBanner error={failed.error} />}
        {said === null ? null : (
          <Banner
            tone={said.tone}
            acts={
              said.closed === undefined ? undefined : (
                <Button small onPress={() => setOpening(said.closed ?? null)}>
                  {text.openCopies}
                </Button>
              )
            }
          >
            {said.words}
          </Banner>
        )}
        {opening === null ? null : (
          <PassphraseDialog
            title={text.openCopiesTitle}
            lead={text.openCopiesLead}
            act={text.openCopiesAct}
            busy={text.searching}
            method="keptFiles.bringBack"
            stop="keptFiles.stop"
            isPending={bringBack.isPending}
            error={bringBack.error}
            onSubmit={(passphrase) => bringBack.mutate({ files: [...opening], passphrase })}
            onClose={() => {
              bringBack.reset()
              setOpening(null)
            }}
          />
        )}
        {isChecking ? <WorkProgress method="keptFiles.check" /> : null}
        {isSearching && opening === null ? <WorkProgress method="keptFiles.bringBack" /> : null}
        {known === undefined ? (
          list.error === null ? (
            <Skeleton lines={6} />
          ) : null
        ) : open.length === 0 && left.length === 0 && known.checkedAt !== null ? (
          <EmptyState icon={FileCheck} title={text.sound}>
            {facts}
          </EmptyState>
        ) : null}
        {open.length === 0 ? null : (
          <section className="stack" aria-label={text.toDo(open.length)}>
            <div className="row wrap">
              <h2 className="h2 grow">{text.toDo(open.length)}</h2>
              {open.length === 1 ? null : (
                <Button
                  look="primary"
                  busy={isSearching ? text.searching : undefined}
                  onPress={() => start(() => bringBack.mutate({ files: open.map(({ sha256 }) => sha256) }))}
                >
                  {text.bringBackAll}
                </Button>
              )}
            </div>
            <ul className="list">{open.map(row)}</ul>
          </section>
        )}
        {left.length === 0 ? null : (
          <section className="stack" aria-label={text.left(left.length)}>
            <h2 className="h2">{text.left(left.length)}</h2>
            <p className="mute">{text.leftLead}</p>
            <ul className="list">{left.map(row)}</ul>
          </section>
        )}
        {known === undefined || known.setAside === 0 ? null : (
          <p className="mute">{text.setAside(known.setAside)}</p>
        )}
      </div>
    </>
  )
}

function WorkProgress({ method }: { method: 'keptFiles.check' | 'keptFiles.bringBack' }) {
  const stop = useAct('keptFiles.stop')
  const isCheck = method === 'keptFiles.check'
  return (
    <LongProgress
      method={method}
      beginning={isCheck ? text.checking : text.searching}
      words={isCheck ? text.progress : text.searched}
      stop={text.stop}
      onStop={() => stop.mutate({})}
    />
  )
}
