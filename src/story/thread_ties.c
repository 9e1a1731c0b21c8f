/* What ties two stories of a thread beyond the two actors that all its stories share: other main actors, and rare words of their headlines. */
#include "story/threads.h"

#include "base/clock.h"
#include "base/sets.h"
#include "isnad/arabic.h"
#include "story/events.h"

#include <stdlib.h>

#include "tables.h"

/* RARE_WORD: uses in 100 million; a word of two letters says nothing. BUSY_SHARE: an actor of more than one story in so many ties nothing. */
enum { RARE_WORD = 12000, SHORTEST_WORD = 6, BUSY_SHARE = 32, TIE_DAYS = 30 };

/* A country, an area or a continent, or the adjective of one ("Western", "the Algerian"): it says who acts, not in what. */
static bool names_country(const isnad_tokens *tokens, size_t at) {
  isnad_phrase hit;
  if (isnad_phrases_at(&hit, 1, tokens, at, 1u << ISNAD_TABLE_PLACES, ISNAD_PHRASE_CUT) == 0) return false;
  return isnad_places_rows[hit.row].kind == ISNAD_PLACES_KIND_COUNTRY || actors_is_wide(hit.row);
}

/* A person's name in any spelling, also behind a preposition. */
static const char *bearer_at(const isnad_tokens *tokens, size_t at) {
  isnad_phrase hit;
  if (isnad_phrases_at(&hit, 1, tokens, at, 1u << ISNAD_TABLE_PEOPLE, ISNAD_PHRASE_CUT) == 0) return NULL;
  return isnad_people_rows[hit.row].id;
}

static uint64_t word_of(const isnad_tokens *tokens, size_t at) {
  char room[ISNAD_STEM_ROOM];
  isnad_slice form = isnad_token_form(tokens, at);
  if (tokens->items[at].kind != ISNAD_TOKEN_WORD || form.length < SHORTEST_WORD || names_country(tokens, at)) return 0;
  uint64_t hash = isnad_token_hash(isnad_arabic_stem(room, form));
  uint32_t whole = isnad_arabic_frequency(tokens->items[at].hash), stem = isnad_arabic_frequency(hash);
  const event_kind *kind = event_kind_of(hash);
  uint32_t seen = kind != NULL ? kind->count : whole > stem ? whole : stem;
  return seen < RARE_WORD ? hash : 0;
}

bool thread_words(thread_story *s, isnad_arena *arena) {
  isnad_tokens tokens;
  if (s->words_read) return true;
  s->words_read = true;
  if (isnad_arabic_tokens(&tokens, arena, s->title, NULL) != ISNAD_OK) return isnad_arena_status(arena) == ISNAD_OK;
  for (size_t i = 0; i < tokens.count && s->word_count < THREAD_WORDS; i++) {
    uint64_t hash = word_of(&tokens, i);
    if (hash == 0) continue;
    s->words[s->word_count++] = (thread_word){hash, isnad_slice_at(s->title, tokens.items[i].span), bearer_at(&tokens, i)};
    s->word_bits |= UINT64_C(1) << (hash & 63);
  }
  return true;
}

bool thread_is_dated(const thread_story *s) { return s->when.from < s->when.to; }

static bool is_one_of(uint32_t actor, const uint32_t *list, uint32_t count) {
  for (uint32_t i = 0; i < count; i++)
    if (list[i] == actor) return true;
  return false;
}

static bool stands_in(isnad_slice word, isnad_slice name) {
  for (size_t at = 0; word.length > 0 && at + word.length <= name.length; at++)
    if (isnad_slice_equal((isnad_slice){name.bytes + at, word.length}, word)) return true;
  return false;
}

/* The words of an actor's name, however it is spelled, tell no more than that it acts. */
static bool names_actor(const threads *t, const uint32_t *pair, const thread_word *word) {
  for (unsigned i = 0; i < 2; i++) {
    const thread_actor *actor = &t->actors[pair[i]];
    if (stands_in(word->text, actor->name)) return true;
    if (word->bearer != NULL && isnad_slice_equal(isnad_slice_of(word->bearer), actor->entity)) return true;
  }
  return false;
}

static void tie_words(thread_tie *out, const threads *t, const uint32_t *pair, const thread_story *a, const thread_story *b) {
  for (uint32_t i = 0; i < b->word_count; i++) {
    bool shared = false;
    for (uint32_t k = 0; k < a->word_count; k++) shared = shared || a->words[k].hash == b->words[i].hash;
    for (uint32_t k = 0; shared && k < i; k++) shared = b->words[k].hash != b->words[i].hash;
    if (shared && !names_actor(t, pair, &b->words[i])) out->words[out->word_count++] = b->words[i].text;
  }
}

