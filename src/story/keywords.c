/* The names that some articles name, and the words and phrases that they say, gathered and counted (which are chosen: keywords_choose.c). */
#include "arabic/forms.h"
#include "arabic/frequency.h"
#include "isnad/arabic.h"
#include "story/keyword_item.h"

#include <string.h>

/* None of the two or three nouns of a phrase is seen more often than WORD_COMMON times in 100 million. LOOKED_AT: words of one article. SEEN_OFTEN,
 * ARTICLE_SHARE: a noun is met with its article so often, and so often for each time without it. */
enum { LOOKED_AT = 600, SHORTEST = 6, SEEN_OFTEN = 40, ARTICLE_SHARE = 12 };

static isnad_status no_memory(const keyword_bag *bag, isnad_err *err) { return isnad_arena_fail(err, bag->arena, "story"); }

isnad_status keywords_new(keyword_bag *out, isnad_arena *arena, isnad_err *err) {
  *out = (keyword_bag){.arena = arena};
  return map_new(&out->places, arena, 512) ? ISNAD_OK : no_memory(out, err);
}

static keyword_item *item_of(keyword_bag *bag, uint64_t key) {
  uint64_t *place = map_put(&bag->places, key);
  if (place == NULL) return NULL;
  if (*place != 0) return &bag->items[*place - 1];
  if (bag->count == bag->room) {
    size_t room = bag->room * 2 + 256;
    keyword_item *grown = isnad_arena_grow(bag->arena, bag->items, bag->room, room, sizeof *grown);
    if (grown == NULL) return NULL;
    bag->items = grown;
    bag->room = room;
  }
  bag->items[bag->count] = (keyword_item){.key = key};
  *place = ++bag->count;
  return &bag->items[bag->count - 1];
}

static void count_in(keyword_item *item, const keyword_bag *bag, bool headline) {
  item->times++;
  item->articles += item->last != bag->articles;
  item->last = bag->articles;
  item->headline = item->headline || headline;
}

/* --- names --- */

/* The words of names are no keywords by themselves. */
static bool own_words(map *out, const isnad_tokens *tokens) {
  bool good = true;
  for (size_t i = 0; good && i < tokens->count; i++) good = map_put(out, tokens->items[i].hash) != NULL;
  return good;
}

static isnad_status add_name(keyword_bag *bag, map *words, const keyword_name *name, bool headline, isnad_err *err) {
  isnad_tokens tokens;
  keyword_item *item = item_of(bag, name->key);
  if (item == NULL) return no_memory(bag, err);
  isnad_status status = isnad_arabic_tokens(&tokens, bag->arena, name->words, err);
  if (status != ISNAD_OK) return status;
  if (!own_words(words, &tokens)) return no_memory(bag, err);
  item->name = true;
  item->words = name->words;
  for (size_t i = 0; i < tokens.count; i++) {
    double bits = word_bits(isnad_arabic_frequency(tokens.items[i].hash));
    if (bits > item->bits) item->bits = bits;
  }
  count_in(item, bag, headline);
  return ISNAD_OK;
}

/* --- words --- */

/* One noun of a phrase. */
typedef struct spoken {
  uint64_t stem;
  uint32_t frequency;
  isnad_slice source; /* in the text, without what was cut */
  bool article, joined;
  bool demonym; /* tells of a place that is a keyword itself */
  bool titled;  /* of a title of several words, which says who somebody is ("head of the ministers") */
  bool halved;  /* a preposition that swallowed its article: what is left is not as it is written alone */
} spoken;

static bool has_article(isnad_slice form, size_t at) { return form.length >= at + ARTICLE_BYTES + 2 * LETTER_BYTES && article_at(form, at); }

/* The conjunction and the preposition go, the article stays. */
static size_t joined_bytes(isnad_slice form) {
  size_t cut = isnad_arabic_proclitics(form);
  if (cut == 0 || has_article(form, 0)) return 0;
  for (size_t at = LETTER_BYTES; at < cut; at += LETTER_BYTES)
    if (has_article(form, at)) return at;
  return cut;
}

