/* What happened, in order: the events of some stories, of one bearer, or of some words, and the past that their reports recall. */
#include "view/timeline/timeline_inside.h"

#include "base/clock.h"
#include "base/hash.h"
#include "base/map.h"
#include "entity/entity.h"
#include "store/stories.h"
#include "store/terms.h"
#include "story/about.h"
#include "view/reports.h"
#include "view/scene_day.h"
#include "view/sheet.h"
#include "view/story_read.h"
#include "view/timeline/news_days.h"
#include "view/timeline/past.h"
#include "view/title.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_ARTICLES = 600, MOST_MENTIONS = 4096 };

static isnad_status full(telling *t) { return isnad_arena_fail(t->sheet.err, t->sheet.arena, "view"); }

/* --- which sentences count --- */

static bool says(telling *t, isnad_slice text) {
  isnad_tokens tokens;
  return isnad_arabic_tokens(&tokens, t->sheet.arena, text, NULL) == ISNAD_OK && about_says(&t->about, &tokens, 0, tokens.count);
}

static bool names_it(const telling *t, const tree *notes, isnad_span span) {
  for (const tree *n = tree_item(tree_get(notes, "names"), 0); n != NULL; n = n->next) {
    isnad_span at;
    if (tree_span(&at, n, "span") && at.begin >= span.begin && at.end <= span.end && isnad_slice_equal(tree_text(n, "entity"), t->local)) return true;
  }
  return false;
}

static bool counts(telling *t, const report_list *list, const summary_sentence *s) {
  if (t->local.length > 0 && !names_it(t, list->notes[s->report], s->span)) return false;
  return t->about.count == 0 || says(t, isnad_slice_at(list->items[s->report].text, s->span));
}

/* --- what is recalled --- */

/* What finds no room is left out, and the arena says so in the end. */
static void add_mention(telling *t, const timeline_mention *m) {
  if (t->count == t->room && t->room < MOST_MENTIONS) {
    size_t room = t->room * 2 + 32 < MOST_MENTIONS ? t->room * 2 + 32 : MOST_MENTIONS;
    timeline_mention *more = isnad_arena_grow(t->sheet.arena, t->mentions, t->room, room, sizeof *more);
    if (more == NULL) return;
    t->mentions = more;
    t->room = room;
  }
  if (t->count < t->room) t->mentions[t->count++] = *m;
}

static void recall(telling *t, const report_list *list, const summary_set *set, uint32_t report, uint32_t number, uint32_t origin) {
  const summary_report *r = &list->items[report];
  past_walk walk = past_walk_of(list->notes[report], r->text, r->from);
  past_time past;
  const summary_sentence *sentence = NULL;
  while (past_told(&past, &sentence, &walk, set, report)) {
    timeline_mention m = {TIMELINE_RECALLED, past.when, past.grain, .report = number, .origin = origin, .sentence = sentence, .text = r->text};
    m.time = past.span;
    if (sentence->count >= 4 && counts(t, list, sentence)) add_mention(t, &m);
  }
}

/* --- what was news --- */

static isnad_slice width_of(isnad_interval when) {
  int64_t days = (when.to - when.from) / DAY_SECONDS;
  return isnad_slice_of(days <= 1 ? "day" : days <= 8 ? "days" : days <= 31 ? "month" : "interval");
}

/* The headline as a sentence of its page, when no sentence stands alone. */
static const summary_sentence *headline_sentence(telling *t, const report_list *list, uint32_t report) {
  const summary_report *r = &list->items[report];
  summary_sentence *s = isnad_arena_alloc(t->sheet.arena, sizeof *s);
  if (s == NULL || r->headline.length == 0 || summary_words(s, t->sheet.arena, r->headline, t->sheet.err) != ISNAD_OK) return NULL;
  s->report = report;
  tree_span(&s->span, tree_get(list->notes[report], "headline"), "span");
  return s->span.begin < s->span.end ? s : NULL;
}

static const summary_sentence *headline_if_it_counts(telling *t, const report_list *list) {
  const summary_sentence *s = headline_sentence(t, list, 0);
  return s != NULL && counts(t, list, s) ? s : NULL;
}

