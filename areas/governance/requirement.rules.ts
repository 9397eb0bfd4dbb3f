/** What a requirement is called in lists and links: its designation and its heading. */
export const requirementName = (requirement: { designation: string | null; heading: string | null }): string | null =>
  [requirement.designation, requirement.heading].filter(Boolean).join(' ') || null
