/* The note stage: one article in, what it says out. */
#include "note/scan.h"

#include <stdlib.h>

/* The outlet's own line and the source line are citations of the whole article. */
static void add_credit(note_scan *s, const isnad_named *named, isnad_source_kind kind) {
  if (named->name.length == 0 || named->span.begin == named->span.end) return;
  for (size_t i = 0; i < s->source_count; i++) /* one line may name both the outlet and the origin */
    if (s->sources[i].span.begin == named->span.begin && s->sources[i].span.end == named->span.end) return;
  note_add_source(s, &(isnad_source_note){.span = named->span, .named = *named, .kind = kind, .scope = ISNAD_SCOPE_ARTICLE});
}

static int by_place(const void *a, const void *b) {
  const isnad_source_note *x = a, *y = b;
  if (x->span.begin != y->span.begin) return x->span.begin < y->span.begin ? -1 : 1;
  return (x->span.end > y->span.end) - (x->span.end < y->span.end);
}

static void hand_over(const note_scan *s, isnad_article *article) {
  article->times = s->times;
  article->time_count = s->time_count;
  article->figures = s->figures;
  article->figure_count = s->figure_count;
  article->names = s->names;
  article->name_count = s->name_count;
  article->quotes = s->quotes;
  article->quote_count = s->quote_count;
  article->sources = s->sources;
  article->source_count = s->source_count;
}

void note_read(note_scan *s) {
  note_units(s);
  if (!s->failed) note_times(s);
  if (!s->failed) note_figures(s);
  add_credit(s, &s->article->outlet, ISNAD_SOURCE_CREDIT);
  add_credit(s, &s->article->origin, ISNAD_SOURCE_CREDIT);
  if (!s->failed) note_credits(s);
  if (!s->failed) note_citations(s);
  if (!s->failed) note_names(s);
  if (s->source_count > 1) qsort(s->sources, s->source_count, sizeof *s->sources, by_place);
}

isnad_status isnad_note_article(isnad_article *article, isnad_arena *arena, const isnad_page *page, isnad_err *err) {
  note_scan s = {.arena = arena, .page = page, .article = article};
  note_read(&s);
  if (!s.failed) note_quotes(&s);
  if (s.failed) return isnad_arena_fail(err, arena, "note");
  hand_over(&s, article);
  return ISNAD_OK;
}
