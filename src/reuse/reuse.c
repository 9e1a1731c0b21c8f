#include "isnad/reuse.h"

#include "reuse/prints.h"

isnad_status isnad_reuse_prints(isnad_slice *packed, isnad_arena *arena, const isnad_page *page, const isnad_article *article, isnad_err *err) {
  reuse_text text;
  reuse_prints prints;
  reuse_place place = {article->headline, article->body, article->body_count};
  isnad_status status = reuse_text_read(&text, arena, &page->tokens, &place, err);
  if (status == ISNAD_OK) status = reuse_prints_make(&prints, arena, &text, err);
  return status == ISNAD_OK ? reuse_prints_pack(packed, arena, &prints, err) : status;
}
