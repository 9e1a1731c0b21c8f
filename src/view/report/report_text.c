/* A report as lines on a terminal. */
#include "view/labels.h"
#include "view/report/report_doc.h"

enum { OUTLET_WIDTH = 18, LONGEST = 300, NAME_WIDTH = 16 };

static void note(sheet *s, isnad_slice words) {
  if (words.length == 0) return;
  sheet_printf(s, "  (");
  sheet_words(s, words);
  sheet_printf(s, ")");
}

static void indent(sheet *s, uint32_t depth) {
  for (uint32_t i = 0; i < depth && i < 40; i++) sheet_printf(s, "  ");
}

static void event(sheet *s, const block *b) {
  indent(s, b->depth);
  if (b->has_when) sheet_when_or(s, b->when, label_word(s->view, "report.no_date"));
  sheet_cell(s, b->cells[0], OUTLET_WIDTH);
  sheet_excerpt(s, b->cells[1], LONGEST);
  note(s, b->cells[2]);
}

static void said(sheet *s, const block *b) {
  sheet_printf(s, "  ");
  sheet_when_or(s, b->when, label_word(s->view, "report.no_date"));
  sheet_excerpt(s, b->cells[1], LONGEST);
  note(s, b->cells[2]);
}

static void mention(sheet *s, const block *b) {
  sheet_printf(s, "      ");
  sheet_when_or(s, b->when, label_word(s->view, "report.no_date"));
  sheet_cell(s, b->cells[0], OUTLET_WIDTH);
  sheet_style_on(s, SHEET_DIM);
  sheet_latin(s, b->cells[2]);
  sheet_style_off(s);
  sheet_printf(s, "  ");
  sheet_excerpt(s, b->cells[1], LONGEST);
}

static void claim(sheet *s, const block *b) {
  sheet_style_on(s, SHEET_BOLD);
  sheet_cell(s, b->cells[0], NAME_WIDTH);
  sheet_words(s, b->cells[1]);
  sheet_style_off(s);
  sheet_printf(s, "  ");
  sheet_words(s, b->cells[2]);
}

static void labelled(sheet *s, const block *b, const char *before) {
  sheet_printf(s, "%s", before);
  sheet_words(s, b->cells[0]);
  sheet_printf(s, ": ");
  sheet_excerpt(s, b->cells[1], LONGEST);
  if (b->cells[2].length > 0) {
    sheet_printf(s, "  ");
    sheet_excerpt(s, b->cells[2], LONGEST);
  }
}

static void version(sheet *s, const block *b) {
  sheet_printf(s, "  - ");
  sheet_excerpt(s, b->cells[0], LONGEST);
  if (b->cells[1].length > 0) sheet_printf(s, "  ");
  sheet_words(s, b->cells[1]);
  note(s, b->cells[2]);
}

static void draw(sheet *s, const block *b) {
  switch (b->kind) {
  case BLOCK_HEADING:
    sheet_style_on(s, SHEET_BOLD);
    sheet_printf(s, "== ");
    sheet_words(s, b->cells[0]);
    break;
  case BLOCK_FACT:
    labelled(s, b, "");
    break;
  case BLOCK_CHANGE:
    labelled(s, b, "      ");
    break;
  case BLOCK_TEXT:
    sheet_words(s, b->cells[0]);
    note(s, b->cells[1]);
    note(s, b->cells[2]);
    break;
  case BLOCK_SPEAKER:
    sheet_style_on(s, SHEET_BOLD);
    sheet_words(s, b->cells[0]);
    sheet_style_off(s);
    break;
  case BLOCK_SAID:
    said(s, b);
    break;
  case BLOCK_FOLD:
    sheet_style_on(s, SHEET_DIM);
    sheet_words(s, label_word(s->view, "report.and"));
    if (s->view->english) sheet_printf(s, " ");
    sheet_words(s, b->cells[0]);
    sheet_printf(s, " (--all)");
    sheet_style_off(s);
    break;
  case BLOCK_UNFOLD:
    break;
  case BLOCK_EVENT:
  case BLOCK_NODE:
    event(s, b);
    break;
  case BLOCK_CLAIM:
    claim(s, b);
    break;
  case BLOCK_VERSION:
    version(s, b);
    break;
  case BLOCK_MENTION:
    mention(s, b);
    break;
  case BLOCK_BESIDE:
    sheet_printf(s, "    ~ ");
    sheet_excerpt(s, b->cells[0], LONGEST);
    note(s, b->cells[1]);
    break;
  case BLOCK_NOTE:
    sheet_words(s, b->cells[0]);
    break;
  }
}

isnad_status report_lines(report *r) {
  sheet *s = r->s;
  sheet_style_on(s, SHEET_BOLD);
  sheet_words(s, r->story.title);
  sheet_style_off(s);
  sheet_printf(s, "  %.*s", (int)r->story.id.length, r->story.id.bytes);
  isnad_status status = sheet_end(s);
  bool folded = false;
  for (size_t i = 0; status == ISNAD_OK && i < r->count; i++) {
    block_kind kind = r->blocks[i].kind;
    bool hidden = (folded && kind != BLOCK_HEADING) || kind == BLOCK_UNFOLD || (s->view->all && kind == BLOCK_FOLD);
    if (kind == BLOCK_FOLD || kind == BLOCK_UNFOLD || kind == BLOCK_HEADING) folded = kind == BLOCK_FOLD && !s->view->all;
    if (hidden) continue;
    if (r->blocks[i].kind == BLOCK_HEADING) status = sheet_end(s);
    draw(s, &r->blocks[i]);
    if (status == ISNAD_OK) status = sheet_end(s);
  }
  return status;
}
