/* The day of the event: what the first sentences of the reports tell. */
#include "view/scene_day.h"
#include "base/clock.h"
#include "view/timeline/past.h"

enum { DAYS_BEFORE = 4, OPENING_BYTES = 600, HALF = 2 };

/* Of one day or a part of it, up to the day of the report and not long before. */
static bool is_of_the_news(isnad_interval *day, const tree *time, int64_t published) {
  isnad_interval when;
  if (!past_interval(&when, time) || when.to - when.from > DAY_SECONDS) return false;
  int64_t begin = when.from - when.from % DAY_SECONDS, own = published - published % DAY_SECONDS;
  *day = (isnad_interval){begin, begin + DAY_SECONDS};
  return begin <= own && begin >= own - DAYS_BEFORE * DAY_SECONDS;
}

bool scene_day_told(isnad_interval *out, const report_list *reports, size_t report, isnad_span within) {
  const summary_report *r = &reports->items[report];
  for (const tree *time = tree_item(tree_get(reports->notes[report], "times"), 0); r->from != 0 && time != NULL; time = time->next) {
    isnad_span span;
    if (!tree_span(&span, time, "span") || span.begin < within.begin || span.end > within.end) continue;
    if (is_of_the_news(out, time, r->from)) return true;
  }
  return false;
}

bool scene_day_in_opening(isnad_interval *day, const report_list *list, size_t at) {
  const summary_report *r = &list->items[at];
  return r->body_count > 0 && scene_day_told(day, list, at, (isnad_span){r->body[0].begin, r->body[0].begin + OPENING_BYTES});
}

/* How many reports tell the day: a text captured again is none. */
static size_t votes_for(const report_list *list, const isnad_interval *days, isnad_interval day) {
  size_t votes = 0;
  for (size_t i = 0; i < list->count; i++) votes += list->items[i].same == i && days[i].from == day.from && days[i].to == day.to;
  return votes;
}

isnad_status scene_day(isnad_interval *out, isnad_arena *arena, const report_list *list, isnad_err *err) {
  isnad_interval *days = isnad_arena_array(arena, list->count + 1, sizeof *days);
  size_t telling = 0, most = 0;
  *out = (isnad_interval){0, 0};
  if (days == NULL) return isnad_arena_fail(err, arena, "view");
  for (size_t i = 0; i < list->count; i++) {
    bool tells = scene_day_in_opening(&days[i], list, i);
    if (!tells) days[i] = (isnad_interval){0, 0};
    telling += tells && list->items[i].same == i;
  }
  for (size_t i = 0; i < list->count; i++) {
    size_t votes = days[i].to > 0 ? votes_for(list, days, days[i]) : 0;
    if (votes <= most) continue;
    most = votes;
    *out = days[i];
  }
  if (HALF * most <= telling && telling > 1) *out = (isnad_interval){0, 0};
  return ISNAD_OK;
}
