#include "view/story_filter.h"

#include "base/clock.h"
#include "base/hash.h"
#include "entity/entity.h"
#include "store/terms.h"
#include "story/about.h"

static const isnad_span nowhere = {0, 0};

static isnad_status read_day(isnad_interval *out, isnad_slice day, isnad_err *err) {
  *out = (isnad_interval){0, 0};
  if (day.length == 0 || clock_read_iso(out, day, true, 0)) return ISNAD_OK;
  return isnad_err_set(err, ISNAD_BAD_ARGUMENT, "view", nowhere, "%.*s is no day: write 2018-06-12", day.length < 40 ? (int)day.length : 40,
                       day.bytes);
}

typedef struct gathering {
  map *stories;
  const about *asked;
  bool failed;
} gathering;

static bool add_story(map *stories, isnad_slice id) {
  uint64_t *place = map_put(stories, hash64(id));
  if (place != NULL) *place = 1;
  return place != NULL;
}

static bool take_terms(void *context, const store_terms *of) {
  gathering *g = context;
  if (of->story.length > 0 && about_weight(g->asked, of->terms) > 0) g->failed = !add_story(g->stories, of->story);
  return !g->failed;
}

static isnad_status gather_about(map *out, isnad_arena *arena, isnad_store *store, isnad_slice words, isnad_err *err) {
  about asked;
  gathering g = {out, &asked, false};
  isnad_status status = about_read(&asked, arena, words, err);
  if (status == ISNAD_OK) status = store_terms_each(store, take_terms, &g, err);
  return g.failed ? isnad_arena_fail(err, arena, "view") : status;
}

/* The stories of the bearer that fits the name best; a place, where one is asked for. */
static isnad_status gather_named(map *out, isnad_arena *arena, isnad_store *store, isnad_slice name, bool place, isnad_err *err) {
  entity_card *cards = NULL;
  entity_naming *named = NULL;
  size_t found = 0, count = 0, at = 0;
  isnad_status status = entity_find(&cards, &found, arena, store, name, err);
  while (place && at < found && !isnad_slice_is(cards[at].type, "place")) at++;
  if (status == ISNAD_OK && at < found) status = entity_articles(&named, &count, arena, store, &cards[at], err);
  for (size_t i = 0; status == ISNAD_OK && i < count; i++)
    if (named[i].story.length > 0 && !add_story(out, named[i].story)) status = isnad_arena_fail(err, arena, "view");
  return status;
}

isnad_status story_filter_new(story_filter *out, isnad_arena *arena, isnad_store *store, const isnad_view *view, isnad_err *err) {
  *out = (story_filter){.least_origins = view->least_origins};
  out->told = view->about.length > 0;
  out->named = view->by.length > 0;
  out->placed = view->where.length > 0;
  if (!map_new(&out->about, arena, 64) || !map_new(&out->who, arena, 64) || !map_new(&out->where, arena, 64))
    return isnad_arena_fail(err, arena, "view");
  isnad_status status = read_day(&out->since, view->since, err);
  if (status == ISNAD_OK) status = read_day(&out->until, view->until, err);
  if (status == ISNAD_OK && out->told) status = gather_about(&out->about, arena, store, view->about, err);
  if (status == ISNAD_OK && out->named) status = gather_named(&out->who, arena, store, view->by, false, err);
  if (status == ISNAD_OK && out->placed) status = gather_named(&out->where, arena, store, view->where, true, err);
  return status;
}

bool story_filter_keeps(const story_filter *f, const store_story *story) {
  bool dated = story->published.from < story->published.to, asked = f->since.from < f->since.to || f->until.from < f->until.to;
  if (asked && !dated) return false;
  if (f->since.from < f->since.to && story->published.to <= f->since.from) return false;
  if (f->until.from < f->until.to && story->published.from >= f->until.to) return false;
  if (story->certain < f->least_origins) return false;
  uint64_t id = hash64(story->id);
  return (!f->told || map_get(&f->about, id) != NULL) && (!f->named || map_get(&f->who, id) != NULL) &&
         (!f->placed || map_get(&f->where, id) != NULL);
}

bool story_filter_is_open(const story_filter *f) {
  return f->since.from == f->since.to && f->until.from == f->until.to && f->least_origins == 0 && !f->told && !f->named && !f->placed;
}
