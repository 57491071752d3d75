import { useEffect, useState } from 'react'
import { isWhole, type Reading } from '../../../../electron/domain/data/recovery.ts'
import { onEvent } from '../../../api/client.ts'
import { useAct } from '../../../api/use-write.ts'
import { readingSentence, recoveryText as text } from '../../../text/recovery.ts'
import { Banner, ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ReadingTable } from './ReadingTable.tsx'
import { Rung } from './Rung.tsx'
import type { RecoveryState } from './recovery-state.ts'
import { useRecovered } from './use-recovered.ts'
import { minuteWords } from './when.ts'

export function ReadingRung({ state, onNothing }: { state: RecoveryState; onNothing: () => void }) {
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  const [isLong, setLong] = useState(false)
  const read = useAct('recovery.read', {
    onSuccess: (found) => {
      if (found === null) onNothing()
    },
  })
  const stop = useAct('recovery.stop')
  const use = useRecovered('recovery.useReading')
  useEffect(
    () =>
      onEvent((event) => {
        if (event.topic === 'progress' && event.method === 'recovery.read') setProgress(event)
      }),
    [],
  )
  const pending = read.isPending
  useEffect(() => {
    setLong(false)
    if (!pending) return
    const timer = setTimeout(() => setLong(true), 1_000)
    return () => clearTimeout(timer)
  }, [pending])
  const reading = read.data === undefined ? state.reading : read.data
  const failed = read.error !== null && read.error.code !== 'cancelled' ? read.error : use.error
  const start = () => {
    setProgress(null)
    read.mutate({})
  }
  return (
    <Rung title={text.readTitle} lead={text.readLead} isAdvised={read.data !== null}>
      {failed === null ? null : <ErrorBanner error={failed} />}
      {pending ? (
        <div className="row" role="status">
          <span className="grow">
            {progress === null ? text.readStart : text.readProgress(progress.done, progress.total)}
          </span>
          {isLong ? <Button onPress={() => stop.mutate({})}>{text.readStop}</Button> : null}
        </div>
      ) : null}
      {!pending && reading !== null ? <Result reading={reading} /> : null}
      {!pending && read.data === null ? <Banner tone="warn">{text.readNothing}</Banner> : null}
      {pending ? null : (
        <div className="row wrap">
          {reading === null ? (
            <Button look={read.data === null ? 'plain' : 'primary'} onPress={start}>
              {text.readAct}
            </Button>
          ) : (
            <>
              <Button
                look="primary"
                busy={use.isPending ? text.using : undefined}
                onPress={() => use.mutate({})}
              >
                {text.readUse}
              </Button>
              <Button look="ghost" onPress={start}>
                {text.readAgain}
              </Button>
            </>
          )}
        </div>
      )}
    </Rung>
  )
}

function Result({ reading }: { reading: Reading }) {
  const whole = isWhole(reading)
  return (
    <>
      <Banner tone={whole ? 'ok' : 'warn'}>
        {readingSentence(reading, minuteWords(reading.upTo), minuteWords(reading.backupAt))}
      </Banner>
      <ReadingTable reading={reading} />
    </>
  )
}
