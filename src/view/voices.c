#include "view/voices.h"

#include "chain/owners.h"
#include "chain/relay.h"

enum { MOST_STEPS = 256 };

typedef struct walk {
  isnad_arena *arena;
  store_voice *voices;
  size_t count;
  isnad_slice id, name;             /* of the report's own outlet */
  const store_voice **quoting;      /* by voice: the medium that quotes this one; NULL: none */
  const store_voice *outer, *inner; /* whom the report is credited to; who is cited for the whole of it */
  voice_step *steps;
  size_t step_count;
} walk;

bool voice_is(const store_voice *v, isnad_slice id, isnad_slice name) {
  if (v->id.length > 0 || id.length > 0) return isnad_slice_equal(v->id, id);
  return isnad_slice_equal(v->name, name);
}

bool voice_same(const store_voice *a, const store_voice *b) { return voice_is(a, b->id, b->name); }

bool voice_is_medium(const store_voice *v) {
  return isnad_slice_is(v->kind, "agency") || isnad_slice_is(v->kind, "outlet") || isnad_slice_is(v->kind, "credit") ||
         isnad_slice_is(v->kind, "social");
}

static bool own(const walk *w, const store_voice *v) { return voice_is(v, w->id, w->name) || isnad_slice_equal(v->name, w->name); }

/* Nobody in particular: "agencies", and the press to which somebody spoke. */
static bool is_nobody(const walk *w, const store_voice *v) { return v->id.length == 0 && chain_is_generic(w->arena, v->name); }

/* The one outlet of a source line stands last before the page; a medium that the text cites for the whole stands before that. */
static void find_whole(walk *w) {
  bool several = false;
  for (size_t i = 0; i < w->count; i++) {
    const store_voice *v = &w->voices[i];
    if (!voice_is_medium(v) || !isnad_slice_is(v->scope, "article") || own(w, v) || is_nobody(w, v)) continue;
    if (!isnad_slice_is(v->kind, "credit")) {
      if (w->inner == NULL) w->inner = v;
    } else {
      several = several || (w->outer != NULL && !voice_same(v, w->outer));
      w->outer = v;
    }
  }
  if (several) w->outer = NULL;
  if (w->inner != NULL && w->outer != NULL && voice_same(w->inner, w->outer)) w->inner = NULL;
}

/* The medium that quotes the one at `at`; the words between them tell. */
static isnad_status find_quoting(walk *w, size_t at, isnad_store *store, int64_t article, isnad_err *err) {
  size_t before = at;
  bool relay = false;
  const store_voice *v = &w->voices[at];
  if (!voice_is_medium(v) || own(w, v) || isnad_slice_is(v->kind, "credit")) return ISNAD_OK;
  while (before > 0 && !voice_is_medium(&w->voices[before - 1])) before--;
  if (before == 0) return ISNAD_OK;
  const store_voice *first = &w->voices[before - 1];
  if (own(w, first) || voice_same(first, v) || isnad_slice_is(first->kind, "credit")) return ISNAD_OK;
  isnad_status status = chain_is_relay(&relay, w->arena, store, article, first->span, v->span, err);
  if (relay) w->quoting[at] = first;
  return status;
}

/* Through whom the medium came: another that quotes it. */
static const store_voice *quoting(const walk *w, const store_voice *v) {
  for (size_t i = 0; i < w->count; i++)
    if (w->quoting[i] != NULL && voice_same(&w->voices[i], v)) return w->quoting[i];
  return NULL;
}

static const store_voice *carrier_of(const walk *w, const store_voice *v) {
  for (size_t i = 0; v->via.length > 0 && i < w->count; i++)
    if (voice_is_medium(&w->voices[i]) && isnad_slice_equal(w->voices[i].name, v->via) && !is_nobody(w, &w->voices[i])) return &w->voices[i];
  return w->inner != NULL ? w->inner : w->outer;
}

/* Of one who is cited and speaks it is told that he speaks. */
static const char *role_of(const store_voice *v) {
  static const char *const roles[] = {"speaker", "anonymous", "official", "document", "footage", "agency", "outlet", "credit", "social"};
  for (size_t i = 0; i < sizeof roles / sizeof roles[0]; i++)
    if (isnad_slice_is(v->kind, roles[i])) return roles[i];
  return "official";
}

