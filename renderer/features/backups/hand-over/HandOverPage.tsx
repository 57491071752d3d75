import type { Output } from '../../../../electron/contract/index.ts'
import { formatSize } from '../../../../electron/domain/text/french.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useAct, useWrite } from '../../../api/use-write.ts'
import { handOverText as text } from '../../../text/hand-over.ts'
import { instantWords } from '../../../text/instant-words.ts'
import { readOnlyText } from '../../../text/read-only.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { SectionHead } from '../../../ui/Head.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useStatusLine } from '../../../ui/status.ts'
import { TextField } from '../../../ui/TextField.tsx'
import { AsidesSection } from './AsidesSection.tsx'
import { SourceSection } from './SourceSection.tsx'
import { StandingSection } from './StandingSection.tsx'

export function HandOverPage({ focusId }: { focusId: string | null }) {
  const writer = useQuery('handOver.writer', {})
  const look = useQuery('handOver.look', {})
  useStatusLine(writer.data === undefined ? [] : [text.states[writer.data.state]])
  const error = writer.error ?? look.error
  return (
    <>
      <SectionHead title={text.title} lead={text.lead} />
      <div className="scroll pad preparation">
        {error === null ? null : <ErrorBanner error={error} onRetry={() => void look.refetch()} />}
        {writer.data === undefined || look.data === undefined ? (
          error === null ? (
            <Skeleton />
          ) : null
        ) : (
          <>
            <StandingSection
              writer={writer.data}
              seen={look.data}
              isReading={look.isFetching}
              onRefresh={() => void look.refetch()}
            />
            <AsidesSection asides={writer.data.state === 'mine' ? look.data.asides : []} />
            <FolderSection folderName={writer.data.folderName} />
            <CopySection seen={look.data} writer={writer.data} />
            <SourceSection
              canTake={writer.data.state === 'mine' && writer.data.shownCopy === null}
              isSought={focusId === 'source'}
            />
            <MachineSection name={writer.data.machineName} />
          </>
        )}
      </div>
    </>
  )
}

function CopySection({ writer, seen }: { writer: Output<'handOver.writer'>; seen: Output<'handOver.look'> }) {
  const show = useAct('handOver.showCopy')
  const leave = useAct('handOver.leaveCopy')
  const error = show.error ?? leave.error
  const { newest } = seen
  return (
    <section className="stack" aria-label={text.copy}>
      <h2 className="h2">{text.copy}</h2>
      <p className="mute">{text.copyLead}</p>
      {error === null ? null : <ErrorBanner error={error} />}
      <p className="mute">
        {newest === null
          ? text.copyNone
          : text.copyNewest(instantWords(newest.at), formatSize(newest.sizeBytes))}
      </p>
      <div className="row wrap">
        <Button
          unavailable={newest === null ? text.copyNone : undefined}
          busy={show.isPending ? readOnlyText.consulting : undefined}
          onPress={() => show.mutate({})}
        >
          {writer.shownCopy === null ? text.consult : readOnlyText.shownRefresh}
        </Button>
        {writer.shownCopy === null ? null : (
          <Button onPress={() => leave.mutate({})}>{readOnlyText.shownLeave}</Button>
        )}
      </div>
    </section>
  )
}

function FolderSection({ folderName }: { folderName: string | null }) {
  const choose = useWrite('handOver.chooseFolder')
  const place = useQuery('dataPlace.get', {})
  return (
    <section className="stack" aria-label={text.folder}>
      <h2 className="h2">{text.folder}</h2>
      {choose.error === null ? null : <ErrorBanner error={choose.error} />}
      <p className="mute">{folderName === null ? text.folderNone : text.folderIs(folderName)}</p>
      <p className="mute">{text.folderApart(place.data?.shared?.kind ?? null)}</p>
      <div className="row">
        <Button onPress={() => choose.mutate({})}>
          {folderName === null ? text.chooseFolder : text.changeFolder}
        </Button>
      </div>
    </section>
  )
}

function MachineSection({ name }: { name: string }) {
  const rename = useWrite('handOver.nameMachine')
  return (
    <section className="stack" aria-label={text.machine}>
      {rename.error === null ? null : <ErrorBanner error={rename.error} />}
      <div className="form-grid">
        <TextField
          label={text.machine}
          help={text.machineHelp}
          value={name}
          maxLength={80}
          onCommit={(next) => (next.trim() === '' ? undefined : rename.mutate({ name: next.trim() }))}
        />
      </div>
    </section>
  )
}
