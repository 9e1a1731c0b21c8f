/* Where and on which day something happened: an event (claim_words.tsv, role event) with the name of a place or the day right behind it. */
#include "claim/told.h"

#include "arabic/letters.h"
#include "base/clock.h"

enum { NEAR_WORDS = 8, PLACE_REACH = 12, DAY_REACH = 14, TITLE_TOKENS = 9, VERB_BYTES = 1000 };

/* An event and the tokens behind it that may tell of it: to the next mark or event. */
typedef struct happening {
  const claim_word *word;
  size_t limit;
} happening;

static bool is_event(const claim_word *w) { return w->row->role == ISNAD_CLAIM_WORDS_ROLE_EVENT; }

static bool is_death(const claim_word *w) { return isnad_slice_equal(isnad_slice_of(w->row->key), isnad_slice_of("death")); }

static happening happening_at(const claim_scan *s, size_t index) {
  happening h = {&s->words[index], s->at->last};
  for (size_t i = index + 1; i < s->word_count; i++)
    if (is_event(&s->words[i]) && s->words[i].first >= h.word->last) {
      h.limit = s->words[i].first;
      break;
    }
  for (size_t at = h.word->last; at < h.limit && !is_death(h.word); at++) /* "she died, the actress so and so, on Tuesday" */
    if (s->tokens->items[at].kind == ISNAD_TOKEN_PUNCT) h.limit = at;
  return h;
}

