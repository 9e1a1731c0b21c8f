#include "claim/scan.h"

#include "story/summary.h"

#include <string.h>

enum { TOWN_WORDS = 5 };

static bool is_dash(const isnad_tokens *t, size_t at) {
  isnad_slice form = isnad_token_form(t, at);
  bool ascii = form.length >= 1 && form.bytes[0] == '-', wide = form.length == 3 && memcmp(form.bytes, "\xE2\x80", 2) == 0;
  return t->items[at].kind == ISNAD_TOKEN_PUNCT && (ascii || (wide && (unsigned char)form.bytes[2] >= 0x90 && (unsigned char)form.bytes[2] <= 0x95));
}

/* "Irbid - the number rose": a dash not far behind the name of a place that begins the text; where the sentence begins behind it. */
static uint32_t after_town(const claim_scan *s, isnad_span span) {
  size_t first = isnad_tokens_seek(s->tokens, span.begin), last = isnad_tokens_seek(s->tokens, span.end), dash = 0;
  for (size_t at = first + 1; at + 1 < last && at <= first + TOWN_WORDS && dash == 0; at++)
    if (is_dash(s->tokens, at)) dash = at;
  bool joined = dash > 0 && s->tokens->items[dash - 1].span.end == s->tokens->items[dash].span.begin;
  if (dash == 0 || (joined && s->tokens->items[dash].span.end == s->tokens->items[dash + 1].span.begin)) return span.begin; /* "first-class" */
  for (size_t i = 0; i < s->article->name_count; i++) {
    const isnad_name_note *n = &s->article->names[i];
    if (n->type == ISNAD_NAME_PLACE && n->span.begin >= span.begin && n->span.begin < s->tokens->items[first].span.end)
      return s->tokens->items[dash + 1].span.begin;
  }
  return span.begin;
}

/* Each figure asks what all the words of its sentence are: one without an end is taken in pieces, so that a list of numbers costs what it is long. */
static bool add_sentence(claim_scan *s, size_t *room, isnad_span span, bool headline) {
  size_t first = isnad_tokens_seek(s->tokens, span.begin), end = isnad_tokens_seek(s->tokens, span.end);
  do {
    size_t last = end - first > CLAIM_SENTENCE_MOST ? first + CLAIM_SENTENCE_MOST : end;
    uint32_t stop = last < end ? s->tokens->items[last].span.begin : span.end;
    if (s->sentence_count == *room) {
      claim_sentence *more = isnad_arena_grow(s->arena, s->sentences, *room, *room * 2 + 64, sizeof *more);
      if (more == NULL) return false;
      s->sentences = more;
      *room = *room * 2 + 64;
    }
    s->sentences[s->sentence_count++] = (claim_sentence){first, last, {span.begin, stop}, headline};
    first = last;
    span.begin = stop;
  } while (first < end);
  return true;
}

static isnad_status add_unit(claim_scan *s, size_t *room, isnad_span unit, bool headline) {
  const isnad_span *spans = NULL;
  size_t count = 0, first = isnad_tokens_seek(s->tokens, unit.begin), last = isnad_tokens_seek(s->tokens, unit.end);
  isnad_status status = isnad_arabic_sentences(&spans, &count, s->arena, s->tokens, first, last, s->err);
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) {
    isnad_span span = spans[i];
    if (i == 0 && !headline) span.begin = summary_after_dateline(s->tokens, span); /* where the desk sits, not where it happened */
    if (i == 0 && !headline) span.begin = after_town(s, span);
    if (!add_sentence(s, room, span, headline)) return isnad_arena_fail(s->err, s->arena, "claim");
  }
  return status;
}

/* The headline may stand anywhere among the paragraphs. */
isnad_status claim_sentences(claim_scan *s) {
  const isnad_article *a = s->article;
  size_t room = 0;
  bool pending = a->headline.begin < a->headline.end;
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i <= a->body_count; i++) {
    if (pending && (i == a->body_count || a->headline.begin < a->body[i].begin)) {
      status = add_unit(s, &room, a->headline, true);
      pending = false;
    }
    if (status == ISNAD_OK && i < a->body_count) status = add_unit(s, &room, a->body[i], false);
  }
  return status;
}

