import { ApiProblem, apiPath, noticeSignedOut } from '#web/api/client.ts'
import type { AttachedFile } from '../../fields/field.ts'

interface Answer {
  readonly title?: string
  readonly detail?: string
  readonly code?: string
}

const answerOf = (text: string): Answer => {
  try {
    const found: unknown = JSON.parse(text)
    return typeof found === 'object' && found !== null ? found : {}
  } catch {
    return {}
  }
}

/** Sends a file to be kept and tells how far it has come, 0–1. `fetch` cannot tell, so the older way is used. */
export function upload(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<AttachedFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', apiPath('/files'))
    request.setRequestHeader('accept', 'application/json')
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total)
    const refuse = (status: number, answer: Answer) => {
      noticeSignedOut(status)
      reject(
        new ApiProblem({
          status,
          code: answer.code ?? (status === 413 ? 'too-large' : status === 0 ? 'unreachable' : 'unexplained'),
          title: answer.title ?? '',
          ...(answer.detail ? { detail: answer.detail } : {}),
        }),
      )
    }
    request.onload = () =>
      request.status === 201
        ? resolve(JSON.parse(request.responseText) as AttachedFile)
        : refuse(request.status, answerOf(request.responseText))
    request.onerror = () => refuse(0, {})
    signal.addEventListener('abort', () => request.abort())
    const form = new FormData()
    form.append('file', file)
    request.send(form)
  })
}