thread_tie thread_tie_of(const threads *t, const uint32_t *pair, const thread_story *a, const thread_story *b) {
  thread_tie tie = {.days = -1};
  for (uint32_t i = 0; i < b->actor_count; i++)
    if (is_one_of(b->actors[i], a->actors, a->actor_count) && !is_one_of(b->actors[i], pair, 2)) tie.actors[tie.actor_count++] = b->actors[i];
  tie_words(&tie, t, pair, a, b);
  if (thread_is_dated(a) && thread_is_dated(b)) tie.days = (b->when.from - a->when.from) / DAY_SECONDS;
  return tie;
}

/* Actors whom half the news names tie nothing where two always meet, though they are told. */
static bool counts(const threads *t, uint32_t actor) { return (uint64_t)t->actors[actor].stories * BUSY_SHARE < t->story_count; }

/* A bit for each actor beyond the pair that can tie by this bond. */
static uint64_t bits_of(const threads *t, const uint32_t *pair, const thread_story *s, thread_bond bond) {
  uint64_t bits = 0;
  for (uint32_t i = 0; i < s->actor_count; i++)
    if (!is_one_of(s->actors[i], pair, 2) && (bond == THREAD_BOND_NEAR || counts(t, s->actors[i]))) bits |= UINT64_C(1) << (s->actors[i] & 63);
  return bits;
}

static uint32_t strong_ties(const threads *t, const thread_tie *tie) {
  uint32_t count = tie->word_count;
  for (uint32_t i = 0; i < tie->actor_count; i++) count += counts(t, tie->actors[i]);
  return count;
}

static bool is_near(const thread_story *a, const thread_story *b) {
  return thread_is_dated(a) && thread_is_dated(b) && (b->when.from - a->when.from) / DAY_SECONDS <= TIE_DAYS;
}

static bool holds(const threads *t, const thread_tie *tie, thread_bond bond) {
  if (bond == THREAD_BOND_NEAR) return tie->actor_count + tie->word_count > 0;
  uint32_t needed = bond == THREAD_BOND_ONE ? 1 : 2;
  return tie->days < 0 ? strong_ties(t, tie) > needed : tie->days <= TIE_DAYS && strong_ties(t, tie) >= needed;
}

/* Each story is held against those before it, LOOK_BACK at most: an add into years of news costs what a year costs. */
uint32_t *thread_chains(isnad_arena *arena, threads *t, const uint32_t *pair, const uint32_t *stories, uint32_t count, thread_bond bond) {
  enum { LOOK_BACK = 40 };
  uint32_t *up = isnad_arena_array(arena, (size_t)count + 1, sizeof *up);
  uint64_t *actors = isnad_arena_array(arena, (size_t)count + 1, sizeof *actors);
  if (up == NULL || actors == NULL) return NULL;
  for (uint32_t i = 0; i < count; i++) {
    thread_story *s = &t->stories[stories[i]];
    up[i] = i;
    actors[i] = bits_of(t, pair, s, bond);
    if (!thread_words(s, arena)) return NULL;
    for (uint32_t k = i > LOOK_BACK ? i - LOOK_BACK : 0; k < i; k++) {
      const thread_story *before = &t->stories[stories[k]];
      bool near = bond == THREAD_BOND_NEAR && is_near(before, s);
      if (!near && (actors[k] & actors[i]) == 0 && (before->word_bits & s->word_bits) == 0) continue; /* nothing ties them */
      uint32_t a = set_top(up, k), b = set_top(up, i);
      if (a == b) continue;
      if (!near) {
        thread_tie tie = thread_tie_of(t, pair, before, s);
        if (!holds(t, &tie, bond)) continue;
      }
      set_join(up, a, b);
    }
  }
  for (uint32_t i = 0; i < count; i++) up[i] = set_top(up, i);
  return up;
}

uint32_t thread_tied_to(thread_tie *out, const threads *t, const thread *one, uint32_t at) {
  enum { LOOK_BACK = 40 };
  uint32_t best = at, most = 0;
  for (uint32_t k = at > LOOK_BACK ? at - LOOK_BACK : 0; k < at; k++) {
    thread_tie tie = thread_tie_of(t, one->actors, &t->stories[one->stories[k]], &t->stories[one->stories[at]]);
    uint32_t shared = tie.actor_count + tie.word_count;
    if (best != at && shared < most) continue;
    best = k;
    most = shared;
    *out = tie;
  }
  return best;
}