/* The first of the article's names, or times, that begins at the offset or behind it. */
static size_t name_from(const claim_scan *s, uint32_t offset) {
  size_t low = 0, high = s->article->name_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (s->article->names[middle].span.begin < offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static size_t time_from(const claim_scan *s, uint32_t offset) {
  size_t low = 0, high = s->article->time_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (s->article->times[middle].span.begin < offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Whether somebody begins to speak in [begin, end): what follows is told of his words. A verb stands not far from its words. */
static bool speaks_between(const claim_scan *s, uint32_t begin, uint32_t end) {
  size_t low = 0, high = s->article->quote_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (s->article->quotes[middle].span.begin + VERB_BYTES < begin)
      low = middle + 1;
    else
      high = middle;
  }
  for (size_t i = low; i < s->article->quote_count && s->article->quotes[i].span.begin < end + VERB_BYTES; i++) {
    isnad_span verb = s->article->quotes[i].verb;
    if (verb.begin < verb.end && verb.begin >= begin && verb.begin < end) return true;
  }
  return false;
}

static uint32_t begin_of(const claim_scan *s, size_t token) { return s->tokens->items[token].span.begin; }

/* The event with the words that say which, at most to `end`. */
static isnad_slice title_of(const claim_scan *s, const happening *h, size_t end) {
  size_t last = h->word->last > end ? h->word->last : end;
  if (last > h->word->first + TITLE_TOKENS) last = h->word->first + TITLE_TOKENS;
  isnad_span span = {begin_of(s, h->word->first), s->tokens->items[last - 1].span.end};
  return isnad_slice_at(s->page->text, span);
}

static isnad_prepared_told *add(claim_telling *t, const char *kind, const happening *h) {
  isnad_prepared_told *told = telling_add(t);
  if (told == NULL) return NULL;
  *told = (isnad_prepared_told){.kind = kind, .subject = isnad_arena_printf(t->s->arena, "event:%s", h->word->row->key)};
  return told;
}

/* --- where --- */

/* A town behind "in", with at most a common noun between ("in the town of"). */
static bool is_led(const claim_scan *s, size_t at, size_t behind, const isnad_name_note *place) {
  for (size_t i = at; i + 2 >= at && i >= behind; i--) {
    if (telling_leads(s, i, place)) return true;
    if (i == 0) break;
  }
  return false;
}

/* A place that no table knows, behind a noun for towns: "in the town of Aguelhok". Empty: no such noun stands before it. */
static isnad_slice unknown_town(const claim_scan *s, size_t at, const isnad_name_note *place) {
  isnad_phrase head;
  isnad_slice folded = {NULL, 0};
  bool headed = at > s->at->first && isnad_phrases_at(&head, 1, s->tokens, at - 1, 1u << ISNAD_TABLE_PLACE_HEADS, ISNAD_PHRASE_CUT) > 0;
  if (!headed || isnad_arabic_fold(&folded, NULL, s->arena, place->canonical, ISNAD_FOLD_MATCH, NULL) != ISNAD_OK) return (isnad_slice){NULL, 0};
  return isnad_arena_printf(s->arena, "%s%.*s", TOLD_BY_NAME, (int)folded.length, folded.bytes);
}

/* The words near the event and what is told of it: a long sentence tells of much else. */
static isnad_slice near_terms(claim_scan *s, const happening *h, size_t left, size_t right) {
  size_t first = h->word->first < left ? h->word->first : left, last = h->word->last > right ? h->word->last : right;
  first = first > s->at->first + NEAR_WORDS ? first - NEAR_WORDS : s->at->first;
  last = last + NEAR_WORDS < s->at->last ? last + NEAR_WORDS : s->at->last;
  return telling_terms(s, first, last, left, right);
}

static bool tell_where(claim_telling *t, const happening *h) {
  claim_scan *s = t->s;
  size_t limit = h->word->last + PLACE_REACH < h->limit ? h->word->last + PLACE_REACH : h->limit;
  if (limit <= h->word->last) return true;
  uint32_t begin = begin_of(s, h->word->last), end = s->tokens->items[limit - 1].span.end;
  for (size_t i = name_from(s, begin); i < s->article->name_count && s->article->names[i].span.begin < end; i++) {
    const isnad_name_note *n = &s->article->names[i];
    if (n->type != ISNAD_NAME_PLACE) continue;
    size_t at = claim_token_at(s, n->span.begin);
    bool unknown = n->entity.length == 0 || n->entity.bytes[0] == '@';
    isnad_slice value = unknown ? unknown_town(s, at, n) : n->entity;
    if (value.length == 0 || !is_led(s, at, h->word->last, n) || speaks_between(s, begin, n->span.begin)) return true;
    isnad_prepared_told *told = add(t, "place", h);
    if (told == NULL) return false;
    told->span = (isnad_span){begin_of(s, h->word->first), n->span.end};
    told->subject_name = title_of(s, h, h->word->last);
    told->value = value;
    told->value_name = n->canonical;
    told->terms = near_terms(s, h, at, isnad_tokens_seek(s->tokens, n->span.end));
    return told->terms.bytes != NULL;
  }
  return true;
}

/* --- on which day --- */

/* A day that is named or dated: "today" and "yesterday" hang on when the page was written. */
static bool names_day(const claim_scan *s, const isnad_time_note *time) {
  bool kind = time->kind == ISNAD_TIME_ABSOLUTE || time->kind == ISNAD_TIME_RELATIVE;
  bool whole = time->has_from && time->has_to && time->grain <= ISNAD_GRAIN_DAY && time->when.to - time->when.from <= DAY_SECONDS;
  if (!kind || !whole || time->weekday_contradicts || time->give_or_take > 0) return false;
  for (size_t at = claim_token_at(s, time->span.begin); at < s->tokens->count && begin_of(s, at) < time->span.end; at++) {
    isnad_phrase hit;
    if (s->tokens->items[at].kind == ISNAD_TOKEN_NUMBER && time->grain == ISNAD_GRAIN_DAY) return true;
    if (isnad_phrases_at(&hit, 1, s->tokens, at, 1u << ISNAD_TABLE_WEEKDAYS, ISNAD_PHRASE_CUT) > 0) return true;
  }
  return false;
}

/* "As the movement announced on Monday": a verb of speech, or a source that is cited, stands before the day. */
static bool reported_between(const claim_scan *s, size_t first, size_t last) {
  uint32_t begin = begin_of(s, first), end = begin_of(s, last);
  for (size_t at = first; at < last; at++) {
    isnad_phrase hit;
    if (isnad_phrases_at(&hit, 1, s->tokens, at, 1u << ISNAD_TABLE_VERBS | 1u << ISNAD_TABLE_TRIGGERS, ISNAD_PHRASE_CUT) > 0) return true;
  }
  return speaks_between(s, begin, end);
}

/* "The results of the vote", "condemned the attack": the day that follows is another's. So is that of an event behind a preposition. */
static bool is_modifier(const claim_scan *s, const happening *h) {
  isnad_slice whole = isnad_slice_at(s->page->text, s->tokens->items[h->word->first].span);
  bool joined = h->word->cut > 0 && telling_begins(whole, LETTER_LAM);
  for (size_t i = 0; i < s->word_count; i++)
    if (s->words[i].last == h->word->first && isnad_slice_equal(isnad_slice_of(s->words[i].row->key), isnad_slice_of("of_event"))) return true;
  return joined;
}

/* The day right behind the event. */
static const isnad_time_note *day_of(const claim_scan *s, const happening *h) {
  size_t limit = h->word->last + DAY_REACH < h->limit ? h->word->last + DAY_REACH : h->limit;
  if (limit <= h->word->last || is_modifier(s, h)) return NULL;
  size_t i = time_from(s, begin_of(s, h->word->last));
  if (i == s->article->time_count || s->article->times[i].span.begin >= s->tokens->items[limit - 1].span.end) return NULL;
  return reported_between(s, h->word->last, claim_token_at(s, s->article->times[i].span.begin)) ? NULL : &s->article->times[i];
}

static isnad_slice iso_day(isnad_arena *arena, isnad_interval when) {
  int64_t middle = when.from + (when.to - when.from) / 2, year = 0;
  unsigned month = 0, day = 0;
  clock_date(middle >= 0 ? middle / DAY_SECONDS : -((-middle + DAY_SECONDS - 1) / DAY_SECONDS), &year, &month, &day);
  return isnad_arena_printf(arena, "%04lld-%02u-%02u", (long long)year, month, day);
}

/* Who died: the first person behind the word; a man dies once. */
static isnad_slice died(claim_telling *t, const happening *h) {
  const claim_scan *s = t->s;
  size_t limit = h->word->last + DAY_REACH < s->at->last ? h->word->last + DAY_REACH : s->at->last;
  uint32_t end = s->tokens->items[limit - 1].span.end;
  for (size_t i = name_from(s, begin_of(s, h->word->first)); i < s->article->name_count && s->article->names[i].span.begin < end; i++) {
    const isnad_name_note *n = &s->article->names[i];
    isnad_slice folded = {NULL, 0};
    if (n->type != ISNAD_NAME_PERSON || n->form != ISNAD_FORM_NAME) continue;
    isnad_arabic_fold(&folded, NULL, s->arena, n->canonical, ISNAD_FOLD_MATCH, NULL);
    return isnad_arena_printf(s->arena, "event:death:%.*s", (int)folded.length, folded.bytes);
  }
  return (isnad_slice){NULL, 0};
}

static bool tell_when(claim_telling *t, const happening *h) {
  claim_scan *s = t->s;
  const isnad_time_note *time = day_of(s, h);
  if (time == NULL || !names_day(s, time)) return true;
  isnad_prepared_told *told = add(t, "date", h);
  if (told == NULL) return false;
  size_t first = claim_token_at(s, time->span.begin), last = isnad_tokens_seek(s->tokens, time->span.end);
  isnad_span event = {begin_of(s, h->word->first), s->tokens->items[h->word->last - 1].span.end};
  told->span.begin = time->span.begin < event.begin ? time->span.begin : event.begin;
  told->span.end = time->span.end > event.end ? time->span.end : event.end;
  told->subject_name = title_of(s, h, first);
  isnad_slice who = is_death(h->word) ? died(t, h) : (isnad_slice){NULL, 0};
  if (who.length > 0) told->subject = who;
  told->value = iso_day(s->arena, time->when);
  told->value_name = isnad_slice_at(s->page->text, time->span);
  told->terms = near_terms(s, h, first, last);
  return told->value.bytes != NULL && told->terms.bytes != NULL;
}

bool telling_events(claim_telling *t) {
  claim_scan *s = t->s;
  for (size_t i = 0; i < s->sentence_count; i++) {
    if (!claim_look_at(s, &s->sentences[i])) return false;
    for (size_t w = 0; w < s->word_count; w++) {
      if (!is_event(&s->words[w])) continue;
      happening h = happening_at(s, w);
      if (!tell_where(t, &h) || !tell_when(t, &h)) return false;
    }
  }
  return true;
}
