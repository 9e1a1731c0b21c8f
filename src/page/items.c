/* Reports in a row: items of agencies one under another, each opened by its own date line, and what stands under the foot of another. */
#include "page/dateline.h"
#include "page/walk.h"

/* Does the paragraph open with where and by which agency it was filed? */
bool walk_is_filed(const walker *w, size_t at) {
  const cut_block *b = block_at(w, at);
  dateline line;
  if (w->c->page->titled || !b->prose || b->l.continues) return false;
  if (!page_dateline(&line, &w->c->page->tokens, b->block->first_token, b->block->last_token, false)) return false;
  return line.credits[0].placed && line.credits[0].kind == DATELINE_AGENCY;
}

/* Below the foot of an article a line opens another only when it surely heads the paragraphs under it. */
bool walk_heads_article(const walker *w, size_t at) { return w->text_seen && prose_run(w, at + 1, 2) == 2 && heads(w, at, at + 1); }

/* A report has one date line. A second one opens another report: below the end of an article, or below a text that was filed, too. */
bool walk_opens_item(const walker *w, size_t at) {
  if (!w->text_seen || at >= w->c->count || at == w->first || (!w->tail && !w->filed)) return false;
  return walk_is_filed(w, at);
}
