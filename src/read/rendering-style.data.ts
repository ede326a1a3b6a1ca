/** The stylesheet of every rendering. Its digest stands in `core/rendering.ts`, whose policy lets no other style in. */
export const RENDERING_STYLE =
  'body{margin:1rem auto;max-width:46rem;padding:0 1rem;font:1rem/1.5 Georgia,serif;color:#1a1a1a;background:#fff;overflow-wrap:anywhere}' +
  'aside{font:.875rem/1.4 system-ui,sans-serif;background:#fff6d6;border:1px solid #d6b656;padding:.5rem .75rem;margin-bottom:1rem}' +
  'aside p{margin:.25rem 0}a[title]{text-decoration:underline dotted}' +
  'table{border-collapse:collapse}td,th{border:1px solid #bbb;padding:.2rem .4rem;vertical-align:top;text-align:start}' +
  'blockquote{margin:1rem 0;padding-inline-start:1rem;border-inline-start:3px solid #bbb}img{max-width:100%;height:auto}' +
  'pre,.words{white-space:pre-wrap}.picture{font:.875rem/1.4 system-ui,sans-serif;color:#555;border:1px dashed #999;padding:0 .3rem}' +
  '.hidden{outline:2px dotted #b00;outline-offset:2px}'