/* A citation has a scope. */
static bool is_statement(const store_voice *v) { return v->scope.length == 0; }

static void add_step(walk *w, const store_voice *from, const store_voice *to) {
  if (to != NULL && (voice_same(from, to) || own(w, to))) to = NULL;
  for (size_t i = 0; i < w->step_count; i++) {
    voice_step *s = &w->steps[i];
    if (!voice_same(s->from, from) || (s->to == NULL) != (to == NULL) || (to != NULL && !voice_same(s->to, to))) continue;
    if (isnad_slice_is(from->kind, "speaker")) s->role = "speaker";
    s->said = s->said || is_statement(from);
    s->times++;
    return;
  }
  if (w->step_count < MOST_STEPS) w->steps[w->step_count++] = (voice_step){from, role_of(from), to, is_statement(from), 1};
}

/* "The agency quoted the minister as saying": he is cited there, and what he said came through the agency. That is told once. */
static void drop_cited_twice(walk *w) {
  size_t kept = 0;
  for (size_t i = 0; i < w->step_count; i++) {
    const voice_step *s = &w->steps[i];
    bool twice = false;
    for (size_t k = 0; s->to == NULL && !s->said && !twice && k < w->step_count; k++) {
      const voice_step *other = &w->steps[k];
      twice = other->to != NULL && other->said && !voice_is_medium(s->from) && voice_same(other->from, s->from);
    }
    w->steps[w->step_count + kept] = *s;
    kept += !twice;
  }
  for (size_t i = 0; i < kept; i++) w->steps[i] = w->steps[w->step_count + i];
  w->step_count = kept;
}

/* "Agency X said": a medium that speaks is cited, and is a medium. */
static bool cited_medium(const walk *w, const store_voice *v) {
  for (size_t i = 0; i < w->count; i++)
    if (voice_is_medium(&w->voices[i]) && voice_same(&w->voices[i], v)) return true;
  return false;
}

static void add_voice(walk *w, const store_voice *v) {
  const store_voice *to = carrier_of(w, v);
  const store_voice *by = voice_is_medium(v) ? quoting(w, v) : NULL;
  if (own(w, v)) return;
  if (!voice_is_medium(v)) {
    if (!cited_medium(w, v)) add_step(w, v, to);
  } else if (by != NULL) {
    add_step(w, v, by);
  } else if (is_nobody(w, v)) {
    return;
  } else if (w->outer != NULL && !voice_same(v, w->outer)) {
    add_step(w, v, w->outer);
  } else if (isnad_slice_is(v->kind, "social") && !isnad_slice_is(v->scope, "article")) {
    add_step(w, v, NULL); /* where a sentence was written: no edge of the store has it */
  }
}

isnad_status voices_of(voice_step **out, size_t *count, isnad_arena *arena, isnad_store *store, int64_t article, isnad_slice id, isnad_slice name,
                       isnad_err *err) {
  walk w = {.arena = arena, .id = id, .name = name};
  isnad_status status = store_voices_of(&w.voices, &w.count, arena, store, article, err);
  if (status != ISNAD_OK) return status;
  w.steps = isnad_arena_array(arena, 2 * (w.count < MOST_STEPS ? w.count : MOST_STEPS) + 1, sizeof *w.steps);
  w.quoting = isnad_arena_array(arena, w.count + 1, sizeof *w.quoting);
  if (w.steps == NULL || w.quoting == NULL) return isnad_arena_fail(err, arena, "view");
  for (size_t i = 0; i < w.count; i++) w.quoting[i] = NULL;
  for (size_t i = 1; status == ISNAD_OK && i < w.count; i++) status = find_quoting(&w, i, store, article, err);
  if (status != ISNAD_OK) return status;
  find_whole(&w);
  for (size_t i = 0; i < w.count; i++) add_voice(&w, &w.voices[i]);
  drop_cited_twice(&w);
  *out = w.steps;
  *count = w.step_count;
  return ISNAD_OK;
}
