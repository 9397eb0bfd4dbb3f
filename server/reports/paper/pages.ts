/** How many pages a PDF of the typesetter has. */
export const pagesOf = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type \/Page\s/g)?.length ?? 0
