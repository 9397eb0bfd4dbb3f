export type Answer = 'yes' | 'partly' | 'no' | 'notAnswered'

/**
 * The level a set of answers reaches on four cumulative levels, 0–4: a level is reached when every question on it and on
 * the levels below is answered yes. Zero means that not even the first level is reached.
 */
export function levelReached(answers: readonly { level: number | null; answer: Answer | null }[]): number {
  for (const level of [1, 2, 3, 4]) {
    const onLevel = answers.filter((row) => row.level === level)
    if (onLevel.length === 0 || onLevel.some((row) => row.answer !== 'yes')) return level - 1
  }
  return 4
}
