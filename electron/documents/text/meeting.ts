import { itemNatureWords } from '../../domain/agenda/agenda-words.ts'
import type { MeetingMode } from '../../domain/meetings/meeting.ts'
import { type Articles, ofWhom } from '../../domain/people/organisation-article.ts'

type Word = 'séance' | 'réunion'

export const meetingText = {
  subject: 'Objet',
  date: 'Date',
  mode: 'Modalité',
  place: 'Lieu',
  video: 'Visioconférence',
  chair: 'Présidence',
  secretary: 'Secrétariat',
  contact: 'Contact',
  joinVideo: (host: string) => `Rejoindre la visioconférence (${host})`,
  modes: {
    surPlace: 'Sur place',
    visio: 'En visioconférence',
    hybride: 'Sur place et en visioconférence',
  } satisfies Record<MeetingMode, string>,
  natures: itemNatureWords,
  byChair: (word: Word) => `La présidence de la ${word}`,
  bySecretary: (word: Word) => `Le secrétariat de la ${word}`,
  requestedBy: (who: string, articles: Articles) => `à la demande ${ofWhom(who, articles)}`,
} as const
