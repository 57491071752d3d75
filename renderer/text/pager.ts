import { count } from './plural.ts'

export const pagerText = {
  shown: (from: number, to: number, total: number) => `${count(from)} à ${count(to)} sur ${count(total)}`,
  previous: 'Page précédente',
  next: 'Page suivante',
}
