/* What a report is compared by: light stems of its words, the bearers of its names, its figures, each with a static weight. */
#include "story/terms.h"

#include "arabic/phrase_tables.h"
#include "base/map.h"
#include "base/room.h"
#include "isnad/note.h"
#include "isnad/story.h"
#include "story/events.h"
#include "story/summary.h"
#include "story/terms_best.h"

#include <stdio.h>
#include <string.h>

#include "tables.h"

/* Words seen more than once in a thousand say nothing of an event. */
enum { MOST_COMMON = 100000, SHORTEST_WORD = 4, LEAD_TOKENS = 60 };

typedef struct counter {
  const isnad_page *page;
  const isnad_article *article;
  isnad_arena *arena;
  map places; /* hash -> index + 1 */
  map words;  /* hash of a word as it is written -> COMMON, or index + WRITTEN */
  counted_term *items;
  size_t count, room;
  size_t name, figure; /* the first that does not end before the token at hand */
  bool failed;
} counter;

/* Where a token stands. */
typedef struct spot {
  bool headline, lead;
} spot;

static counted_term *counting_of(counter *c, uint64_t hash) {
  uint64_t *place = map_put(&c->places, hash);
  if (place == NULL) {
    c->failed = true;
    return NULL;
  }
  if (*place != 0) return &c->items[*place - 1];
  if (c->count == c->room) {
    size_t room = c->room == 0 ? 256 : c->room * 2;
    counted_term *items = isnad_arena_grow(c->arena, c->items, c->room, room, sizeof *items);
    if (items == NULL) {
      c->failed = true;
      return NULL;
    }
    c->items = items;
    c->room = room;
  }
  c->items[c->count] = (counted_term){.hash = hash};
  *place = ++c->count;
  return &c->items[c->count - 1];
}

static counted_term *count_again(counted_term *item, term_kind kind, uint32_t frequency, spot at) {
  item->count++;
  if (frequency > item->frequency) item->frequency = frequency;
  item->kind = kind;
  item->headline = item->headline || at.headline;
  item->lead = item->lead || at.lead;
  return item;
}

static counted_term *count_term(counter *c, uint64_t hash, term_kind kind, uint32_t frequency, spot at) {
  counted_term *item = counting_of(c, hash);
  return item != NULL ? count_again(item, kind, frequency, at) : NULL;
}

/* --- words --- */

static uint32_t larger(uint32_t a, uint32_t b) { return a > b ? a : b; }

/* How often a word is seen without its proclitics, when that is more often; `frequency` is that of the whole. */
static uint32_t bare_frequency(isnad_slice form, uint32_t frequency) {
  size_t cut = isnad_arabic_proclitics(form);
  return cut > 0 ? larger(frequency, isnad_arabic_frequency(isnad_token_hash((isnad_slice){form.bytes + cut, form.length - cut}))) : frequency;
}

/* The stem of an Arabic word that no table knows; above `most` it is not looked at further. */
static uint64_t rare_word_hash(uint32_t *frequency, const isnad_tokens *tokens, size_t at, uint32_t most) {
  char room[ISNAD_STEM_ROOM];
  isnad_slice form = isnad_token_form(tokens, at);
  *frequency = bare_frequency(form, isnad_arabic_frequency(tokens->items[at].hash));
  if (*frequency > most) return tokens->items[at].hash;
  uint64_t hash = isnad_token_hash(word_stem(room, form, tokens->items[at].hash));
  *frequency = larger(*frequency, isnad_arabic_frequency(hash));
  return hash;
}

static const word_gist *gist_of(const isnad_token *token) {
  return token->kind == ISNAD_TOKEN_WORD && (token->flags & ISNAD_TOKEN_ARABIC) != 0 ? word_gist_of(token->hash) : NULL;
}

/* The stem of a word with its gist; how often it is seen is how often its commonest form is. */
static uint64_t word_hash(uint32_t *frequency, const isnad_tokens *tokens, size_t at, const word_gist *gist, uint32_t most) {
  uint64_t whole = tokens->items[at].hash;
  bool arabic = (tokens->items[at].flags & ISNAD_TOKEN_ARABIC) != 0;
  if (arabic && gist == NULL) return rare_word_hash(frequency, tokens, at, most);
  *frequency = arabic ? gist->commonest : isnad_arabic_frequency(whole);
  return arabic ? gist->stem : whole;
}

