/** What files of each kind may be called. A computer goes by the end of the name, so a text called `.hta` would be run. */
const ends: Readonly<Record<string, readonly string[]>> = {
  'text/plain': ['txt', 'csv', 'tsv', 'md', 'log', 'json', 'yaml', 'yml', 'ics'],
  'application/json': ['json'],
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.oasis.opendocument.presentation': ['odp'],
  'application/x-cfb': ['doc', 'xls', 'ppt', 'msg', 'vsd'],
  'application/rtf': ['rtf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'image/tiff': ['tif', 'tiff'],
  'message/rfc822': ['eml'],
}

/** The name a file is saved under: without folders and signs that hide how it ends, and with an end that its content has. */
export function fileNameFor(name: string, type: string): string {
  const plain = name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[\\/:*?"<>|]/g, '_')
    .replace(/[. ]+$/, '')
    .slice(0, 200)
  const allowed = ends[type] ?? ['bin']
  const end = /\.([^.]+)$/.exec(plain)?.[1]?.toLowerCase() ?? ''
  return allowed.includes(end) ? plain : `${plain || 'fil'}.${allowed[0]}`
}
