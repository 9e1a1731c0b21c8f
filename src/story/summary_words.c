/* Which sentences stand alone, and which headlines tell. */
#include "story/summary_front.h"

#include "arabic/forms.h"
#include "page/chars.h"

#include <string.h>

enum { SHORTEST = 9, LONGEST = 60, NAME_WITHIN = 12 };

static bool leans(const isnad_tokens *t, size_t first, size_t last) {
  unsigned seen = 0;
  size_t count = 0;
  for (size_t at = first; at < last; at++) {
    if (!isnad_token_is_word(t, at)) continue;
    isnad_openings_role role = summary_opening(&count, t, at, seen == 0);
    if (role == ISNAD_OPENINGS_ROLE_THIS || (role == ISNAD_OPENINGS_ROLE_LEANS && seen == 0)) return true;
    seen++;
  }
  return false;
}

static bool named_early(const isnad_tokens *t, size_t first, size_t last, const summary_report *report) {
  uint32_t begin = t->items[first].span.begin, end = t->items[first + NAME_WITHIN < last ? first + NAME_WITHIN : last - 1].span.end;
  for (size_t i = 0; i < report->name_count; i++)
    if (report->names[i].begin >= begin && report->names[i].end <= end) return true;
  return false;
}

/* The sentence has its stop: headings and items of lists have none. */
bool summary_has_stop(const isnad_tokens *tokens, isnad_span span) {
  size_t first = isnad_tokens_seek(tokens, span.begin), last = isnad_tokens_seek(tokens, span.end);
  while (last > first && (tokens->items[last - 1].kind == ISNAD_TOKEN_QUOTE || tokens->items[last - 1].kind == ISNAD_TOKEN_LINE)) last--;
  isnad_slice form = last > first ? isnad_token_form(tokens, last - 1) : (isnad_slice){NULL, 0};
  return form.length == 1 && (form.bytes[0] == '.' || form.bytes[0] == '!');
}

static bool has_article(isnad_slice form) { return form.length > ARTICLE_BYTES && article_at(form, 0); }

/* The words behind a verb that begin no noun phrase: "that", prepositions, particles, marks. */
static bool is_stop(const isnad_tokens *t, size_t at) {
  isnad_phrase hit;
  return !isnad_token_is_word(t, at) || isnad_phrases_at(&hit, 1, t, at, 1u << ISNAD_TABLE_STOPS, ISNAD_PHRASE_CUT) > 0;
}

/* How many tokens the words of a role are that stand at a token; 0: none. */
static size_t small_words(const isnad_tokens *t, size_t at, isnad_quote_words_role role) {
  isnad_phrase hits[4];
  size_t count = isnad_phrases_at(hits, 4, t, at, 1u << ISNAD_TABLE_QUOTE_WORDS, ISNAD_PHRASE_CUT);
  for (size_t i = 0; i < count; i++)
    if (isnad_quote_words_rows[hits[i].row].role == role) return hits[i].count;
  return 0;
}

/* What was said begins here: no speaker was told before it. */
static bool is_said(const isnad_tokens *t, size_t at) {
  return t->items[at].kind == ISNAD_TOKEN_QUOTE || t->items[at].kind == ISNAD_TOKEN_PUNCT || small_words(t, at, ISNAD_QUOTE_WORDS_ROLE_THAT) > 0;
}

/* A verb of speech at the front needs its speaker close behind it: a name, or somebody not told of before ("an official said", "agencies said"). */
static bool speaks_unnamed(const isnad_tokens *t, size_t first, size_t last, const summary_report *report) {
  enum { SPEAKER_WITHIN = 7 };
  isnad_phrase hit;
  if (isnad_phrases_at(&hit, 1, t, first, 1u << ISNAD_TABLE_VERBS, ISNAD_PHRASE_CUT) == 0) return false;
  size_t next = first + hit.count;
  if (next < last) next += small_words(t, next, ISNAD_QUOTE_WORDS_ROLE_ASIDE); /* "she also said" */
  if (next >= last || is_said(t, next)) return true;
  if (!is_stop(t, next) && !has_article(isnad_token_form(t, next))) return false;
  uint32_t begin = t->items[first].span.end, end = t->items[first + SPEAKER_WITHIN < last ? first + SPEAKER_WITHIN : last - 1].span.end;
  for (size_t i = 0; i < report->name_count; i++)
    if (report->names[i].begin >= begin && report->names[i].end <= end) return false;
  return true;
}