/* A word that names a kind of event counts as that kind. */
static counted_term *count_stem(counter *c, uint64_t hash, uint32_t frequency, spot where) {
  const event_kind *kind = event_kind_of(hash);
  if (kind == NULL) return count_term(c, hash, TERM_WORD, frequency, where);
  counted_term *item = count_term(c, kind->hash, TERM_WORD, kind->count < MOST_COMMON ? kind->count : MOST_COMMON, where);
  if (item != NULL) item->event = true;
  return item;
}

/* What is kept of a word as it is written: the stem of each is worked out once. */
enum { COMMON = 1, WRITTEN = 2 };

static void count_word(counter *c, size_t at, const word_gist *gist, spot where) {
  const isnad_token *token = &c->page->tokens.items[at];
  uint32_t frequency = 0;
  if (token->kind == ISNAD_TOKEN_NUMBER) {
    count_term(c, token->hash, TERM_WORD, isnad_arabic_frequency(token->hash), where);
    return;
  }
  if (token->kind != ISNAD_TOKEN_WORD || token->length < SHORTEST_WORD) return;
  uint64_t *known = map_put(&c->words, token->hash);
  if (known == NULL) {
    c->failed = true;
  } else if (*known >= WRITTEN) {
    count_again(&c->items[*known - WRITTEN], TERM_WORD, 0, where);
  } else if (*known == 0) {
    uint64_t hash = word_hash(&frequency, &c->page->tokens, at, gist, MOST_COMMON);
    const counted_term *item = frequency <= MOST_COMMON ? count_stem(c, hash, frequency, where) : NULL;
    *known = item != NULL ? (uint64_t)(item - c->items) + WRITTEN : COMMON;
  }
}

/* --- names and figures --- */

static term_kind kind_of(const isnad_name_note *name) {
  enum { COUNTRY_CODE = 2 };
  switch (name->type) {
  case ISNAD_NAME_PERSON:
    return TERM_PERSON;
  case ISNAD_NAME_PLACE:
    return name->entity.length == COUNTRY_CODE ? TERM_COUNTRY : TERM_PLACE;
  case ISNAD_NAME_ORGANIZATION:
    return TERM_BODY;
  default:
    return TERM_THING;
  }
}

/* A name that a table knows is one term, whatever its spelling; others are compared by their words. */
static bool known(const isnad_name_note *name) { return name->form == ISNAD_FORM_NAME && name->entity.length > 0 && name->entity.bytes[0] != '@'; }

/* How often the rarest word of the mention is seen. */
static uint32_t rarest(const isnad_tokens *tokens, isnad_span span) {
  uint32_t least = UINT32_MAX;
  for (size_t at = isnad_tokens_seek(tokens, span.begin); at < tokens->count && tokens->items[at].span.begin < span.end; at++) {
    uint32_t seen = 0;
    if (tokens->items[at].kind != ISNAD_TOKEN_WORD) continue;
    word_hash(&seen, tokens, at, gist_of(&tokens->items[at]), UINT32_MAX);
    if (seen < least) least = seen;
  }
  return least == UINT32_MAX ? 0 : least;
}

/* The first name that ends behind the token, when it covers it; it is counted where it begins. */
static bool count_name(counter *c, size_t at, spot where) {
  const isnad_token *token = &c->page->tokens.items[at];
  const isnad_article *a = c->article;
  while (c->name < a->name_count && a->names[c->name].span.end <= token->span.begin) c->name++;
  if (c->name == a->name_count || a->names[c->name].span.begin >= token->span.end) return false;
  const isnad_name_note *name = &a->names[c->name];
  if (!known(name)) return false;
  bool begins = at == 0 || c->page->tokens.items[at - 1].span.end <= name->span.begin;
  if (begins && name->type != ISNAD_NAME_OUTLET)
    count_term(c, isnad_token_hash(name->entity), kind_of(name), rarest(&c->page->tokens, name->span), where);
  return true;
}

