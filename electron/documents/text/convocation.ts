import type { MeetingMode } from '../../domain/meetings/meeting.ts'
import { meetingNumbered } from '../../domain/meetings/meeting-name.ts'

type Word = 'séance' | 'réunion'

export const convocationText = {
  title: (word: Word, number: number | null) => `Convocation à la ${meetingNumbered(number, word)}`,
  cancelled: (word: Word) => `${word === 'séance' ? 'Séance' : 'Réunion'} annulée`,
  dated: (place: string, date: string) => (place === '' ? `Le ${date}` : `${place}, le ${date}`),
  reference: (reference: string) => `Réf.\u00a0: ${reference}`,
  contact: (who: string) => `Affaire suivie par\u00a0: ${who}`,
  addressee: (ofBody: string) => `À Mesdames et Messieurs les membres ${ofBody}`,
  subject: 'Objet\u00a0:',
  topic: 'Intitulé',
  agenda: 'Ordre du jour',
  forNature: (nature: string) => `pour ${nature.toLowerCase()}`,
  answer: {
    surPlace: 'votre participation, votre empêchement ou le nom de la personne qui vous représentera',
    visio: 'votre participation, votre empêchement ou le nom de la personne qui vous représentera',
    hybride:
      'votre participation sur place ou à distance, votre empêchement ou le nom de la personne qui vous représentera',
  } satisfies Record<MeetingMode, string>,
  reply: (answer: string, by: string, address: string) =>
    [
      'Je vous remercie de bien vouloir faire connaître au secrétariat',
      by === '' ? '' : `, au plus tard le ${by}`,
      address === '' ? '' : `, à l’adresse ${address}`,
      by === '' && address === '' ? ' ' : ', ',
      `${answer}.`,
    ].join(''),
} as const