const claim_sentence *claim_sentence_at(const claim_scan *s, uint32_t offset) {
  size_t low = 0, high = s->sentence_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (s->sentences[middle].span.end <= offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low < s->sentence_count && s->sentences[low].span.begin <= offset ? &s->sentences[low] : NULL;
}

static bool keep_word(claim_scan *s, const isnad_phrase *hit) {
  if (s->word_count == s->word_room) {
    claim_word *more = isnad_arena_grow(s->arena, s->words, s->word_room, s->word_room * 2 + 64, sizeof *more);
    if (more == NULL) return false;
    s->words = more;
    s->word_room = s->word_room * 2 + 64;
  }
  s->words[s->word_count++] = (claim_word){hit->first, (size_t)hit->first + hit->count, &isnad_claim_words_rows[hit->row], hit->cut};
  return true;
}

/* A word inside the name of a person says nothing: Nagat ("rescue") is a woman. The names of an article lie in order. */
static bool in_person(const claim_scan *s, size_t *name, size_t at) {
  const isnad_article *a = s->article;
  uint32_t begin = s->tokens->items[at].span.begin;
  while (*name < a->name_count && a->names[*name].span.end <= begin) (*name)++;
  const isnad_name_note *n = *name < a->name_count ? &a->names[*name] : NULL;
  return n != NULL && n->type == ISNAD_NAME_PERSON && n->form == ISNAD_FORM_NAME && n->span.begin <= begin && begin < n->span.end;
}

bool claim_look_at(claim_scan *s, const claim_sentence *sentence) {
  if (s->at == sentence) return true;
  s->at = sentence;
  s->word_count = 0;
  s->whole = (isnad_slice){NULL, 0};
  size_t name = 0;
  for (size_t at = sentence->first, taken = 1; at < sentence->last; at += taken) {
    isnad_phrase room[CLAIM_HITS];
    const isnad_phrase *hits = NULL;
    size_t count = claim_listed_at(&hits, room, &s->listing, at);
    bool inside = count > 0 && at + hits[0].count <= sentence->last;
    taken = inside && hits[0].count > 1 ? hits[0].count : 1; /* a word inside a longer wording says nothing of its own */
    if (inside && hits[0].count == 1 && in_person(s, &name, at)) continue;
    for (size_t i = 0; inside && i < count && hits[i].count == hits[0].count; i++)
      if (!keep_word(s, &hits[i])) return false;
  }
  return true;
}

size_t claim_token_at(const claim_scan *s, uint32_t offset) {
  size_t at = isnad_tokens_seek(s->tokens, offset);
  return at > 0 && s->tokens->items[at - 1].span.end > offset ? at - 1 : at;
}

bool claim_in_page(const claim_scan *s, isnad_slice words, size_t *first, size_t *last) {
  const char *begin = s->page->text.bytes, *end = begin + s->page->text.length;
  if (words.length == 0 || words.bytes < begin || words.bytes + words.length > end) return false;
  *first = claim_token_at(s, (uint32_t)(words.bytes - begin));
  *last = isnad_tokens_seek(s->tokens, (uint32_t)(words.bytes - begin + (ptrdiff_t)words.length));
  return *first < *last;
}

/* What is looked up of the article's words is kept, from its first word to its last. */
static isnad_status keep_listing(claim_scan *s) {
  const isnad_article *a = s->article;
  isnad_span whole = {UINT32_MAX, 0};
  for (size_t i = 0; i <= a->body_count; i++) {
    isnad_span unit = i < a->body_count ? a->body[i] : a->headline;
    if (unit.begin >= unit.end) continue;
    if (unit.begin < whole.begin) whole.begin = unit.begin;
    if (unit.end > whole.end) whole.end = unit.end;
  }
  if (whole.begin >= whole.end) whole = (isnad_span){0, 0};
  size_t first = isnad_tokens_seek(s->tokens, whole.begin), last = isnad_tokens_seek(s->tokens, whole.end);
  return claim_listing_new(&s->listing, s->arena, s->tokens, first, last) ? ISNAD_OK : isnad_arena_fail(s->err, s->arena, "claim");
}

isnad_status isnad_claim_prepare(isnad_prepared_article *out, isnad_arena *arena, const isnad_page *page, const isnad_article *article,
                                 isnad_err *err) {
  claim_scan s = {.arena = arena, .page = page, .article = article, .tokens = &page->tokens, .err = err};
  isnad_prepared_figure *figures = NULL;
  isnad_prepared_quote *quotes = NULL;
  isnad_prepared_told *told = NULL;
  isnad_status status = keep_listing(&s);
  if (status == ISNAD_OK && !claim_numbers(&s)) status = isnad_arena_fail(err, arena, "claim");
  if (status == ISNAD_OK) status = claim_sentences(&s);
  if (status == ISNAD_OK) status = claim_prepare_figures(&figures, &s);
  if (status == ISNAD_OK) status = claim_prepare_quotes(&quotes, &s);
  if (status == ISNAD_OK) status = claim_prepare_told(&told, &out->told_count, &s);
  out->figures = figures;
  out->quotes = quotes;
  out->told = told;
  return status;
}
