import { dayIn } from '#kernel/clocks/clock.ts'

/** The day on which all that is tested in one process happens, also when midnight passes meanwhile. */
export const today = dayIn(new Date())
