/* What the tests of the fitted judgements share: a text whose lines are the paragraphs of an article, and its notes. */
#ifndef ISNAD_TESTS_NOTE_SUPPORT_H
#define ISNAD_TESTS_NOTE_SUPPORT_H

#include "case_table.h"

#include "isnad/isnad.h"

#include "note/scan.h"

enum { MOST_LINES = 4 };

typedef struct note_text {
  isnad_page page;
  isnad_article article;
  isnad_span lines[MOST_LINES];
} note_text;

/* Reads the notes of the text; who watches is set in the scan before. The text must outlive what is asked of the scan. */
static inline void read_notes(note_text *t, note_scan *s, isnad_arena *arena, const char *text) {
  size_t count = 0;
  t->page = (isnad_page){.text = isnad_slice_of(text)};
  for (size_t i = 0, begin = 0; i <= t->page.text.length && count < MOST_LINES; i++) {
    if (i < t->page.text.length && text[i] != '\n') continue;
    t->lines[count++] = (isnad_span){(uint32_t)begin, (uint32_t)i};
    begin = i + 1;
  }
  t->article = (isnad_article){.body = t->lines, .body_count = count};
  assert_int_equal(isnad_arabic_tokens(&t->page.tokens, arena, t->page.text, NULL), ISNAD_OK);
  s->arena = arena;
  s->page = &t->page;
  s->article = &t->article;
  note_read(s);
  note_quotes(s);
  assert_false(s->failed);
}

#endif
