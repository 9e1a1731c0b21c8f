/* What stands between a verb, its subject and what it says, and is none of them: adverbs, days, places of saying, circumstances. */
#include "note/quotes/quote_said.h"

/* "Tuesday | last". */
static size_t behind_day(const quote_scan *q, size_t at) {
  return quote_is_kind(q, at, ISNAD_TOKEN_WORD) && quote_is_definite(q, at) && note_has_hit(q->unit, at, ISNAD_TABLE_TIME_WORDS) ? at + 1 : at;
}

size_t quote_skip_asides(const quote_scan *q, size_t at, size_t limit) {
  while (at < limit) {
    const isnad_phrase *aside = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_ASIDE), *day = note_hit_at(q->unit, at, ISNAD_TABLE_WEEKDAYS);
    int32_t name = q->name_at[at - q->unit->first];
    if (name > 0 && q->s->names[name - 1].type == ISNAD_NAME_PERSON && q->s->names[name - 1].form == ISNAD_FORM_NAME && aside != NULL) break;
    if (quote_is_comma(q, at) || quote_is_hash(q, at))
      at++;
    else if (aside != NULL && (aside->cut == 0 || (quote_links(q, aside) && !speaker_is_title(q, at)))) /* "heir" is written like "and to me" */
      at += aside->count;
    else if (day != NULL && !note_has_hit(q->unit, at, ISNAD_TABLE_HEADS)) /* "one of" is written like Sunday */
      at = behind_day(q, at + day->count);
    else
      break;
  }
  return at < limit ? at : limit;
}

/* A word of time as it stands; "about" and others begin a phrase of time only with what follows. */
static bool is_time(const quote_scan *q, size_t at) {
  const isnad_phrase *time = note_hit_at(q->unit, at, ISNAD_TABLE_TIME_WORDS);
  if (time == NULL || time->cut > 0) return false;
  switch (isnad_time_words_rows[time->row].role) {
  case ISNAD_TIME_WORDS_ROLE_LOOKALIKE:
  case ISNAD_TIME_WORDS_ROLE_PREPOSITION:
  case ISNAD_TIME_WORDS_ROLE_FUTURE:
  case ISNAD_TIME_WORDS_ROLE_MARK:
  case ISNAD_TIME_WORDS_ROLE_LINK:
    return false;
  default:
    return true;
  }
}

/* "Week", "two days", "days": how long ago. */
static bool is_span(const quote_scan *q, size_t at) {
  const isnad_phrase *time = at < q->sentence_last ? note_hit_at(q->unit, at, ISNAD_TABLE_TIME_WORDS) : NULL;
  if (time == NULL || time->cut > 0 || time->count > 1) return false;
  isnad_time_words_role role = isnad_time_words_rows[time->row].role;
  return role == ISNAD_TIME_WORDS_ROLE_UNIT || role == ISNAD_TIME_WORDS_ROLE_DUAL;
}

/* "The end of last January", "the beginning of the year": a part of a time and the words of time behind it. */
static size_t behind_part_of_time(const quote_scan *q, size_t at, size_t limit) {
  const isnad_phrase *part = at < limit ? note_hit_at(q->unit, at, ISNAD_TABLE_TIME_WORDS) : NULL;
  if (part == NULL || part->cut > 0 || isnad_time_words_rows[part->row].role != ISNAD_TIME_WORDS_ROLE_PART) return at;
  size_t end = at + part->count, count = 0;
  for (; end < limit && (is_time(q, end) || note_has_hit(q->unit, end, ISNAD_TABLE_MONTHS) || quote_is_kind(q, end, ISNAD_TOKEN_NUMBER) ||
                         quote_is_mark(q, end, "/"));
       end++)
    count++;
  return count > 0 ? end : at;
}

/* "May", "Adhar/March 2018", "May | last": behind a month, or `at` where none is. */
static size_t behind_month(const quote_scan *q, size_t at, size_t limit) {
  const isnad_phrase *month = at < limit ? note_hit_at(q->unit, at, ISNAD_TABLE_MONTHS) : NULL;
  if (month == NULL) return at;
  size_t end = at + month->count;
  const isnad_phrase *again = end + 1 < limit && quote_is_mark(q, end, "/") ? note_hit_at(q->unit, end + 1, ISNAD_TABLE_MONTHS) : NULL;
  if (again != NULL) end += 1 + again->count; /* "in Adhar/March" */
  const isnad_phrase *twice = again == NULL && end < limit ? note_hit_at(q->unit, end, ISNAD_TABLE_MONTHS) : NULL;
  if (twice != NULL && twice->cut == 0) end += twice->count; /* "in December Kanun" */
  if (end < limit && quote_is_kind(q, end, ISNAD_TOKEN_NUMBER)) return end + 1;
  return end < limit ? behind_day(q, end) : end; /* "in March | last" */
}

