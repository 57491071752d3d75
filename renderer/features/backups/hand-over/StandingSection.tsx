import { useState } from 'react'
import { errorSentences } from '../../../../electron/contract/error-sentences.ts'
import type { Output } from '../../../../electron/contract/index.ts'
import { breakable, handOverText as text } from '../../../text/hand-over.ts'
import { instantWords } from '../../../text/instant-words.ts'
import { Banner, type BannerTone, ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { BreakDialog } from './BreakDialog.tsx'
import { type HandOverActs, useHandOver } from './use-hand-over.ts'

type Pen = Output<'handOver.pen'>
type Seen = Output<'handOver.look'>

export function StandingSection(props: { pen: Pen; seen: Seen; isReading: boolean; onRefresh: () => void }) {
  const { pen, seen } = props
  const acts = useHandOver(props.onRefresh)
  const [asked, setAsked] = useState<'break' | 'alone' | null>(null)
  const { tone, words } = sentenceOf(pen, seen)
  const isReadOnly = pen.state !== 'mine'
  return (
    <section className="stack" aria-label={text.standing}>
      <h2 className="h2">{text.standing}</h2>
      <Banner tone={tone}>{words}</Banner>
      {pen.state === 'mine' && seen.standing !== 'offered' ? <p className="mute">{text.mineLead}</p> : null}
      {seen.folderFailure === null ? null : (
        <Banner tone="warn">
          {isReadOnly ? text.unreachable : null} {errorSentences[seen.folderFailure]}
        </Banner>
      )}
      {seen.copyArrived === false ? <Banner tone="warn">{text.notArrived}</Banner> : null}
      {seen.lease?.isOtherProfile === true ? <Banner>{text.otherProfile}</Banner> : null}
      {pen.state === 'lost' ? (
        <p className="mute">{pen.deposited ? text.lostDeposited : text.lostLead}</p>
      ) : null}
      {acts.error === null ? null : <ErrorBanner error={acts.error} />}
      <div className="row wrap">
        <Acts pen={pen} seen={seen} acts={acts} />
        {breakable.has(seen.standing) && mayBreak(pen, seen) ? (
          <Button onPress={() => setAsked('break')}>{text.acts.break}</Button>
        ) : null}
        {isReadOnly && seen.folderFailure !== null ? (
          <Button onPress={() => setAsked('alone')}>{text.acts.alone}</Button>
        ) : null}
        <Button look="ghost" busy={props.isReading ? text.acts.refresh : undefined} onPress={props.onRefresh}>
          {text.acts.refresh}
        </Button>
      </div>
      {asked === null ? null : (
        <BreakDialog kind={asked} seen={seen} acts={acts} onClose={() => setAsked(null)} />
      )}
    </section>
  )
}

function Acts({ pen, seen, acts }: { pen: Pen; seen: Seen; acts: HandOverActs }) {
  const { busy } = acts
  const noFolder = pen.folderName === null ? text.noFolder : undefined
  switch (seen.standing) {
    case 'writing':
    case 'none':
      return pen.state === 'mine' ? (
        <Button
          look="primary"
          unavailable={noFolder}
          busy={busy === 'transmit' ? text.acts.transmitting : undefined}
          onPress={acts.transmit}
        >
          {text.acts.transmit}
        </Button>
      ) : null
    case 'giving':
      return (
        <>
          <Button
            look="primary"
            busy={busy === 'transmit' ? text.acts.transmitting : undefined}
            onPress={acts.transmit}
          >
            {text.acts.finish}
          </Button>
          {busy === null ? <Button onPress={acts.keep}>{text.acts.keep}</Button> : null}
        </>
      )
    case 'taking':
      return (
        <>
          <Button look="primary" busy={busy === 'take' ? text.acts.taking : undefined} onPress={acts.take}>
            {text.acts.finishTaking}
          </Button>
          {pen.canGiveUp ? <Button onPress={acts.giveUp}>{text.acts.giveUp}</Button> : null}
        </>
      )
    case 'waiting':
    case 'offered':
      return (
        <Button
          look="primary"
          unavailable={seen.copyArrived === false ? text.notArrived : undefined}
          busy={busy === 'take' ? text.acts.taking : undefined}
          onPress={acts.take}
        >
          {seen.standing === 'waiting' ? text.acts.takeBack : text.acts.take}
        </Button>
      )
    case 'lost':
      return pen.state === 'lost' && !pen.deposited && pen.otherName !== null ? (
        <Button
          look="primary"
          busy={busy === 'deposit' ? text.acts.depositing : undefined}
          onPress={acts.deposit}
        >
          {text.acts.deposit}
        </Button>
      ) : null
    default:
      return null
  }
}

/** A desk that writes its own data takes others only from a folder that holds a copy of them. */
function mayBreak(pen: Pen, seen: Seen): boolean {
  if (seen.folderFailure !== null) return false
  return (
    pen.state !== 'mine' || seen.standing === 'lost' || (seen.newest !== null && seen.standing !== 'none')
  )
}

function sentenceOf(pen: Pen, seen: Seen): { tone: BannerTone; words: string } {
  const { lease } = seen
  const folder = pen.folderName ?? ''
  const when = lease === null ? instantWords(pen.since) : instantWords(lease.since)
  switch (seen.standing) {
    case 'writing':
    case 'none':
      return pen.state === 'mine' ? { tone: 'ok', words: text.mine } : { tone: 'warn', words: text.none }
    case 'giving':
      return { tone: 'warn', words: text.giving(folder) }
    case 'taking':
      return { tone: 'warn', words: text.taking }
    case 'waiting':
      return { tone: 'info', words: text.waiting(folder, when) }
    case 'beingTaken':
      return { tone: 'info', words: text.beingTaken }
    case 'lost':
      return { tone: 'warn', words: text.lost(pen.otherName ?? lease?.machineName ?? null) }
    case 'unreadable':
      return { tone: 'warn', words: text.unreadable }
    case 'offered':
      return { tone: 'info', words: text.offered(lease?.machineName ?? '', lease?.who ?? '', when) }
    case 'away': {
      const say = pen.state === 'mine' ? text.awayOther : text.away
      return { tone: 'info', words: say(lease?.machineName ?? '', lease?.who ?? '', when) }
    }
  }
}
