import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ImageBytes } from '../../electron/contract/wire.ts'
import type { Logo } from '../../electron/domain/documents/letterhead.ts'
import type { FileToPrint } from '../../electron/domain/meetings/meeting-file.ts'
import { id, paragraph, rich, section, table } from './documents-builders.ts'
import { longMeeting } from './documents-samples.ts'

const png = readFileSync(join(import.meta.dirname, '../../resources/icons/icon.png'))
const svg = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60" viewBox="0 0 200 60"><rect width="200" height="60" fill="#234"/></svg>',
)
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

export const images: ImageBytes = [png, svg].map((bytes) => ({ sha256: hash(bytes), bytes }))
export const chosen = { accent: '#8a1c1c', decisionColour: '#1d558f', actionColour: '#2f5d1f' } as const
export const words = {
  footer: 'Direction de démonstration, service des instances',
  address: '3 impasse du Modèle',
  issuerLogo: 'Logo de la direction & co',
  partnerLogo: 'Logo <partenaire>',
  picture: 'Carte des communes volontaires',
} as const

const logo = (number: number, fields: Pick<Logo, 'role' | 'mediaType' | 'sha256' | 'alt'>): Logo => ({
  id: id(700 + number),
  version: 1,
  letterheadId: id(700),
  position: number,
  fileName: 'logo',
  width: 200,
  height: 60,
  ...fields,
})

/** The long meeting of the samples, dressed; its pictures are `images`. */
export function dressedMeeting(): FileToPrint {
  const file = longMeeting()
  const { letterhead, style } = file.look
  return {
    ...file,
    look: {
      ...file.look,
      letterhead: letterhead && { ...letterhead, address: `${words.address}\n00000 Ville-Exemple` },
      logos: [
        logo(1, { role: 'issuer', mediaType: 'image/png', sha256: hash(png), alt: words.issuerLogo }),
        logo(2, { role: 'partner', mediaType: 'image/svg+xml', sha256: hash(svg), alt: words.partnerLogo }),
      ],
      style: { ...style, ...chosen, footer: words.footer },
    },
    sections: [
      section(1, {
        presentation: rich(
          paragraph('Avant la carte.'),
          {
            type: 'image',
            attrs: {
              sha256: hash(png),
              mediaType: 'image/png',
              width: 4000,
              height: 1000,
              alt: words.picture,
            },
          },
          table(['Poste', 'Montant'], ['Études', '12 000'], ['Travaux', '88 000']),
        ),
      }),
      ...file.sections.filter(({ itemId }) => itemId !== section(1).itemId),
    ],
  }
}
