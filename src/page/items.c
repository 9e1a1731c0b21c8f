/* Reports in a row: items of agencies one under another, each opened by its own date line, and what stands under the foot of another. */
#include "page/items.h"
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

/* --- a headline, a stamp or a by-line between the paragraphs --- */

/* What stands behind the report before: its end. */
static void close_report(walker *w, size_t from, size_t to) {
  for (size_t i = from; i < to; i++) {
    const cut_block *b = block_at(w, i);
    isnad_part_kind kind = ISNAD_PART_OTHER;
    if (b->s.kind == SIGN_STAMP)
      kind = ISNAD_PART_DATELINE;
    else if (b->s.kind == SIGN_CREDIT || b->s.kind == SIGN_OUTLET)
      kind = ISNAD_PART_SOURCE_LINE;
    else if (b->s.kind == SIGN_COMMENT)
      kind = ISNAD_PART_COMMENT_FORM;
    else if (b->l.words > 0 && b->l.short_words == b->l.words)
      kind = ISNAD_PART_BYLINE;
    else if (b->s.kind != SIGN_NONE && !cut_plain_kind(&b->s, &kind))
      kind = ISNAD_PART_OTHER;
    decide(w, i, kind);
  }
}

size_t walk_opens_report(walker *w, size_t at) {
  item_gap gap;
  const isnad_page *page = w->c->page;
  if (page->titled || page->media != ISNAD_MEDIA_TEXT || at == 0 || !w->text_seen || (w->now != IN_TEXT && w->now != IN_TAIL)) return at;
  if (block_at(w, at)->text || !block_at(w, at - 1)->text || block_at(w, at - 1)->kind != text_kind(w)) return at;
  if (!page_item_gap(&gap, w->c, &w->page, at, w->paragraphs)) return at;
  if (w->c->watch != NULL) w->c->watch->see(w->c->watch->context, page, &gap);
  if (page_item_score(&gap) <= 0) return at;
  close_report(w, at, gap.head);
  walk_embed(w, gap.head, gap.to);
  if (gap.head < gap.title) w->c->blocks[gap.title].opens = 0;
  w->c->blocks[gap.head].opens = 1; /* the stamp over a headline is of its article */
  return gap.to;
}
