// Late: as what a link names to have only the late actions of the register.

export const LATE = 'en-retard'
