/* What came before: the past that the reports of a story recall, each with the sentence that tells it. */
#include "story/timeline.h"
#include "view/counts.h"
#include "view/report/report_blocks.h"
#include "view/timeline/past.h"

#include <stdlib.h>

enum { MOST_SHOWN = 5, MOST_MENTIONS = 512 };

/* A sentence must have this much of the score of the summary's first one, or be told by two reports. */
static const double near_the_news = 0.5;

typedef struct recalling {
  timeline_mention *mentions;
  size_t count;
} recalling;

static void recall(recalling *x, const report *r, uint32_t number) {
  const summary_report *told = &r->reports.items[number];
  past_walk walk = past_walk_of(r->reports.notes[number], told->text, told->from);
  past_time past;
  const summary_sentence *s = NULL;
  while (x->count < MOST_MENTIONS && past_told(&past, &s, &walk, &r->sentences, number)) {
    if (!s->alone) continue;
    timeline_mention *m = &x->mentions[x->count++];
    *m =
        (timeline_mention){TIMELINE_RECALLED, past.when, past.grain, .report = told->same, .origin = told->origin, .sentence = s, .text = told->text};
    m->time = past.span;
  }
}

static bool is_worth(const report *r, const timeline_entry *e) {
  return e->reports > 1 || (r->told.count > 0 && e->best->sentence->score >= near_the_news * r->told.items[0]->score);
}

/* Those told by most reports first, then as they came. */
static int by_reports(const void *a, const void *b) {
  const timeline_entry *x = *(const timeline_entry *const *)a, *y = *(const timeline_entry *const *)b;
  if (x->reports != y->reports) return x->reports > y->reports ? -1 : 1;
  return x < y ? -1 : x > y;
}

static int by_place(const void *a, const void *b) {
  const timeline_entry *x = *(const timeline_entry *const *)a, *y = *(const timeline_entry *const *)b;
  return x < y ? -1 : x > y;
}

/* The summary has said it. */
static bool is_in_summary(const report *r, const timeline_entry *e) {
  for (size_t i = 0; i < r->told.count; i++)
    if (r->told.items[i] == e->best->sentence) return true;
  return false;
}

static bool write_entry(report *r, const timeline_entry *e) {
  const summary_sentence *s = e->best->sentence;
  isnad_slice others = e->reports > 1 ? counted(r->s, "report", e->reports) : report_nothing;
  return block_add_dated(r, BLOCK_EVENT, 0, e->best->when, report_outlet_of(&r->reports.articles[s->report]), report_sentence_words(r, s), others);
}

static bool write_entries(report *r, const timeline *all) {
  const timeline_entry **kept = isnad_arena_array(r->s->arena, all->count + 1, sizeof *kept);
  size_t count = 0;
  if (kept == NULL) return false;
  for (size_t i = 0; i < all->count; i++)
    if (is_worth(r, &all->items[i]) && !is_in_summary(r, &all->items[i])) kept[count++] = &all->items[i];
  if (count > 1) qsort(kept, count, sizeof *kept, by_reports);
  if (count > MOST_SHOWN) count = MOST_SHOWN;
  if (count > 1) qsort(kept, count, sizeof *kept, by_place);
  if (count > 0 && !block_heading(r, "report.before")) return false;
  for (size_t i = 0; i < count; i++)
    if (!write_entry(r, kept[i])) return false;
  return true;
}

bool report_write_past(report *r) {
  recalling x = {isnad_arena_array(r->s->arena, MOST_MENTIONS, sizeof *x.mentions), 0};
  timeline all;
  if (x.mentions == NULL) return false;
  for (uint32_t i = 0; i < r->sentences.report_count; i++) recall(&x, r, i);
  return timeline_gather(&all, r->s->arena, x.mentions, x.count, r->s->err) == ISNAD_OK && write_entries(r, &all);
}
