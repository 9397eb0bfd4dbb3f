/** Whether an address in a text may be followed: the web, mail, and places within the product. Never scripts or data. */
export const isSafeAddress = (href: string): boolean => /^(https?:\/\/|mailto:|\/(?![/\\])|#)/i.test(href.trim())

/** The words of a Markdown text without the signs of headings, lists, emphasis, links and tables: for one line in a list. */
export const withoutSigns = (text: string): string =>
  text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(#{1,6}|>|[-*+]|\d+[.)])\s+/gm, '')
    .replace(/^[\s|:-]+$/gm, '')
    .replace(/(\*\*|__|~~|`)(.+?)\1/g, '$2')
    .replace(/(^|[\s(])[*_](\S.*?)[*_](?=[\s).,;:!?]|$)/gm, '$1$2')
    .replace(/\|/g, ' ')
    .replace(/\\([\\`*_{}[\]()#+.!|-])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
