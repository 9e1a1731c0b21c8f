#include "story/terms.h"

#include "base/map.h"
#include "isnad/story.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Words seen more than once in a thousand say nothing of an event; unseen ones are taken as seen FLOOR times in 100 million. */
enum { MOST_COMMON = 100000, FLOOR = 60, SHORTEST_WORD = 4, UNITS = 64, LEAD_TOKENS = 60, SPECIFIC = 3000, FLAG = 0x8000 };

static const double headline_boost = 1.6, lead_boost = 1.25;

/* One term while it is counted. */
typedef struct counting {
  uint64_t hash;
  uint32_t count;
  uint32_t frequency;
  bool headline, lead, number;
  double weight;
} counting;

typedef struct counter {
  const isnad_page *page;
  isnad_arena *arena;
  map places; /* hash -> index + 1 */
  counting *items;
  size_t count, room;
  bool failed;
} counter;

static counting *counting_of(counter *c, uint64_t hash) {
  uint64_t *place = map_put(&c->places, hash);
  if (place == NULL) {
    c->failed = true;
    return NULL;
  }
  if (*place != 0) return &c->items[*place - 1];
  if (c->count == c->room) {
    size_t room = c->room == 0 ? 256 : c->room * 2;
    counting *items = isnad_arena_grow(c->arena, c->items, c->room, room, sizeof *items);
    if (items == NULL) {
      c->failed = true;
      return NULL;
    }
    c->items = items;
    c->room = room;
  }
  c->items[c->count] = (counting){.hash = hash};
  *place = ++c->count;
  return &c->items[c->count - 1];
}

/* The hash by which a word is compared: of the form without its proclitics. */
static uint64_t term_hash(const isnad_tokens *tokens, size_t at) {
  isnad_slice form = isnad_token_form(tokens, at);
  size_t cut = (tokens->items[at].flags & ISNAD_TOKEN_ARABIC) != 0 ? isnad_arabic_proclitics(form) : 0;
  return cut == 0 ? tokens->items[at].hash : isnad_token_hash((isnad_slice){form.bytes + cut, form.length - cut});
}

static void count_token(counter *c, size_t at, bool headline, bool lead) {
  const isnad_token *token = &c->page->tokens.items[at];
  bool number = token->kind == ISNAD_TOKEN_NUMBER;
  if (!number && (token->kind != ISNAD_TOKEN_WORD || token->length < SHORTEST_WORD)) return;
  uint64_t hash = term_hash(&c->page->tokens, at);
  uint32_t frequency = isnad_arabic_frequency(hash);
  if (frequency > MOST_COMMON) return;
  counting *item = counting_of(c, hash);
  if (item == NULL) return;
  item->count++;
  item->frequency = frequency;
  item->headline = item->headline || headline;
  item->lead = item->lead || lead;
  item->number = number;
}

static void count_span(counter *c, isnad_span span, bool headline, size_t *seen) {
  size_t first = isnad_tokens_seek(&c->page->tokens, span.begin), last = isnad_tokens_seek(&c->page->tokens, span.end);
  for (size_t at = first; at < last && !c->failed; at++, ++*seen) count_token(c, at, headline, !headline && *seen < LEAD_TOKENS);
}

/* Bits of information of the word, times a damped count; a bare small number says little. */
static double weight_of(const counting *item) {
  double bits = log2(1e8 / ((double)item->frequency + FLOOR));
  if (item->number) bits *= 0.6;
  double damped = 1 + log2((double)item->count) * 0.5;
  return bits * damped * (item->headline ? headline_boost : item->lead ? lead_boost : 1.0);
}

static int by_weight(const void *a, const void *b) {
  const counting *x = a, *y = b;
  if (x->weight != y->weight) return x->weight > y->weight ? -1 : 1;
  return x->hash < y->hash ? -1 : x->hash > y->hash;
}

static int by_hash(const void *a, const void *b) {
  const term *x = a, *y = b;
  return x->hash < y->hash ? -1 : x->hash > y->hash;
}

static isnad_slice pack_best(counter *c) {
  term terms[MOST_TERMS];
  for (size_t i = 0; i < c->count; i++) c->items[i].weight = weight_of(&c->items[i]);
  if (c->count > 1) qsort(c->items, c->count, sizeof *c->items, by_weight);
  size_t count = c->count < MOST_TERMS ? c->count : MOST_TERMS;
  for (size_t i = 0; i < count; i++) {
    const counting *item = &c->items[i];
    double bits = log2(1e8 / ((double)item->frequency + FLOOR)) * (item->number ? 0.6 : 1.0);
    terms[i] = (term){item->hash, (float)item->weight, item->headline ? (float)bits : 0, item->number, !item->number && item->frequency < SPECIFIC};
  }
  if (count > 1) qsort(terms, count, sizeof *terms, by_hash);
  return terms_pack(c->arena, terms, count);
}

isnad_status isnad_story_terms(isnad_slice *packed, isnad_arena *arena, const isnad_page *page, const isnad_article *article, isnad_err *err) {
  counter c = {.page = page, .arena = arena};
  size_t seen = 0;
  if (!map_new(&c.places, arena, 512)) return isnad_arena_fail(err, arena, "story");
  count_span(&c, article->headline, true, &seen);
  seen = 0;
  for (size_t i = 0; i < article->body_count; i++) count_span(&c, article->body[i], false, &seen);
  *packed = pack_best(&c);
  return c.failed || isnad_arena_status(arena) != ISNAD_OK ? isnad_arena_fail(err, arena, "story") : ISNAD_OK;
}

static unsigned quantised(float weight) {
  double units = (double)weight * UNITS + 0.5;
  return units >= FLAG ? FLAG - 1 : (unsigned)units;
}

isnad_slice terms_pack(isnad_arena *arena, const term *terms, size_t count) {
  unsigned char *bytes = count > 0 ? isnad_arena_alloc(arena, count * TERM_BYTES) : NULL;
  for (size_t i = 0; bytes != NULL && i < count; i++) {
    unsigned char *at = bytes + i * TERM_BYTES;
    unsigned whole = quantised(terms[i].whole) | (terms[i].specific ? FLAG : 0),
             headline = quantised(terms[i].headline) | (terms[i].number ? FLAG : 0);
    for (unsigned k = 0; k < 8; k++) at[k] = (unsigned char)(terms[i].hash >> (8 * k));
    at[8] = (unsigned char)whole;
    at[9] = (unsigned char)(whole >> 8);
    at[10] = (unsigned char)headline;
    at[11] = (unsigned char)(headline >> 8);
  }
  return (isnad_slice){(const char *)bytes, bytes != NULL ? count * TERM_BYTES : 0};
}

size_t terms_unpack(term *out, isnad_slice packed) {
  size_t count = packed.length / TERM_BYTES;
  if (count > MOST_TERMS) count = MOST_TERMS;
  for (size_t i = 0; i < count; i++) {
    const unsigned char *at = (const unsigned char *)packed.bytes + i * TERM_BYTES;
    uint64_t hash = 0;
    for (unsigned k = 0; k < 8; k++) hash |= (uint64_t)at[k] << (8 * k);
    unsigned whole = at[8] | (unsigned)at[9] << 8, headline = at[10] | (unsigned)at[11] << 8;
    out[i] = (term){hash, (float)(whole & (FLAG - 1)) / UNITS, (float)(headline & (FLAG - 1)) / UNITS, (headline & FLAG) != 0, (whole & FLAG) != 0};
  }
  return count;
}