/* A sentence on its own day: the one it tells, else its report's; the time of a report that stands alone is kept. */
static isnad_interval day_of_news(const store_story *story, const report_list *list, const summary_sentence *s) {
  const store_article *a = &list->articles[s->report];
  isnad_interval when = a->published.from < a->published.to ? a->published : story->published, told;
  if (story->reports < 2 || when.from >= when.to) return when;
  if (scene_day_told(&told, list, s->report, s->span)) return told;
  int64_t day = when.from - when.from % DAY_SECONDS;
  return (isnad_interval){day, day + DAY_SECONDS};
}

static void add_news(telling *t, const report_list *list, const news_day *day, uint32_t first_number, const store_story *story, uint32_t possible) {
  timeline_mention m = {.kind = TIMELINE_REPORTED, .when = day->when, .grain = width_of(day->when), .sentence = day->best};
  m.report = m.origin = first_number + day->best->report;
  m.text = list->items[day->best->report].text;
  m.story = story->id;
  m.told_reports = day->reports;
  m.told_origins = day->origins;
  m.told_possible = possible;
  if (day->when.from < day->when.to) add_mention(t, &m);
}

/* One line for the whole story. */
static void announce(telling *t, const report_list *list, const summary_sentence *s, uint32_t first_number, const store_story *story) {
  news_day whole = {.best = s, .when = day_of_news(story, list, s), .reports = story->reports, .origins = story->certain};
  add_news(t, list, &whole, first_number, story, story->possible);
}

/* One line for each day on which there was news of it. */
static isnad_status announce_days(telling *t, const story_read *story, uint32_t first_number) {
  news_day *days = NULL;
  size_t count = 0;
  isnad_status status = news_days_of(&days, &count, t->sheet.arena, &story->reports, &story->sentences, &story->sum, t->sheet.err);
  if (status != ISNAD_OK) return status;
  const summary *sum = &story->sum;
  const summary_sentence *best =
      sum->count > 0 ? sum->items[0] : headline_sentence(t, &story->reports, sum->headline < 0 ? 0 : (uint32_t)sum->headline);
  if (count < 2 && best != NULL) announce(t, &story->reports, best, first_number, &story->row);
  for (size_t i = 0; count > 1 && i < count; i++) add_news(t, &story->reports, &days[i], first_number, &story->row, days[i].origins);
  return ISNAD_OK;
}

static isnad_status keep_articles(telling *t, const report_list *list) {
  const store_article **more = isnad_arena_grow(t->sheet.arena, t->articles, t->reports, t->reports + list->count, sizeof *more);
  if (more == NULL) return full(t);
  for (size_t i = 0; i < list->count; i++) more[t->reports + i] = &list->articles[i];
  t->articles = more;
  t->reports += (uint32_t)list->count;
  return ISNAD_OK;
}

/* A whole story: what was news on each of its days, and what its reports recall. */
static isnad_status tell_story(telling *t, isnad_slice id) {
  story_read *story = NULL;
  uint32_t first = t->reports;
  isnad_status status = story_read_open(&story, &t->sheet, t->store, id);
  if (status == ISNAD_OK) status = story_read_summary(story, t->sheet.err);
  if (status != ISNAD_OK || story->reports.count == 0) return status;
  const report_list *list = &story->reports;
  if ((status = keep_articles(t, list)) != ISNAD_OK || (status = announce_days(t, story, first)) != ISNAD_OK) return status;
  for (uint32_t i = 0; i < story->sentences.report_count; i++) recall(t, list, &story->sentences, i, first + i, first + list->items[i].origin);
  return ISNAD_OK;
}

/* --- some articles, each in its story --- */

