export const LATE = 'en-retard'