/* "A week ago", "since two months", "before 12 days": a preposition that no verb takes and a span of time; not "a week before". */
static size_t behind_span(const quote_scan *q, size_t at, size_t first, size_t limit) {
  if (quote_is_word(q, at, ISNAD_QUOTE_WORDS_ROLE_ABOUT) || quote_is_word(q, at, ISNAD_QUOTE_WORDS_ROLE_ON) ||
      quote_is_word(q, at, ISNAD_QUOTE_WORDS_ROLE_TO) || quote_is_word(q, at, ISNAD_QUOTE_WORDS_ROLE_OF) ||
      quote_is_word(q, at, ISNAD_QUOTE_WORDS_ROLE_IN))
    return at;
  size_t span =
      first < limit && (quote_is_kind(q, first, ISNAD_TOKEN_NUMBER) || note_has_hit(q->unit, first, ISNAD_TABLE_NUMBERS)) ? first + 1 : first;
  if (span + 1 >= limit || !is_span(q, span) || quote_is_word(q, span + 1, ISNAD_QUOTE_WORDS_ROLE_OF)) return at;
  return span + 1;
}

/* Passes a circumstance ("in June", "during the meeting"): a preposition and the phrase to the next comma or the third word. */
static size_t skip_circumstance(const quote_scan *q, size_t at, size_t limit) {
  const isnad_phrase *place = note_hit_at(q->unit, at, ISNAD_TABLE_PLACES);
  if (at < limit && place != NULL && place->cut > 0 && quote_starts(q, at, LETTER_BEH)) return at + place->count; /* "the council | in X" */
  const isnad_phrase *opens = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION);
  if (opens == NULL || opens->cut > 0) return at;
  size_t end = at + opens->count;
  if (end + 1 < limit && quote_is_hash(q, end) && note_has_hit(q->unit, end + 1, ISNAD_TABLE_PLACES)) return end + 2; /* "in #Yemen" */
  size_t part = quote_is_word(q, at, ISNAD_QUOTE_WORDS_ROLE_IN) ? behind_part_of_time(q, end, limit) : end;
  if (part > end) return part; /* "at the beginning of May" */
  size_t ago = opens->count == 1 ? behind_span(q, at, end, limit) : at;
  if (ago > at) return ago;
  if (end + 1 < limit && quote_is_kind(q, end, ISNAD_TOKEN_NUMBER)) end++;                                            /* "on 8 | May" */
  if (end + 2 < limit && quote_is_definite(q, end) && quote_is_word(q, end + 1, ISNAD_QUOTE_WORDS_ROLE_OF)) end += 2; /* "on the eighth of | May" */
  size_t month = behind_month(q, end, limit);
  return month > end ? month : at;
}

/* "In | the year 2016", "on the day | 8 May", before the noun that begins what is said: "declared 2019 a year of" has its object there. */
static size_t behind_date(const quote_scan *q, size_t at, size_t limit) {
  size_t first = at;
  if (first + 2 < limit && quote_is_kind(q, first, ISNAD_TOKEN_NUMBER)) first++;
  if (first + 3 < limit && quote_is_definite(q, first) && quote_is_word(q, first + 1, ISNAD_QUOTE_WORDS_ROLE_OF)) first += 2;
  size_t end = first > at ? behind_month(q, first, limit) : at;
  if (end == first) end = at;
  const isnad_phrase *time = first == at && at + 2 < limit && is_time(q, at) ? note_hit_at(q->unit, at, ISNAD_TABLE_TIME_WORDS) : NULL;
  bool year = time != NULL && time->count == 1 && quote_is_kind(q, at + 1, ISNAD_TOKEN_NUMBER);
  if (year) end = at + 2;
  bool object = end < limit && !quote_is_definite(q, end) && quote_has_word(q, end, ISNAD_QUOTE_WORDS_ROLE_OBJECT);
  return object ? end : at;
}

/* "Through its account on X": a preposition with a platform near behind it. */
static size_t behind_platform(const quote_scan *q, size_t at, size_t limit) {
  enum { NEAR = 5 };
  const isnad_phrase *opens = at < limit ? quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION) : NULL;
  if (opens == NULL || opens->cut > 0) return at;
  for (size_t i = at + 1; i < limit && i < at + NEAR && quote_is_kind(q, i, ISNAD_TOKEN_WORD); i++) {
    int32_t index = q->source_at[i - q->unit->first];
    if (index == 0 || q->s->sources[index - 1].kind != ISNAD_SOURCE_SOCIAL) continue;
    while (i < limit && quote_token(q, i)->span.begin < q->s->sources[index - 1].named.span.end) i++;
    return i;
  }
  return at;
}