static isnad_status tell_article(telling *t, int64_t id) {
  report_list list;
  summary_set set;
  store_article a;
  isnad_arena *arena = t->sheet.arena;
  uint32_t first = t->reports;
  isnad_status status = store_article_get(&a, arena, t->store, id, t->sheet.err);
  if (status == ISNAD_OK && graph_is_bare(&a)) return ISNAD_OK;
  if (status == ISNAD_OK) status = view_reports_new(&list, arena, 1, t->sheet.err);
  if (status == ISNAD_OK) status = view_report_add(&list, arena, t->store, &a, t->sheet.err);
  if (status == ISNAD_OK) status = summary_read(&set, arena, list.items, 1, t->sheet.err);
  if (status == ISNAD_OK) status = keep_articles(t, &list);
  if (status != ISNAD_OK) return status;
  recall(t, &list, &set, 0, first, first);
  uint64_t *told = map_put(&t->stories, (a.story.length > 0 ? hash64(a.story) : (uint64_t)id) + (uint64_t)(a.published.from / DAY_SECONDS));
  const summary_sentence *best = NULL;
  for (size_t i = 0; i < set.count && best == NULL; i++)
    if (set.items[i].alone && counts(t, &list, &set.items[i])) best = &set.items[i];
  if (best == NULL) best = headline_if_it_counts(t, &list);
  if (told == NULL || *told != 0 || best == NULL) return told == NULL ? full(t) : ISNAD_OK;
  store_story story = {.published = a.published, .reports = 1, .certain = 1, .possible = 1};
  if (a.story.length > 0) status = store_story_find(&story, arena, t->store, a.story, t->sheet.err);
  if (status == ISNAD_OK) announce(t, &list, best, first, &story);
  *told = 1;
  return status;
}

static isnad_status tell_bearer(telling *t, isnad_slice name) {
  entity_card *cards = NULL;
  entity_naming *namings = NULL;
  size_t found = 0, count = 0;
  isnad_status status = entity_find(&cards, &found, t->sheet.arena, t->store, name, t->sheet.err);
  if (status != ISNAD_OK || found == 0) return status;
  status = entity_articles(&namings, &count, t->sheet.arena, t->store, &cards[0], t->sheet.err);
  for (size_t i = count < MOST_ARTICLES ? count : MOST_ARTICLES; status == ISNAD_OK && i > 0; i--) { /* the newest, from the oldest on */
    t->local = namings[i - 1].local;
    status = tell_article(t, namings[i - 1].article);
  }
  return status;
}

/* An article that tells of the words, and how much. */
typedef struct found {
  int64_t article;
  double weight;
  size_t place; /* in the order of names */
} found;

typedef struct searching {
  telling *t;
  found *items;
  size_t count, room, place;
} searching;

static bool search_one(void *context, const store_terms *of) {
  searching *s = context;
  double weight = about_weight(&s->t->about, of->terms);
  size_t place = s->place++;
  if (weight <= 0) return true;
  if (s->count == s->room) {
    size_t room = s->room * 2 + 256;
    found *grown = isnad_arena_grow(s->t->sheet.arena, s->items, s->room, room, sizeof *grown);
    if (grown == NULL) return false;
    s->items = grown;
    s->room = room;
  }
  s->items[s->count++] = (found){of->article, weight, place};
  return true;
}

static int by_found_weight(const void *a, const void *b) {
  const found *x = a, *y = b;
  if (x->weight != y->weight) return x->weight > y->weight ? -1 : 1;
  return (x->place > y->place) - (x->place < y->place);
}

static isnad_status tell_words(telling *t, isnad_slice words) {
  searching s = {.t = t};
  isnad_status status = about_read(&t->about, t->sheet.arena, words, t->sheet.err);
  if (status == ISNAD_OK) status = store_terms_each(t->store, search_one, &s, t->sheet.err);
  if (status == ISNAD_CANCELLED) return full(t);
  if (s.count > 1) qsort(s.items, s.count, sizeof *s.items, by_found_weight);
  for (size_t i = 0; status == ISNAD_OK && i < s.count && i < MOST_ARTICLES; i++) status = tell_article(t, s.items[i].article);
  return status;
}

isnad_status isnad_view_events(isnad_store *store, const isnad_slice *stories, size_t count, const isnad_view *view, isnad_err *err) {
  telling t = {.store = store};
  isnad_status status = sheet_open(&t.sheet, view, err);
  if (status == ISNAD_OK && !map_new(&t.stories, t.sheet.arena, 64)) status = full(&t);
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) status = tell_story(&t, stories[i]);
  if (status == ISNAD_OK && view->by.length > 0) status = tell_bearer(&t, view->by);
  if (status == ISNAD_OK && view->about.length > 0) status = tell_words(&t, view->about);
  if (status == ISNAD_OK && isnad_arena_status(t.sheet.arena) != ISNAD_OK) status = full(&t);
  if (status == ISNAD_OK) status = timeline_show(&t);
  return sheet_close(&t.sheet, status, "nothing of it has a date");
}
