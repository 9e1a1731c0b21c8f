#include "view/timeline/news_days.h"

#include "base/clock.h"
#include "view/scene_day.h"

/* A sentence says nothing new when this much of it, by weight, was said before; when its reports put it on a day that was told, this much suffices.
 */
static const double said_before = 0.6, same_day = 0.34;

static int64_t day_of(const summary_report *r) { return r->from / DAY_SECONDS; }

/* The best of the sentences of the reports of one day that can stand alone; the summary's own when it is among them. */
static const summary_sentence *best_of_day(const summary_set *set, const summary *sum, int64_t day) {
  const summary_sentence *best = NULL;
  for (size_t i = 0; i < set->count; i++) {
    const summary_sentence *s = &set->items[i];
    if (day_of(&set->reports[s->report]) != day || !s->alone) continue;
    if (sum->count > 0 && s == sum->items[0]) return s;
    if (best == NULL || s->score > best->score) best = s;
  }
  return best;
}

static bool has_word(const summary_sentence *s, uint64_t hash) {
  for (size_t i = 0; i < s->count; i++)
    if (s->words[i].hash == hash) return true;
  return false;
}

/* A number that the other has not: a toll that rose is news, in whatever like words. */
static bool has_other_number(const summary_set *set, const summary_sentence *s, const summary_sentence *other) {
  const isnad_tokens *t = set->reports[s->report].tokens;
  if (t == NULL) return false;
  for (size_t at = isnad_tokens_seek(t, s->span.begin); at < t->count && t->items[at].span.begin < s->span.end; at++)
    if (t->items[at].kind == ISNAD_TOKEN_NUMBER && !has_word(other, t->items[at].hash)) return true;
  return false;
}

static bool is_new(const summary_set *set, const news_day *days, size_t count, const summary_sentence *s) {
  for (size_t i = 0; i < count; i++)
    if (summary_cover(s, days[i].best) >= said_before && !has_other_number(set, s, days[i].best)) return false;
  return true;
}

static bool is_counted(const report_list *list, const news_day *d, size_t i) {
  return list->items[i].same == i && day_of(&list->items[i]) >= d->from && day_of(&list->items[i]) <= d->to;
}

static void count_reports(news_day *d, const report_list *list) {
  d->reports = d->origins = 0;
  for (size_t i = 0; i < list->count; i++) {
    if (!is_counted(list, d, i)) continue;
    bool seen = false;
    for (size_t k = 0; k < i && !seen; k++) seen = is_counted(list, d, k) && list->items[k].origin == list->items[i].origin;
    d->reports++;
    d->origins += !seen;
  }
}

static isnad_interval day_told(const report_list *list, const summary_sentence *s) {
  isnad_interval when;
  int64_t day = day_of(&list->items[s->report]) * DAY_SECONDS;
  return scene_day_told(&when, list, s->report, s->span) ? when : (isnad_interval){day, day + DAY_SECONDS};
}

/* More of the reports of these days of publication put what they tell on `told` than on any other day. */
static bool puts_on(const report_list *list, const news_day *d, isnad_interval told) {
  size_t on = 0, other = 0;
  isnad_interval when;
  for (size_t i = 0; i < list->count; i++) {
    if (!is_counted(list, d, i) || !scene_day_in_opening(&when, list, i)) continue;
    *(when.from == told.from ? &on : &other) += 1;
  }
  return on > other;
}

/* The papers of Monday tell again what those of Sunday told, and say that it was on Sunday. */
static bool is_told_again(const report_list *list, const news_day *a, const news_day *b) {
  double one = summary_cover(a->best, b->best), other = summary_cover(b->best, a->best);
  if ((one > other ? one : other) < same_day) return false;
  return a->when.from == b->when.from || puts_on(list, b, a->when) || puts_on(list, a, b->when);
}

/* One line for both, on the earlier of the two days. */
static void join(news_day *d, const news_day *later) {
  if (later->when.from < d->when.from) {
    d->best = later->best;
    d->when = later->when;
  }
  d->to = later->to;
}

isnad_status news_days_of(news_day **out, size_t *count, isnad_arena *arena, const report_list *reports, const summary_set *set, const summary *sum,
                          isnad_err *err) {
  news_day *days = isnad_arena_array(arena, reports->count + 1, sizeof *days);
  int64_t last = 0;
  *count = 0;
  *out = days;
  if (days == NULL) return isnad_arena_fail(err, arena, "view");
  for (size_t i = 0; i < reports->count; i++) {
    int64_t day = day_of(&reports->items[i]);
    if (reports->items[i].from == 0 || (*count > 0 && day <= last)) continue;
    last = day;
    const summary_sentence *best = best_of_day(set, sum, day);
    if (best == NULL || !is_new(set, days, *count, best)) continue;
    news_day fresh = {.best = best, .when = day_told(reports, best), .from = day, .to = day};
    if (*count > 0 && is_told_again(reports, &days[*count - 1], &fresh))
      join(&days[*count - 1], &fresh);
    else
      days[(*count)++] = fresh;
    count_reports(&days[*count - 1], reports);
  }
  return ISNAD_OK;
}