/* "In a statement | that was published on Sunday": the verb of publishing behind the place of saying, and who published it. */
static size_t behind_published(const quote_scan *q, size_t at, size_t limit) {
  const isnad_phrase *published = at < limit ? quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_PUBLISHES) : NULL;
  const isnad_phrase *venue = at > q->unit->first ? quote_word_at(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_VENUE) : NULL;
  if (venue == NULL && at > q->unit->first + 1) venue = quote_word_at(q, at - 2, ISNAD_QUOTE_WORDS_ROLE_VENUE); /* "in a filmed statement | that" */
  if (published == NULL || published->cut > 0 || venue == NULL) return at;
  return quote_skip_asides(q, at + 1, limit);
}

/* A phrase closes with it: the article, a pronoun, a number or a name. */
static bool closes_phrase(const quote_scan *q, size_t at) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  bool pronoun = word_ends(form, LETTER_HEH) || word_ends_in(form, LETTER_HEH, LETTER_ALEF) || word_ends_in(form, LETTER_HEH, LETTER_MEEM);
  return quote_is_definite(q, at) || quote_is_kind(q, at, ISNAD_TOKEN_NUMBER) || q->in_name[at - q->unit->first] ||
         note_has_hit(q->unit, at, ISNAD_TABLE_PLACES) || (pronoun && quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_VENUE));
}

/* "During the meeting | the importance of", "in a talk with X, | the need for": a place of saying and what stands with it, up to the noun that begins
 * what is said; `at` when no such noun is near. */
static size_t behind_venue(const quote_scan *q, size_t at, size_t limit) {
  enum { FAR = 16 };
  quote_verb verb;
  const isnad_phrase *opens = at < limit ? quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION) : NULL;
  if (opens == NULL || opens->cut > 0 || !quote_has_word(q, at + opens->count, ISNAD_QUOTE_WORDS_ROLE_VENUE)) return at;
  for (size_t i = at + opens->count + 1; i < limit && i < at + FAR; i++) {
    if (quote_is_that(q, i) || quote_verb_at(q, i, &verb) || quote_has_word(q, i, ISNAD_QUOTE_WORDS_ROLE_RELATIVE)) return at;
    if (!quote_is_comma(q, i) && !quote_is_words_kind(quote_token(q, i)->kind)) return at;
    if (quote_is_comma(q, i - 1) && quote_has_word(q, i, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION)) return at; /* "expressed, during ..., | his" */
    bool object = quote_is_word(q, i, ISNAD_QUOTE_WORDS_ROLE_OBJECT) && !quote_is_definite(q, i);
    if (object && (quote_is_comma(q, i - 1) || closes_phrase(q, i - 1))) return i;
  }
  return at;
}

/* Behind adverbs and short circumstances. */
size_t quote_skip_circumstances(const quote_scan *q, size_t at, size_t limit) {
  for (size_t before = SIZE_MAX; at < limit && at != before;) {
    before = at;
    if (at + 2 < limit && quote_is_definite(q, at) && quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_RELATIVE) &&
        quote_begins_with(q, at + 1, LETTER_LAM))
      at += 2; /* "the channel | that belongs to the group" */
    const isnad_phrase *outlet = note_hit_at(q->unit, at, ISNAD_TABLE_OUTLETS);
    if (outlet != NULL && outlet->cut == WORD_LETTER && quote_cut_is(q, outlet, LETTER_LAM))
      at += outlet->count; /* "in a statement | to the paper" */
    at = behind_platform(q, skip_circumstance(q, quote_skip_asides(q, at, limit), limit), limit);
    at = behind_venue(q, behind_published(q, behind_part_of_time(q, behind_date(q, at, limit), limit), limit), limit);
  }
  return at;
}

size_t quote_behind_withheld(const quote_scan *q, size_t at, size_t limit) {
  enum { LONGEST = 8 };
  bool phrase = quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_BOILERPLATE) && note_has_hit(q->unit, at, ISNAD_TABLE_VERBS);
  if (!quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_WITHHOLDS) && !phrase) return at;
  for (size_t i = at + 1; i < limit && i < at + LONGEST; i++) {
    if (quote_is_comma(q, i)) return at;
    if (quote_is_word(q, i, ISNAD_QUOTE_WORDS_ROLE_IDENTITY)) return i + 1;
  }
  return at;
}

size_t quote_behind_brackets(const quote_scan *q, size_t at, size_t limit) {
  enum { LONGEST = 10 };
  if (!quote_is_mark(q, at, "(")) return at;
  for (size_t i = at + 1; i < limit && i < at + LONGEST; i++)
    if (quote_is_mark(q, i, ")")) return i + 1;
  return at;
}
