/* Stories of a thread that come back to earlier ones, with the sentence that says so. */
#include "view/timeline/past_recall.h"

#include "base/clock.h"
#include "store/stories.h"
#include "view/reports.h"
#include "view/timeline/past.h"

/* LONGEST: bytes of a sentence that somebody would read. */
enum { LONGEST = 900, MOST_REPORTS = 6, SHORTEST_GAP = 2 * DAY_SECONDS, TOLD_WITHIN = 2 * DAY_SECONDS, LOOK_BACK = 200 };

/* The share of a title's words, by weight, that the sentence must have; when it tells no more than the month, in which much else happened, this much.
 */
static const double least_cover = 0.3, least_of_wide = 0.5;
enum { NARROW_DAYS = 8 };

typedef struct looking {
  const threads *threads;
  const thread *thread;
  const summary_sentence *titles; /* of the stories before */
  uint32_t first, at;
  past_recall *out;
  double best;
} looking;

/* What is recalled by its day may have happened before the first report of it. */
static bool meets(isnad_interval day, isnad_interval story) { return day.from < story.to + DAY_SECONDS && story.from < day.to + TOLD_WITHIN; }

static void look_for(looking *l, isnad_interval day, const summary_sentence *s, const report_list *list) {
  const thread_story *self = &l->threads->stories[l->thread->stories[l->at]];
  double least = day.to - day.from > NARROW_DAYS * DAY_SECONDS ? least_of_wide : least_cover;
  for (uint32_t k = l->first; k < l->at; k++) {
    const thread_story *other = &l->threads->stories[l->thread->stories[k]];
    if (!thread_is_dated(other) || !thread_is_dated(self) || other->when.to + SHORTEST_GAP > self->when.from || !meets(day, other->when)) continue;
    double cover = summary_cover(&l->titles[k - l->first], s);
    if (cover < least || cover <= l->best) continue;
    l->best = cover;
    *l->out = (past_recall){true, k, list->articles[s->report].name, isnad_slice_at(list->items[s->report].text, s->span), s->span};
  }
}

/* The sentence tells of that time, or of what came "three months after" it; not of the news of its own day. */
static bool comes_back(const summary_sentence *s, const isnad_tokens *tokens, isnad_span time) {
  return s->tells_past || (tokens != NULL && past_stands_behind_mark(tokens, time.begin));
}

static void look_in(looking *l, const report_list *list, const summary_set *set, uint32_t number) {
  const summary_report *r = &list->items[number];
  past_walk walk = past_walk_of(list->notes[number], r->text, r->from);
  past_time past;
  while (past_next(&past, &walk)) {
    const summary_sentence *s = past_sentence(set, number, past.span);
    if (s != NULL && s->span.end - s->span.begin <= LONGEST && comes_back(s, r->tokens, past.span)) look_for(l, past.when, s, list);
  }
}

static isnad_status read_titles(looking *l, isnad_arena *arena, isnad_err *err) {
  summary_sentence *titles = isnad_arena_array(arena, (size_t)(l->at - l->first) + 1, sizeof *titles);
  isnad_status status = titles != NULL ? ISNAD_OK : isnad_arena_fail(err, arena, "view");
  for (uint32_t k = l->first; status == ISNAD_OK && k < l->at; k++)
    status = summary_words(&titles[k - l->first], arena, l->threads->stories[l->thread->stories[k]].title, err);
  l->titles = titles;
  return status;
}

/* The first reports of a story that have a body. */
static isnad_status read_reports(report_list *out, isnad_arena *arena, isnad_store *store, isnad_slice story, isnad_err *err) {
  store_article *members = NULL;
  size_t count = 0;
  isnad_status status = store_story_members(&members, &count, arena, store, story, err);
  if (status == ISNAD_OK) status = view_reports_new(out, arena, MOST_REPORTS, err);
  for (size_t i = 0; status == ISNAD_OK && i < count && out->count < MOST_REPORTS; i++)
    if (!graph_is_bare(&members[i])) status = view_report_add(out, arena, store, &members[i], err);
  return status;
}

isnad_status past_recall_of(past_recall *out, isnad_arena *arena, isnad_store *store, const threads *t, const thread *one, uint32_t at,
                            isnad_err *err) {
  looking l = {.threads = t, .thread = one, .first = at > LOOK_BACK ? at - LOOK_BACK : 0, .at = at, .out = out};
  report_list list;
  summary_set set;
  *out = (past_recall){.found = false};
  isnad_status status = read_titles(&l, arena, err);
  if (status == ISNAD_OK) status = read_reports(&list, arena, store, t->stories[one->stories[at]].id, err);
  if (status == ISNAD_OK) status = summary_read(&set, arena, list.items, list.count, err);
  for (uint32_t i = 0; status == ISNAD_OK && i < set.report_count; i++) look_in(&l, &list, &set, i);
  return status;
}
