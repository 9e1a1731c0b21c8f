/* Where a sentence begins when it is shown without the one before it. */
#include "story/summary_front.h"

#include "arabic/forms.h"
#include "page/dateline.h"

#include <string.h>

static bool has_proclitic(isnad_slice form) { return letter_is(form, 0, LETTER_WAW) || letter_is(form, 0, LETTER_FEH); }

/* --- the table of openings --- */

/* How many tokens the words of a row are, when they stand at `at`; 0: they do not. `cut`: bytes left out of the first. */
static size_t stands_at(const char *words, const isnad_tokens *t, size_t at, size_t cut) {
  size_t count = 0;
  for (const char *word = words; *word != '\0'; count++, cut = 0) {
    size_t length = strcspn(word, " ");
    isnad_slice form = at + count < t->count ? isnad_token_form(t, at + count) : (isnad_slice){NULL, 0};
    if (form.length != length + cut || memcmp(form.bytes + cut, word, length) != 0) return 0;
    word += length + (word[length] == ' ');
  }
  return count;
}

static isnad_openings_role longest(size_t *count, const isnad_tokens *t, size_t at, size_t cut) {
  isnad_openings_role role = ISNAD_OPENINGS_ROLE_NONE;
  *count = 0;
  for (size_t i = 0; i < isnad_openings_count; i++) {
    size_t words = stands_at(isnad_openings_rows[i].form, t, at, cut);
    if (words <= *count) continue;
    *count = words;
    role = isnad_openings_rows[i].role;
  }
  return role;
}

isnad_openings_role summary_opening(size_t *count, const isnad_tokens *t, size_t at, bool front) {
  enum { SHORTEST_JOINED = 3 * LETTER_BYTES };
  isnad_openings_role role = longest(count, t, at, 0);
  isnad_slice form = isnad_token_form(t, at);
  if (*count == 0 && front && form.length >= SHORTEST_JOINED && has_proclitic(form)) role = longest(count, t, at, LETTER_BYTES);
  return role;
}

/* --- waw and fa --- */

static bool begins_a_name(const isnad_tokens *t, size_t at, const summary_report *report) {
  for (size_t i = 0; i < report->name_count; i++)
    if (report->names[i].begin == t->items[at].span.begin) return true;
  return false;
}

/* Some desks write a blank behind the waw. */
static bool stands_alone_waw(isnad_slice form) { return form.length == LETTER_BYTES && letter_is(form, 0, LETTER_WAW); }

/* The word without its first letter is one that news counts more often; or news hardly counts the whole, and what remains is long enough for a word.
 */
bool summary_is_joined(const isnad_tokens *t, size_t at, const summary_report *report) {
  enum { HARDLY = 200, LONG = 5 * LETTER_BYTES };
  isnad_slice form = at < t->count ? isnad_token_form(t, at) : (isnad_slice){NULL, 0};
  if (stands_alone_waw(form)) return true;
  if (form.length <= 2 * LETTER_BYTES || !has_proclitic(form)) return false;
  if (isnad_arabic_proclitics(form) > 0) return true;
  return letter_is(form, 0, LETTER_WAW) && form.length >= LONG && isnad_arabic_frequency(t->items[at].hash) < HARDLY && !begins_a_name(t, at, report);
}

/* The waw before a verb of speech joins it to what is not shown. */
static uint32_t without_waw(const isnad_tokens *t, size_t at) {
  isnad_phrase hit;
  uint32_t begin = t->items[at].span.begin;
  if (isnad_phrases_at(&hit, 1, t, at, 1u << ISNAD_TABLE_VERBS, ISNAD_PHRASE_CUT) == 0 || hit.cut == 0) return begin;
  return letter_is(isnad_token_form(t, at), 0, LETTER_WAW) ? isnad_token_source(t, at, LETTER_BYTES) : begin;
}

/* --- the front --- */

static bool is_dash(const isnad_tokens *t, size_t at) {
  isnad_slice form = isnad_token_form(t, at);
  bool ascii = form.length >= 1 && form.bytes[0] == '-', wide = form.length == 3 && memcmp(form.bytes, "\xE2\x80", 2) == 0;
  return t->items[at].kind == ISNAD_TOKEN_PUNCT && (ascii || (wide && (unsigned char)form.bytes[2] >= 0x90 && (unsigned char)form.bytes[2] <= 0x95));
}