/* Verbs and small words are never met with the article. */
static bool is_noun(isnad_slice bare) {
  char room[ISNAD_STEM_ROOM + 2 * LETTER_BYTES];
  if (bare.length > ISNAD_STEM_ROOM) return false;
  article_put(room);
  memcpy(room + ARTICLE_BYTES, bare.bytes, bare.length);
  uint64_t with = isnad_arabic_frequency(isnad_token_hash((isnad_slice){room, ARTICLE_BYTES + bare.length}));
  return with >= SEEN_OFTEN && with * ARTICLE_SHARE >= isnad_arabic_frequency(isnad_token_hash(bare));
}

/* Numbers, days, months and words of time say how many and when, not what. */
static bool says_when_or_how_many(const isnad_tokens *t, size_t at) {
  static const uint32_t tables = 1u << ISNAD_TABLE_NUMBERS | 1u << ISNAD_TABLE_TIME_WORDS | 1u << ISNAD_TABLE_WEEKDAYS | 1u << ISNAD_TABLE_MONTHS;
  isnad_phrase hits[4];
  size_t count = isnad_phrases_at(hits, 4, t, at, tables, ISNAD_PHRASE_CUT);
  for (size_t i = 0; i < count; i++)
    if (hits[i].count == 1) return true;
  return false;
}

static bool read_word(spoken *out, const isnad_tokens *t, size_t at) {
  isnad_slice form = isnad_token_form(t, at);
  if (t->items[at].kind != ISNAD_TOKEN_WORD || (t->items[at].flags & ISNAD_TOKEN_ARABIC) == 0 || form.length < SHORTEST) return false;
  char room[ISNAD_STEM_ROOM];
  size_t cut = joined_bytes(form);
  isnad_slice rest = {form.bytes + cut, form.length - cut}, stem = isnad_arabic_stem(room, rest);
  uint32_t whole = isnad_arabic_frequency(t->items[at].hash), bare = isnad_arabic_frequency(isnad_token_hash(rest));
  *out = (spoken){.stem = isnad_token_hash(stem), .article = has_article(rest, 0), .joined = cut > 0};
  out->halved = cut >= ARTICLE_BYTES && letter_is(form, cut - ARTICLE_BYTES, LETTER_LAM) && !out->article;
  isnad_phrase hit;
  out->demonym = isnad_phrases_at(&hit, 1, t, at, 1u << ISNAD_TABLE_PLACES, ISNAD_PHRASE_CUT) == 1;
  out->frequency = isnad_arabic_frequency(out->stem);
  if (whole > out->frequency) out->frequency = whole;
  if (bare > out->frequency) out->frequency = bare;
  uint32_t begin = cut > 0 ? isnad_token_source(t, at, cut) : t->items[at].span.begin;
  out->source = (isnad_slice){t->text.bytes + begin, t->items[at].span.end - begin};
  return out->frequency <= WORD_COMMON && rest.length >= SHORTEST && (out->article || is_noun(rest)) && !says_when_or_how_many(t, at);
}

static isnad_status add_phrase(keyword_bag *bag, const spoken *words, size_t count, bool headline, isnad_err *err) {
  uint64_t key = 0;
  for (size_t i = 0; i < count; i++) key = (key ^ words[i].stem) * 0x9E3779B97F4A7C15u;
  keyword_item *item = item_of(bag, key);
  if (item == NULL) return no_memory(bag, err);
  const char *begin = words[0].source.bytes, *end = words[count - 1].source.bytes + words[count - 1].source.length;
  isnad_slice source = {begin, (size_t)(end - begin)};
  if (item->times == 0) {
    item->part_count = (uint8_t)count;
    for (size_t i = 0; i < count; i++) {
      item->parts[i] = words[i].stem;
      item->bits += word_bits(words[i].frequency) * word_share;
    }
  }
  if (item->words.length == 0 || source.length < item->words.length) item->words = source;
  count_in(item, bag, headline);
  return ISNAD_OK;
}

