/* The past that a report recalls: which of its times lie before the news of the day, and in which sentence. */
#include "view/timeline/past.h"

#include "base/clock.h"

#include "tables.h"

enum { PAST_DAYS = 2 };

static bool bound(int64_t *out, const tree *time, const char *key) {
  isnad_interval i;
  if (!clock_read_iso(&i, tree_text(time, key), false, 0)) return false;
  *out = i.from;
  return true;
}

bool past_interval(isnad_interval *out, const tree *time) {
  return bound(&out->from, time, "from") && bound(&out->to, time, "to") && out->from < out->to;
}

/* A month told without its year is the one that comes as easily as the one that went: one long past is not believed. */
static bool may_be_ahead(isnad_slice words, isnad_interval when, int64_t now) {
  enum { HALF_A_YEAR = 180 };
  for (size_t i = 0; i < words.length; i++)
    if (words.bytes[i] >= '0' && words.bytes[i] <= '9') return false;
  return now > 0 && when.to - when.from < 32 * DAY_SECONDS && when.from < now - HALF_A_YEAR * DAY_SECONDS;
}

/* A time before the news of the day, no coarser than a year. Of an undated report only what is written out counts. */
static bool reads(isnad_interval *when, const tree *time, int64_t now) {
  static const char *const grains[] = {"hour", "day", "week", "month", "quarter", "season", "year"};
  isnad_slice kind = tree_text(time, "kind"), grain = tree_text(time, "grain");
  bool absolute = isnad_slice_equal(kind, isnad_slice_of("absolute")), known = false;
  if (!absolute && !isnad_slice_equal(kind, isnad_slice_of("relative")) && !isnad_slice_equal(kind, isnad_slice_of("range"))) return false;
  for (size_t i = 0; i < sizeof grains / sizeof grains[0]; i++) known = known || isnad_slice_equal(grain, isnad_slice_of(grains[i]));
  if (!known || !past_interval(when, time)) return false;
  if (now == 0) return absolute;
  return when->to <= now - PAST_DAYS * DAY_SECONDS || (when->to <= now && when->to - when->from > PAST_DAYS * DAY_SECONDS);
}

past_walk past_walk_of(const tree *notes, isnad_slice text, int64_t now) {
  return (past_walk){tree_item(tree_get(notes, "times"), 0), text, now, NULL};
}

bool past_next(past_time *out, past_walk *walk) {
  for (; walk->time != NULL; walk->time = walk->time->next) {
    if (!tree_span(&out->span, walk->time, "span") || out->span.end > walk->text.length || !reads(&out->when, walk->time, walk->now)) continue;
    if (may_be_ahead(isnad_slice_at(walk->text, out->span), out->when, walk->now)) continue;
    out->grain = tree_text(walk->time, "grain");
    walk->time = walk->time->next;
    return true;
  }
  return false;
}

const summary_sentence *past_sentence(const summary_set *set, uint32_t report, isnad_span span) {
  for (size_t i = 0; i < set->count; i++)
    if (set->items[i].report == report && set->items[i].span.begin <= span.begin && span.end <= set->items[i].span.end) return &set->items[i];
  return NULL;
}

bool past_is_news(const tree *time, int64_t now) {
  isnad_interval when;
  if (now == 0 || !past_interval(&when, time) || when.to - when.from > DAY_SECONDS) return false;
  return when.from < now + PAST_DAYS * DAY_SECONDS && when.to > now - PAST_DAYS * DAY_SECONDS;
}

bool past_stands_behind_mark(const isnad_tokens *tokens, uint32_t begin) {
  enum { REACH = 5 };
  size_t at = isnad_tokens_seek(tokens, begin);
  for (size_t i = 0; i < REACH && at-- > 0 && tokens->items[at].kind == ISNAD_TOKEN_WORD; i++) {
    isnad_phrase hits[4];
    size_t count = isnad_phrases_at(hits, 4, tokens, at, 1u << ISNAD_TABLE_TIME_WORDS, ISNAD_PHRASE_CUT);
    for (size_t k = 0; k < count; k++)
      if (isnad_time_words_rows[hits[k].row].role == ISNAD_TIME_WORDS_ROLE_MARK) return true;
  }
  return false;
}

bool past_told(past_time *out, const summary_sentence **sentence, past_walk *walk, const summary_set *set, uint32_t report) {
  const isnad_tokens *tokens = set->reports[report].tokens;
  while (past_next(out, walk)) {
    *sentence = past_sentence(set, report, out->span);
    if (*sentence == NULL || *sentence == walk->last || !(*sentence)->tells_past) continue;
    if (tokens != NULL && past_stands_behind_mark(tokens, out->span.begin)) continue;
    walk->last = *sentence;
    return true;
  }
  return false;
}