/* "Town, country (agency) --": the place and medium before the first dash are no part of the sentence. */
static size_t behind_dateline(const isnad_tokens *t, size_t first, size_t last) {
  enum { DATELINE = 14 };
  size_t closed = 0;
  for (size_t at = first; at < last && at < first + DATELINE; at++) {
    isnad_slice form = isnad_token_form(t, at);
    if (form.length == 1 && form.bytes[0] == ')') closed = at + 1;
    if (closed == 0 || at != closed || !is_dash(t, at)) continue;
    while (at < last && is_dash(t, at)) at++;
    return at < last ? at : first;
  }
  return first;
}

uint32_t summary_after_dateline(const isnad_tokens *tokens, isnad_span span) {
  size_t first = isnad_tokens_seek(tokens, span.begin), at = behind_dateline(tokens, first, isnad_tokens_seek(tokens, span.end));
  return at > first ? tokens->items[at].span.begin : span.begin;
}

/* "Tizi Ouzou -": a name and a dash before the sentence; a second dash makes both a parenthesis. */
static size_t behind_name(const isnad_tokens *t, size_t first, size_t last, const summary_report *report) {
  size_t dash = last;
  for (size_t i = 0; i < report->name_count && dash == last; i++)
    if (report->names[i].begin == t->items[first].span.begin) dash = isnad_tokens_seek(t, report->names[i].end);
  if (dash + 1 >= last || !is_dash(t, dash)) return first;
  for (size_t at = dash + 1; at < last; at++)
    if (is_dash(t, at)) return first;
  return dash + 1;
}

/* A line of a few words above the text ("X from Y", a name) is read as the beginning of its first sentence. */
static size_t behind_short_line(const isnad_tokens *t, size_t first, size_t last, isnad_slice text) {
  enum { SHORT = 6 };
  for (size_t at = first + 1; at < last && at <= first + SHORT; at++) {
    uint32_t from = t->items[at - 1].span.end, to = t->items[at].span.begin;
    if (to <= text.length && memchr(text.bytes + from, '\n', to - from) != NULL) return at;
  }
  return first;
}

/* The first sentence of a body without the line that tells where and by whom it was filed, whichever press writes it. */
static size_t behind_filing(const isnad_tokens *t, size_t first, size_t last, const summary_report *report) {
  dateline line;
  bool opens = report->body_count > 0 && first < last && report->body[0].begin >= t->items[first].span.begin;
  if (!opens) return first;
  if (page_dateline(&line, t, first, last, false) && line.end < last) return line.end;
  size_t line_end = behind_short_line(t, first, last, report->text);
  return behind_name(t, line_end, last, report);
}

/* "For his part", "on the other side": they set a sentence against the one before. */
static size_t behind_link(const isnad_tokens *t, size_t first, size_t last) {
  size_t count = 0;
  if (first >= last || summary_opening(&count, t, first, true) != ISNAD_OPENINGS_ROLE_LINK) return first;
  size_t next = first + count;
  while (next < last && t->items[next].kind == ISNAD_TOKEN_PUNCT) next++; /* its comma */
  return next < last ? next : first;
}

summary_front summary_front_of(const isnad_tokens *tokens, const summary_report *report, isnad_span span) {
  size_t last = isnad_tokens_seek(tokens, span.end), count = 0;
  size_t opening = isnad_tokens_seek(tokens, span.begin), start = behind_dateline(tokens, opening, last);
  if (start == opening) start = behind_filing(tokens, opening, last, report);
  summary_front front = {.begin = span.begin, .first = behind_link(tokens, start, last)};
  if (front.first >= last) return front;
  front.linked = front.first > start;
  front.goes_on = summary_is_joined(tokens, front.first, report);
  front.recalls = summary_opening(&count, tokens, front.first, true) == ISNAD_OPENINGS_ROLE_PAST;
  front.begin = without_waw(tokens, front.first);
  return front;
}
