import FileKey from 'lucide-react/icons/file-key'
import { useState } from 'react'
import { errorSentences } from '../../../electron/contract/error-sentences.ts'
import type { Output } from '../../../electron/contract/index.ts'
import { readTeamFile, type TeamFile, TeamUser } from '../../../electron/domain/data/team.ts'
import { fold } from '../../../electron/domain/text/fold.ts'
import { useArrived } from '../../api/arrivals.ts'
import { sawNothing } from '../../api/seen.ts'
import { showToast } from '../../api/toasts.ts'
import { useUnderWay } from '../../api/under-way.ts'
import { useQuery } from '../../api/use-query.ts'
import { useAct } from '../../api/use-write.ts'
import { ManagedNote, useManaged } from '../../parts/Managed.tsx'
import { teamText as text } from '../../text/team.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { FileButton } from '../../ui/FileButton.tsx'
import { noWords, useKept } from '../../ui/kept.ts'
import { LongProgress } from '../../ui/LongProgress.tsx'
import { PasswordField } from './PasswordField.tsx'
import { NotStored, useStoredFirst } from './StoredFirst.tsx'

/** Larger than any certificate. */
const MAX_FILE_BYTES = 200_000

export function JoinSection() {
  const managed = useManaged()
  const isGiven = managed.TeamConnection !== undefined
  const offered = useQuery('team.offered', {}, { enabled: isGiven })
  const [chosen, setFile] = useState<TeamFile | null>(null)
  const file = isGiven ? (offered.data?.file ?? null) : chosen
  const [isRefused, setRefused] = useState(false)
  const take = async ([given]: readonly File[]) => {
    if (given === undefined) return
    const read = given.size > MAX_FILE_BYTES ? null : readTeamFile(await given.text())
    setFile(read)
    setRefused(read === null)
  }
  const isTurning = useUnderWay('team.join', 'team.share')
  useArrived(
    'teamFile',
    null,
    isTurning || isGiven || managed.Team === false ? null : (files) => void take(files),
  )
  return (
    <section className="stack" aria-label={text.join} data-takes="teamFile">
      <h2 className="h2">{text.join}</h2>
      <p className="mute">{text.joinLead}</p>
      {isRefused ? <Banner tone="bad">{errorSentences['team-file-refused']}</Banner> : null}
      {managed.Team === false || isGiven ? <ManagedNote /> : null}
      {offered.error === null ? null : <ErrorBanner error={offered.error} />}
      {managed.Team === false || isGiven ? null : (
        <div className="row wrap">
          <FileButton
            icon={FileKey}
            look={file === null ? 'primary' : 'ghost'}
            accept=".json,application/json"
            onFiles={(files) => void take(files)}
          >
            {text.choose}
          </FileButton>
          <span className="mute">{file === null ? text.drop : text.base(file.database, file.host)}</span>
        </div>
      )}
      {file === null || managed.Team === false ? null : (
        <AccountForm key={JSON.stringify(file)} file={file} />
      )}
    </section>
  )
}

function AccountForm({ file }: { file: TeamFile }) {
  const [user, setUser, forget] = useKept(`team-user:${file.host}:${file.database}`, '', noWords)
  const [password, setPassword] = useState('')
  const [isChecked, setChecked] = useState(false)
  const [found, setFound] = useState<Output<'team.try'> | null>(null)
  const tried = useAct('team.try', { onSuccess: setFound })
  const named = TeamUser.safeParse(user)
  const account = { file, user, password }
  const retype = <V,>(set: (value: V) => void) => {
    return (value: V) => {
      set(value)
      setFound(null)
    }
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        setChecked(true)
        if (named.success && password !== '') tried.mutate(account)
      }}
    >
      <div className="form-grid">
        <Field label={text.user} error={isChecked && !named.success ? text.userRule : undefined}>
          {(ids) => (
            <input
              {...ids}
              className="input"
              value={user}
              maxLength={63}
              spellCheck={false}
              autoComplete="off"
              onChange={(event) => retype(setUser)(event.target.value)}
            />
          )}
        </Field>
        <PasswordField value={password} isChecked={isChecked} onChange={retype(setPassword)} />
      </div>
      {tried.error === null ? null : <ErrorBanner error={tried.error} />}
      {found === null ? (
        <div className="row">
          <Button type="submit" busy={tried.isPending ? text.trying : undefined}>
            {text.try}
          </Button>
        </div>
      ) : (
        <Found account={account} found={found} onTurned={forget} />
      )}
    </form>
  )
}

function Found(props: {
  account: { file: TeamFile; user: string; password: string }
  found: Output<'team.try'>
  onTurned: () => void
}) {
  const { account, found } = props
  const join = useAct('team.join', {
    onSuccess() {
      props.onTurned()
      sawNothing()
      showToast(text.joined)
    },
  })
  const share = useAct('team.share', {
    onSuccess: (carried) => {
      props.onTurned()
      showToast(text.carried(carried))
    },
  })
  const stop = useAct('team.stop')
  const stored = useStoredFirst()
  const own = useQuery('settings.body', {}).data?.name ?? ''
  const isUsedHere = (useQuery('meetings.list', { year: null }).data ?? []).length > 0
  const isOthers = !found.isEmpty && isUsedHere && fold(own) !== fold(found.body)
  const mayShare = found.isEmpty && found.role !== 'lecture'
  const [way, setWay] = useState<'sharing' | 'joining'>('joining')
  const turn = (next: typeof way, act: () => Promise<unknown>) => {
    setWay(next)
    void stored.first(act)
  }
  const error = way === 'joining' ? join.error : share.error
  return (
    <>
      <p role="status">
        {text.answers(found.role)} {found.isEmpty ? text.isEmpty : text.isUsed(found.body)}
      </p>
      {isOthers ? <Banner tone="warn">{text.otherBody(own)}</Banner> : null}
      {mayShare ? <p className="mute">{text.shareLead}</p> : null}
      <NotStored stored={stored} />
      {error === null ? null : <ErrorBanner error={error} />}
      <div className="row wrap">
        {mayShare ? (
          <Button look="primary" reads onPress={() => turn('sharing', () => share.mutateAsync(account))}>
            {text.share}
          </Button>
        ) : null}
        <Button
          look={mayShare ? 'plain' : 'primary'}
          reads
          onPress={() => turn('joining', () => join.mutateAsync(account))}
        >
          {text.joinAct}
        </Button>
      </div>
      {!stored.isHeld ? null : way === 'joining' ? (
        <Dialog alert held title={text.joiningTitle}>
          <p role="status">{text.joining}</p>
        </Dialog>
      ) : (
        <Dialog alert held title={text.sharingTitle}>
          <LongProgress
            method="team.share"
            beginning={text.shareBegins}
            words={text.progress}
            stop={text.stop}
            onStop={() => stop.mutate({})}
            atOnce="line"
          />
        </Dialog>
      )}
    </>
  )
}
