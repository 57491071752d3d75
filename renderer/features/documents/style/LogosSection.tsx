import ImagePlus from 'lucide-react/icons/image-plus'
import type { ListedLetterhead } from '../../../../electron/contract/document-style.ts'
import type { Logo } from '../../../../electron/domain/documents/letterhead.ts'
import { documentStyleText as text } from '../../../text/document-style.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ArrivalArea } from '../attachments/DropArea.tsx'
import { LogoRow } from './LogoRow.tsx'
import { type LogoAdding, useArrivedLogo, useLogoAdding } from './use-logo-adding.ts'

export function LogosSection({ letterhead }: { letterhead: ListedLetterhead }) {
  const adding = useLogoAdding(letterhead)
  useArrivedLogo(letterhead, adding)
  return (
    <section className="stack" aria-label={text.logos}>
      <h2 className="h2">{text.logos}</h2>
      <p className="mute">{text.logosLead}</p>
      {adding.failures.map((failure) => (
        <Banner key={failure} tone="bad">
          {failure}
        </Banner>
      ))}
      <LogoGroup of="issuer" letterhead={letterhead} adding={adding} />
      <LogoGroup of="partner" letterhead={letterhead} adding={adding} />
    </section>
  )
}

function LogoGroup(props: { of: Logo['role']; letterhead: ListedLetterhead; adding: LogoAdding }) {
  const { of: role, letterhead, adding } = props
  const logos = letterhead.logos.filter((logo) => logo.role === role)
  const isIssuer = role === 'issuer'
  return (
    <ArrivalArea
      label={isIssuer ? text.issuerLogo : text.partnerLogos}
      className={`stack style-logos style-${role}`}
      takes={['picture']}
    >
      <h3 className="h3">{isIssuer ? text.issuerLogo : text.partnerLogos}</h3>
      {logos.length === 0 ? (
        <p className="mute">{text.noLogo}</p>
      ) : (
        <ul className="list style-logo-list">
          {logos.map((logo, rank) => (
            <li key={logo.id}>
              <LogoRow logo={logo} rank={rank} last={rank === logos.length - 1} />
            </li>
          ))}
        </ul>
      )}
      <div className="row">
        <Button
          icon={ImagePlus}
          busy={adding.busy === role ? text.addingLogo : undefined}
          onPress={() => adding.choose(role)}
        >
          {isIssuer ? text.chooseIssuer : text.choosePartner}
        </Button>
      </div>
    </ArrivalArea>
  )
}