static bool asks(const isnad_tokens *t, size_t at) {
  isnad_slice form = isnad_token_form(t, at);
  return (form.length == 1 && form.bytes[0] == '?') || letter_is(form, 0, CHAR_ARABIC_QUESTION);
}

/* "A new bill And the minister said": a heading that runs into the sentence behind it, which has its verb of speech behind a waw within few words. */
static bool runs_on(const isnad_tokens *t, size_t first, size_t last) {
  enum { HEADING = 5 };
  isnad_phrase hit;
  for (size_t at = first; at < last && at <= first + HEADING && isnad_token_is_word(t, at); at++) {
    bool verb = isnad_phrases_at(&hit, 1, t, at, 1u << ISNAD_TABLE_VERBS, ISNAD_PHRASE_CUT) > 0;
    if (verb) return at > first && hit.cut > 0 && letter_is(isnad_token_form(t, at), 0, LETTER_WAW);
  }
  return false;
}

/* "And the ministry said": joined to what stands before, but whole by itself, unlike "and the visit came". */
static bool opens_with_speech(const isnad_tokens *t, size_t first) {
  isnad_phrase hit;
  return isnad_phrases_at(&hit, 1, t, first, 1u << ISNAD_TABLE_VERBS, ISNAD_PHRASE_CUT) == 1;
}

/* Marks of speech must pair, brackets too: half a quotation says what nobody said. */
static bool is_half(const isnad_tokens *t, size_t first, size_t last) {
  size_t marks = 0;
  for (size_t at = first; at < last; at++) marks += t->items[at].kind == ISNAD_TOKEN_QUOTE;
  return marks % 2 != 0 || t->items[first].kind == ISNAD_TOKEN_QUOTE;
}

static bool breaks_off(const isnad_tokens *t, size_t last) {
  isnad_slice form = isnad_token_form(t, last - 1);
  bool arabic_comma = letter_is(form, 0, CHAR_ARABIC_COMMA);
  return asks(t, last - 1) || arabic_comma || (form.length == 1 && (form.bytes[0] == ':' || form.bytes[0] == ','));
}

bool summary_stands_alone(const isnad_tokens *tokens, const summary_report *report, isnad_span span) {
  summary_front front = summary_front_of(tokens, report, span);
  size_t first = front.first, last = isnad_tokens_seek(tokens, span.end), words = 0;
  while (last > first && tokens->items[last - 1].kind == ISNAD_TOKEN_LINE) last--;
  for (size_t at = first; at < last; at++) words += isnad_token_is_word(tokens, at);
  if (words < SHORTEST || words > LONGEST || !isnad_token_is_word(tokens, first)) return false;
  if (leans(tokens, first, last) || is_half(tokens, first, last) || breaks_off(tokens, last) || runs_on(tokens, first, last)) return false;
  if (summary_is_joined(tokens, first, report) && !opens_with_speech(tokens, first)) return false;
  return named_early(tokens, first, last, report) && !speaks_unnamed(tokens, first, last, report);
}

double summary_bait(const isnad_tokens *headline) {
  double bait = 0;
  size_t count = 0;
  for (size_t at = 0; at < headline->count; at++) {
    isnad_slice form = isnad_token_form(headline, at);
    if (asks(headline, at)) bait += 1;
    if (headline->items[at].kind == ISNAD_TOKEN_PUNCT && form.length == 1 && form.bytes[0] == '!') bait += 0.5;
    if (isnad_token_is_word(headline, at) && summary_opening(&count, headline, at, at == 0) == ISNAD_OPENINGS_ROLE_BAIT) bait += 0.6;
  }
  return bait;
}