/* The noun that an ordinal ranks, when it is one of those that ranks tell apart; 0: none. */
static uint64_t ranked_noun(const counter *c, const isnad_figure_note *f) {
  isnad_slice text = c->page->text;
  if (f->unit.length == 0 || f->unit.bytes < text.bytes || f->unit.bytes >= text.bytes + text.length) return 0;
  size_t at = isnad_tokens_seek(&c->page->tokens, (uint32_t)(f->unit.bytes - text.bytes));
  isnad_slice form = at < c->page->tokens.count ? isnad_token_form(&c->page->tokens, at) : (isnad_slice){NULL, 0};
  for (size_t i = 0; i < isnad_event_ranks_count; i++) {
    isnad_slice noun = isnad_slice_of(isnad_event_ranks_rows[i].form);
    if (form.length >= noun.length && memcmp(form.bytes + form.length - noun.length, noun.bytes, noun.length) == 0) return isnad_token_hash(noun);
  }
  return 0;
}

/* A number is one term however it is written. That of an ordinal has its noun in the high bits and its value in the low ones. */
static uint64_t number_hash(const counter *c, const isnad_figure_note *f) {
  char value[40];
  bool ordinal = f->kind == ISNAD_FIGURE_ORDINAL;
  double number = f->has_min ? f->min : f->max;
  uint64_t noun = ordinal ? ranked_noun(c, f) : 0;
  if (noun != 0 && number >= 0 && number < RANK_VALUES) return (noun & ~(uint64_t)(RANK_VALUES - 1)) | (uint64_t)number;
  int length = snprintf(value, sizeof value, "%s%.10g", ordinal ? "#" : "", number);
  return isnad_token_hash((isnad_slice){value, (size_t)length});
}

/* Only an exact number can contradict another one: "hundreds" and "more than 20" leave room. */
static term_kind number_kind(const isnad_figure_note *f) {
  return f->kind == ISNAD_FIGURE_ORDINAL ? TERM_ORDINAL : f->qualifier == ISNAD_EXACT ? TERM_FIGURE : TERM_WORD;
}

static bool count_figure(counter *c, size_t at, spot where) {
  const isnad_token *token = &c->page->tokens.items[at];
  const isnad_article *a = c->article;
  while (c->figure < a->figure_count && a->figures[c->figure].number.end <= token->span.begin) c->figure++;
  if (c->figure == a->figure_count || a->figures[c->figure].number.begin >= token->span.end) return false;
  const isnad_figure_note *f = &a->figures[c->figure];
  bool begins = at == 0 || c->page->tokens.items[at - 1].span.end <= f->number.begin;
  if (!begins || !(f->has_min || f->has_max)) return true;
  uint64_t hash = number_hash(c, f);
  counted_term *item = count_term(c, hash, number_kind(f), isnad_arabic_frequency(hash), where);
  if (item != NULL) item->number = true;
  return true;
}

/* One loop of look-ups that do not wait for each other: the memory works on many at once. */
static const word_gist **gists_of(counter *c, size_t first, size_t last) {
  const word_gist **gists = arena_room(c->arena, last - first, sizeof *gists);
  if (gists == NULL) c->failed = true;
  for (size_t at = first; !c->failed && at < last; at++) gists[at - first] = gist_of(&c->page->tokens.items[at]);
  return gists;
}

static void count_span(counter *c, isnad_span span, bool headline, size_t *seen) {
  size_t first = isnad_tokens_seek(&c->page->tokens, span.begin), last = isnad_tokens_seek(&c->page->tokens, span.end);
  const word_gist **gists = first < last ? gists_of(c, first, last) : NULL;
  for (size_t at = first; at < last && !c->failed; at++, ++*seen) {
    spot where = {headline, !headline && *seen < LEAD_TOKENS};
    if (!count_name(c, at, where) && !count_figure(c, at, where)) count_word(c, at, gists[at - first], where);
  }
}

isnad_status isnad_story_terms(isnad_slice *packed, isnad_arena *arena, const isnad_page *page, const isnad_article *article, isnad_err *err) {
  counter c = {.page = page, .article = article, .arena = arena};
  size_t seen = 0;
  if (!map_new(&c.places, arena, 380) || !map_new(&c.words, arena, 380)) return isnad_arena_fail(err, arena, "story");
  count_span(&c, article->headline, true, &seen);
  seen = 0;
  for (size_t i = 0; i < article->body_count; i++) {
    isnad_span span = article->body[i];
    if (i == 0) span.begin = summary_after_dateline(&page->tokens, span); /* where the desk sits is not where it happened */
    count_span(&c, span, false, &seen);
  }
  *packed = terms_best(arena, c.items, c.count);
  return c.failed || isnad_arena_status(arena) != ISNAD_OK ? isnad_arena_fail(err, arena, "story") : ISNAD_OK;
}