/* Runs of words with nothing between: every word and phrase that ends at the last. A joined word begins a phrase, it does not go on with one. */
static isnad_status end_at(keyword_bag *bag, const spoken *run, size_t count, bool headline, isnad_err *err) {
  isnad_status status = ISNAD_OK;
  for (size_t length = 1; status == ISNAD_OK && length <= count && length <= MOST_WORDS; length++) {
    const spoken *first = &run[count - length];
    if (first->titled || (length == 1 && first->demonym)) continue;
    if (length > 1 && first->article && !first[1].article) break; /* the article ends a construct */
    if (length > 1 && (first->demonym || (first->halved && first[1].article))) {
      if (first->joined) break;
      continue;
    }
    status = add_phrase(bag, run + count - length, length, headline, err);
    if (run[count - length].joined) break;
  }
  return status;
}

/* Where the title of several words that begins at `at` ends; `at` when none does. */
static size_t title_end(const isnad_tokens *t, size_t at) {
  isnad_phrase hit;
  return isnad_phrases_at(&hit, 1, t, at, 1u << ISNAD_TABLE_TITLES, ISNAD_PHRASE_CUT) == 1 && hit.count > 1 ? at + hit.count : at;
}

static isnad_status add_words(keyword_bag *bag, const isnad_tokens *t, const map *names, bool headline, isnad_err *err) {
  spoken run[MOST_WORDS];
  size_t count = 0, titled = 0, last = t->count < LOOKED_AT ? t->count : LOOKED_AT;
  isnad_status status = ISNAD_OK;
  for (size_t at = 0; status == ISNAD_OK && at < last; at++) {
    spoken word;
    if (at >= titled) titled = title_end(t, at);
    if (!read_word(&word, t, at) || map_get(names, t->items[at].hash) != NULL) {
      count = 0;
      continue;
    }
    if (count == MOST_WORDS) memmove(run, run + 1, (--count) * sizeof *run);
    word.titled = at < titled;
    run[count++] = word;
    status = end_at(bag, run, count, headline, err);
  }
  return status;
}

/* A name's mention may bear a proclitic that its canonical form does not: what stands inside of its span is cut out of the words. */
static bool mention_words(map *out, const keyword_text *a, const isnad_tokens *body) {
  bool good = true;
  for (size_t i = 0; good && i < a->name_count; i++)
    for (size_t at = isnad_tokens_seek(body, a->names[i].span.begin); good && at < body->count && body->items[at].span.begin < a->names[i].span.end;
         at++)
      good = map_put(out, body->items[at].hash) != NULL;
  return good;
}

isnad_status keywords_add(keyword_bag *bag, const keyword_text *a, isnad_err *err) {
  map names;
  isnad_tokens head, body;
  bag->articles++;
  if (!map_new(&names, bag->arena, 64)) return no_memory(bag, err);
  uint32_t begin = a->body_count > 0 ? a->body[0].begin : UINT32_MAX;
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < a->name_count; i++) status = add_name(bag, &names, &a->names[i], a->names[i].span.end <= begin, err);
  if (status == ISNAD_OK) status = isnad_arabic_tokens(&head, bag->arena, a->headline, err);
  if (status == ISNAD_OK && a->tokens == NULL) status = isnad_arabic_tokens_in(&body, bag->arena, a->text, a->body, a->body_count, err);
  if (status == ISNAD_OK && a->tokens != NULL) body = *a->tokens;
  if (status == ISNAD_OK && !mention_words(&names, a, &body)) status = no_memory(bag, err);
  if (status == ISNAD_OK) status = add_words(bag, &head, &names, true, err);
  return status == ISNAD_OK ? add_words(bag, &body, &names, false, err) : status;
}
