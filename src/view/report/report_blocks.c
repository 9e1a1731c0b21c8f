/* The blocks of a report. */
#include "view/report/report_blocks.h"

#include "view/labels.h"
#include "view/title.h"

static block *add(report *r, block_kind kind) {
  if (r->count == r->room) {
    block *more = isnad_arena_grow(r->s->arena, r->blocks, r->room, r->room * 2 + 128, sizeof *more);
    if (more == NULL) return NULL;
    r->blocks = more;
    r->room = r->room * 2 + 128;
  }
  block *made = &r->blocks[r->count++];
  *made = (block){.kind = kind};
  return made;
}

bool block_add(report *r, block_kind kind, isnad_slice a, isnad_slice b, isnad_slice c) {
  block *made = add(r, kind);
  if (made == NULL) return false;
  made->cells[0] = a;
  made->cells[1] = b;
  made->cells[2] = c;
  return true;
}

const isnad_slice report_nothing = {NULL, 0};

isnad_slice report_word(const report *r, const char *id) { return label_word(r->s->view, id); }

bool block_heading(report *r, const char *id) { return block_add(r, BLOCK_HEADING, report_word(r, id), report_nothing, report_nothing); }

bool block_fact(report *r, const char *id, isnad_slice words) {
  return words.length == 0 || block_add(r, BLOCK_FACT, report_word(r, id), words, report_nothing);
}

bool block_add_dated(report *r, block_kind kind, uint32_t depth, isnad_interval when, isnad_slice outlet, isnad_slice words, isnad_slice note) {
  block *made = add(r, kind);
  if (made == NULL) return false;
  *made = (block){.kind = kind, .depth = depth, .has_when = true, .when = when, .cells = {outlet, words, note}};
  return true;
}

isnad_slice report_title_of(report *r, const store_article *a) {
  if (a->headline.length > 0 || a->opening.length == 0) return a->headline;
  return isnad_arena_printf(r->s->arena, "%.*s ...", (int)a->opening.length, a->opening.bytes);
}

isnad_slice report_outlet_of(const store_article *a) { return article_outlet(a).length > 0 ? article_outlet(a) : label_short(a->label); }

bool block_fold(report *r, isnad_slice words) { return block_add(r, BLOCK_FOLD, words, report_nothing, report_nothing); }

bool block_unfold(report *r) { return block_add(r, BLOCK_UNFOLD, report_nothing, report_nothing, report_nothing); }
