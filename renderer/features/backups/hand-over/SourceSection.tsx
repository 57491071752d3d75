import { useEffect, useRef, useState } from 'react'
import type { EncryptedFile } from '../../../../electron/contract/encryption.ts'
import { errorSentences } from '../../../../electron/contract/error-sentences.ts'
import type { Output } from '../../../../electron/contract/index.ts'
import { formatSize } from '../../../../electron/domain/text/french.ts'
import { useUnderWay } from '../../../api/under-way.ts'
import { storing, useAct } from '../../../api/use-write.ts'
import { encryptionText } from '../../../text/encryption.ts'
import { handOverText as text } from '../../../text/hand-over.ts'
import { instantWords } from '../../../text/instant-words.ts'
import { Banner, ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { bringToTop } from '../../../ui/into-view.ts'
import { useOutcome } from '../../../ui/kept.ts'
import { BackupProgress } from '../BackupProgress.tsx'
import { PassphraseDialog } from '../PassphraseDialog.tsx'

type Source = Output<'handOver.openSource'>
type Counts = Source['counts']

/** @param isSought who comes for this section alone finds it, below those of the hand. */
export function SourceSection({ canTake, isSought }: { canTake: boolean; isSought: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!isSought || heading.current === null) return
    bringToTop(heading.current)
    heading.current.focus({ preventScroll: true })
  }, [isSought])
  const isChoosing = useUnderWay('handOver.chooseSource')
  const isTaking = useUnderWay('handOver.takeSource')
  const [examined, setExamined] = useOutcome<{ source: Source; here: Counts | null }>(
    'hand-over-source',
    isChoosing || isTaking,
  )
  const { source, here } = examined ?? { source: null, here: null }
  const [encrypted, setEncrypted] = useState<EncryptedFile | null>(null)
  const show = (found: Source) => setExamined({ source: found, here: null })
  const choose = useAct('handOver.chooseSource', {
    onSuccess: (found) => {
      if (found === null) return
      if ('encryptedToken' in found) setEncrypted(found)
      else show(found)
    },
  })
  const open = useAct('handOver.openSource', {
    onSuccess: (found) => {
      setEncrypted(null)
      show(found)
    },
  })
  const take = useAct('handOver.takeSource')
  const error = choose.error ?? take.error
  const reason = canTake ? undefined : errorSentences['writer-away']
  return (
    <section className="stack" aria-label={text.source}>
      <h2 className="h2" tabIndex={-1} ref={heading}>
        {text.source}
      </h2>
      <p className="mute">{text.sourceLead}</p>
      {error === null ? null : <ErrorBanner error={error} />}
      <div className="row wrap">
        <Button
          unavailable={reason}
          busy={isChoosing ? text.examining : undefined}
          onPress={() => choose.mutate({ what: 'folder' })}
        >
          {text.sourceFolder}
        </Button>
        <Button look="ghost" unavailable={reason} onPress={() => choose.mutate({ what: 'file' })}>
          {text.sourceFile}
        </Button>
      </div>
      {encrypted === null ? null : (
        <PassphraseDialog
          title={encryptionText.openTitle}
          lead={encryptionText.fileLead(
            encrypted.name,
            encrypted.at === null ? null : instantWords(encrypted.at),
          )}
          act={encryptionText.examine}
          busy={encryptionText.opening}
          method="handOver.openSource"
          isPending={open.isPending}
          error={open.error}
          onSubmit={(passphrase) => open.mutate({ encryptedToken: encrypted.encryptedToken, passphrase })}
          onClose={() => {
            open.reset()
            setEncrypted(null)
          }}
        />
      )}
      {source === null ? null : (
        <>
          <p>
            {text.sourceFound(
              source.name,
              source.at === null ? null : instantWords(source.at),
              formatSize(source.sizeBytes),
            )}{' '}
            <span className="mute">{text.hashMatches[hashWords(source.hashMatches)]}</span>
          </p>
          {here !== null || source.heldBy === null ? null : (
            <Banner tone="warn">{text.heldBy(source.heldBy)}</Banner>
          )}
          <CountTable expected={source.counts} found={here} />
          {here === null ? (
            <div className="row wrap">
              <Button
                look="primary"
                unavailable={reason}
                busy={isTaking ? text.takingSource : undefined}
                onPress={() =>
                  storing(take, { token: source.token }, (taken) => setExamined({ source, here: taken }))
                }
              >
                {text.takeSource}
              </Button>
              <span className="mute">{text.ownKept}</span>
              {isTaking ? (
                <BackupProgress
                  method="handOver.takeSource"
                  idle={text.takingBegins}
                  words={text.takingProgress}
                />
              ) : null}
            </div>
          ) : (
            <Banner tone={isAll(source.counts, here) ? 'ok' : 'bad'}>
              {isAll(source.counts, here) ? text.sourceTaken : text.sourceShort}
            </Banner>
          )}
        </>
      )}
    </section>
  )
}

function hashWords(matches: boolean | null): 'yes' | 'no' | 'none' {
  return matches === null ? 'none' : matches ? 'yes' : 'no'
}

const counted = ['meetings', 'minutes', 'decisions', 'actions', 'attachments'] as const

/** Before the taking, what is found is what lies beside the copy; afterwards, what is here. */
function CountTable({ expected, found }: { expected: Counts; found: Counts | null }) {
  const rows = counted.map((what) => ({
    id: what,
    label: text.counts[what],
    expected: expected[what],
    found: what === 'attachments' ? (found ?? expected).attachmentsFound : (found ?? expected)[what],
  }))
  return (
    <table className="table" aria-label={text.counted}>
      <thead>
        <tr>
          <th scope="col">{text.countColumns.what}</th>
          <th scope="col" className="numeric">
            {text.countColumns.expected}
          </th>
          <th scope="col" className="numeric">
            {text.countColumns.found}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.label}</th>
            <td className="numeric">{row.expected}</td>
            <td className="numeric">{row.found}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function isAll(expected: Counts, found: Counts): boolean {
  return (
    counted.every((what) => found[what] >= expected[what]) && found.attachmentsFound >= expected.attachments
  )
}
