/* Who stands in apposition behind the words of an office or a trade: "the spokesman of the ministry, | the colonel X, said". The names do not know
 * him, or not that he is meant. */
#include "note/names/names.h"
#include "note/sources/citation.h"
#include "note/speakers/speaker_bearing.h"

#include <string.h>

enum { MOST_WORDS = 4 };

/* "Gladly": an accusative, as no name is. */
static bool has_tanween(const quote_scan *q, size_t at) {
  static const char fathatan[WORD_LETTER] = {(char)0xD9, (char)0x8B};
  isnad_slice text = isnad_slice_at(q->s->page->text, quote_token(q, at)->span);
  for (size_t i = 0; i + WORD_LETTER <= text.length; i++)
    if (memcmp(text.bytes + i, fathatan, WORD_LETTER) == 0) return true;
  return false;
}

/* No word that the tables know as another one. */
static bool may_name(const quote_scan *q, size_t at) {
  static const isnad_table others[] = {ISNAD_TABLE_TITLES, ISNAD_TABLE_HEADS,   ISNAD_TABLE_ORG_HEADS,  ISNAD_TABLE_STOPS,    ISNAD_TABLE_WEEKDAYS,
                                       ISNAD_TABLE_MONTHS, ISNAD_TABLE_NUMBERS, ISNAD_TABLE_TIME_WORDS, ISNAD_TABLE_TRIGGERS, ISNAD_TABLE_VERBS};
  if (at >= q->unit->last || !quote_is_kind(q, at, ISNAD_TOKEN_WORD) || speaker_form(q, at).length < 2 * WORD_LETTER) return false;
  if (has_tanween(q, at) || note_has_word(q->unit, at, ISNAD_QUOTE_WORDS_ROLE_IN)) return false;
  for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
    if (note_has_hit(q->unit, at, others[i])) return false;
  const isnad_phrase *tie = note_hit_at(q->unit, at, ISNAD_TABLE_NAME_PARTS);
  if (note_has_hit(q->unit, at, ISNAD_TABLE_QUOTE_WORDS) && tie == NULL) return false;
  return (quote_token(q, at)->flags & ISNAD_TOKEN_ARABIC) != 0;
}

/* Listed as a first name, or a word that the language does not know. */
static bool is_name(const quote_scan *q, size_t at) {
  const isnad_phrase *given = note_hit_at(q->unit, at, ISNAD_TABLE_GIVEN_NAMES);
  if (given != NULL && given->cut == 0) return isnad_given_names_rows[given->row].common == ISNAD_GIVEN_NAMES_COMMON_NO;
  return !quote_is_definite(q, at) && !note_has_hit(q->unit, at, ISNAD_TABLE_PLACES) && speaker_is_unheard(q, at);
}

/* The end of two to four words of a name that the names do not know; `at` when none stand there. */
static size_t unknown_end(const quote_scan *q, size_t at) {
  size_t end = at;
  bool named = false;
  while (end < at + MOST_WORDS && may_name(q, end) && (end > at || !quote_is_definite(q, end))) named = is_name(q, end++) || named;
  return named && end >= at + 2 ? end : at;
}

/* A mark, "that", a preposition or "who" behind the name: it is whole. */
static bool is_closed(const quote_scan *q, size_t at) {
  if (at >= q->unit->last || !quote_is_kind(q, at, ISNAD_TOKEN_WORD)) return true;
  return note_has_word(q->unit, at, ISNAD_QUOTE_WORDS_ROLE_THAT) || note_has_word(q->unit, at, ISNAD_QUOTE_WORDS_ROLE_RELATIVE) ||
         note_has_word(q->unit, at, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION) || quote_begins_with(q, at, LETTER_LAM);
}

void speaker_take_note(isnad_quote_note *quote, isnad_slice entity, isnad_slice canonical) {
  quote->entity = entity;
  quote->canonical = canonical;
  quote->anonymous = false;
}

/* Whoever is named at a token, by the names or by words that they do not know. */
/* "Umm | Hashim": in place of a name. */
static bool is_kunya(const quote_scan *q, size_t at) {
  const isnad_phrase *tie = note_hit_at(q->unit, at, ISNAD_TABLE_NAME_PARTS), *given = note_hit_at(q->unit, at + 1, ISNAD_TABLE_GIVEN_NAMES);
  bool father = tie != NULL && tie->cut == 0 && isnad_name_parts_rows[tie->row].role == ISNAD_NAME_PARTS_ROLE_KUNYA;
  const isnad_phrase *mother = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_KIN);
  return (father || (mother != NULL && mother->cut == 0)) && given != NULL && given->cut == 0;
}

bool speaker_take_named_at(const quote_scan *q, size_t at, isnad_quote_note *quote) {
  if (at >= q->unit->last || !quote_is_kind(q, at, ISNAD_TOKEN_WORD)) return false;
  if (is_kunya(q, at)) {
    quote->canonical = note_name_text(q->s, (isnad_span){quote_token(q, at)->span.begin, quote_token(q, at + 1)->span.end});
    quote->anonymous = false;
    return true;
  }
  const isnad_name_note *name = note_name_at(q->s, at);
  bool known = name != NULL && name->type == ISNAD_NAME_PERSON && name->form == ISNAD_FORM_NAME && name->span.begin == quote_token(q, at)->span.begin;
  size_t end = unknown_end(q, at);
  bool whole = end > at && is_closed(q, end) && !(known && name->span.end >= quote_token(q, end - 1)->span.end);
  if (known) speaker_take_note(quote, name->entity, name->canonical);
  if (!known && whole) speaker_take_note(quote, (isnad_slice){NULL, 0}, quote->canonical);
  if (whole) quote->canonical = note_name_text(q->s, (isnad_span){quote_token(q, at)->span.begin, quote_token(q, end - 1)->span.end});
  return known || whole;
}

/* "Ali", which folds to "on": with the dots that the preposition does not bear. */
static bool is_dotted(const quote_scan *q, size_t at) { return word_ends(isnad_slice_at(q->s->page->text, quote_token(q, at)->span), LETTER_YEH); }

/* A first name of the table, however common the word is besides. */
static bool is_given(const quote_scan *q, size_t at) {
  const isnad_phrase *given = at < q->unit->last ? note_hit_at(q->unit, at, ISNAD_TABLE_GIVEN_NAMES) : NULL;
  return given != NULL && given->cut == 0 && (!note_has_word(q->unit, at, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION) || is_dotted(q, at));
}

/* A word between two commas that may belong to a name: of the tables of names, or one that news hardly has. */
static bool may_belong(const quote_scan *q, size_t at) {
  if (at >= q->unit->last || !quote_is_kind(q, at, ISNAD_TOKEN_WORD)) return false;
  const isnad_phrase *family = note_hit_at(q->unit, at, ISNAD_TABLE_FAMILY_NAMES), *part = note_hit_at(q->unit, at, ISNAD_TABLE_NAME_PARTS);
  bool tie = part != NULL && part->cut == 0 && !quote_is_definite(q, at);
  bool small = note_has_hit(q->unit, at, ISNAD_TABLE_QUOTE_WORDS) && speaker_form(q, at).length <= 2 * WORD_LETTER; /* "in", "of" */
  return is_given(q, at) || (family != NULL && family->cut == 0 && !small) || (tie && !small) || speaker_is_unheard(q, at);
}

/* A word that is hardly anything but a name. */
static bool is_strong(const quote_scan *q, size_t at) {
  const isnad_phrase *given = note_hit_at(q->unit, at, ISNAD_TABLE_GIVEN_NAMES), *family = note_hit_at(q->unit, at, ISNAD_TABLE_FAMILY_NAMES);
  if (given != NULL && given->cut == 0 && isnad_given_names_rows[given->row].common == ISNAD_GIVEN_NAMES_COMMON_NO) return true;
  if (family != NULL && family->cut == 0 && isnad_family_names_rows[family->row].common == ISNAD_FAMILY_NAMES_COMMON_NO) return true;
  return speaker_is_unheard(q, at);
}

/* The end of a name between commas, which begins with a first name or holds words that are names alone; `at` when none stands there. */
static size_t enclosed_end(const quote_scan *q, size_t at) {
  size_t end = at;
  unsigned known = 0, strong = 0;
  for (; end < at + MOST_WORDS && end < q->unit->last && quote_is_kind(q, end, ISNAD_TOKEN_WORD); end++) {
    bool belongs = may_belong(q, end) && !has_tanween(q, end);
    if (!belongs && (end == at ? note_has_hit(q->unit, end, ISNAD_TABLE_QUOTE_WORDS) || quote_is_definite(q, end) : !may_name(q, end))) break;
    known += belongs || isnad_arabic_frequency(quote_token(q, end)->hash) == 0;
    strong += is_strong(q, end);
  }
  bool whole = end >= at + 2 && known > 0 && (strong > 0 || known == end - at);
  bool closed =
      end >= q->unit->last || quote_is_comma(q, end) || quote_is_mark(q, end, ":") || note_has_word(q->unit, end, ISNAD_QUOTE_WORDS_ROLE_THAT);
  return whole && closed ? end : at;
}

/* Behind ranks and styles before a name: "the judge", "the colonel", "the professor,", "Dr.". */
static size_t behind_styles(const quote_scan *q, size_t at, size_t limit) {
  enum { MOST = 3 };
  for (unsigned n = 0; n < MOST && at + 1 < limit; n++) {
    const isnad_phrase *title = note_hit_at(q->unit, at, ISNAD_TABLE_TITLES);
    bool letter = speaker_form(q, at).length == WORD_LETTER && quote_is_mark(q, at + 1, ".");
    bool style = title != NULL && title->cut == 0 && !is_given(q, at) &&
                 (isnad_titles_rows[title->row].kind == ISNAD_TITLES_KIND_RANK || isnad_titles_rows[title->row].kind == ISNAD_TITLES_KIND_HONORIFIC ||
                  (speaker_is_one(q, at) && title->count == 1));
    if (!letter && !style) break;
    at += letter ? 2 : title->count;
    if (style && quote_is_comma(q, at)) at++;
  }
  return at;
}

/* A person whom the names know, up to two adjectives before his name: "the Brazilian international | Neymar". */
static const isnad_name_note *known_at(const quote_scan *q, size_t at, size_t limit) {
  enum { ADJECTIVES = 2 };
  for (size_t i = at; i <= at + ADJECTIVES && i < limit && quote_is_kind(q, i, ISNAD_TOKEN_WORD); i++) {
    const isnad_name_note *name = note_name_at(q->s, i);
    bool person =
        name != NULL && name->type == ISNAD_NAME_PERSON && name->form == ISNAD_FORM_NAME && name->span.begin == quote_token(q, i)->span.begin;
    if (person) return name;
    if (!quote_is_definite(q, i)) return NULL;
  }
  return NULL;
}

/* The end of a known name with one word more before a comma: "Aysha ibn | Kalli,", "Charles Haddon | Cave,". */
static size_t closed_end(const quote_scan *q, const isnad_name_note *name) {
  size_t at = isnad_tokens_seek(&q->s->page->tokens, name->span.end);
  isnad_slice form = at < q->unit->last ? speaker_form(q, at) : (isnad_slice){NULL, 0};
  bool word = form.length >= 2 * WORD_LETTER && quote_is_kind(q, at, ISNAD_TOKEN_WORD) && quote_is_comma(q, at + 1) && !quote_is_definite(q, at);
  bool joined = word_letter_at(form, 0, LETTER_WAW) || word_letter_at(form, 0, LETTER_LAM) || word_letter_at(form, 0, LETTER_BEH);
  bool other = word && (note_has_hit(q->unit, at, ISNAD_TABLE_TIME_WORDS) || note_has_hit(q->unit, at, ISNAD_TABLE_WEEKDAYS) || has_tanween(q, at));
  return word && !joined && !other ? at + 1 : at;
}

/* An office or trade of one, or "one of the students". */
static bool is_of_one(const quote_scan *q, size_t first) {
  const isnad_phrase *head = note_hit_at(q->unit, first, ISNAD_TABLE_HEADS);
  bool unnamed = head != NULL && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_UNNAMED;
  bool one =
      head != NULL && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_ANONYMOUS && isnad_heads_rows[head->row].takes == ISNAD_HEADS_TAKES_OF;
  bool many = speaker_is_sound_plural(speaker_form(q, first)) || word_ends_in(speaker_form(q, first), LETTER_ALEF, LETTER_NOON);
  return speaker_is_one(q, first) || ((unnamed || one) && !many);
}

/* A person is named inside the words: "the spokesman of May". */
static bool names_somebody(const quote_scan *q, size_t first, size_t at) {
  for (size_t i = first + 1; i < at; i++) {
    const isnad_name_note *name = note_name_at(q->s, i);
    if (name != NULL && name->type == ISNAD_NAME_PERSON && name->form == ISNAD_FORM_NAME) return true;
  }
  return false;
}

/* The words tell of somebody else too, who may be the one named behind them: "the spokesman of the president, X", "the lawyer of the victim, X". */
static bool tells_of_another(const quote_scan *q, size_t first, size_t at) {
  const isnad_phrase *own = note_hit_at(q->unit, first, ISNAD_TABLE_TITLES);
  bool office = own != NULL && isnad_titles_rows[own->row].kind == ISNAD_TITLES_KIND_OFFICE; /* of a body, or of one in office */
  bool team = note_has_hit(q->unit, first + 1, ISNAD_TABLE_ORG_HEADS);                       /* "the doctor | of the team" */
  if (names_somebody(q, first, at)) return false;
  if (note_has_word(q->unit, first, ISNAD_QUOTE_WORDS_ROLE_KIN) && !team && !office) return true;
  for (size_t i = first + 1; i < at; i++) {
    const isnad_phrase *title = note_hit_at(q->unit, i, ISNAD_TABLE_TITLES);
    bool inner = title != NULL && (own == NULL || i >= first + own->count) && isnad_titles_rows[title->row].kind != ISNAD_TITLES_KIND_MODIFIER;
    bool kin = note_has_word(q->unit, i, ISNAD_QUOTE_WORDS_ROLE_KIN) && (own == NULL || i >= first + own->count);
    if (inner || (kin && !note_has_hit(q->unit, i, ISNAD_TABLE_ORG_HEADS))) return true;
  }
  return false;
}

bool speaker_take_apposed(const quote_scan *q, size_t first, size_t at, size_t limit, isnad_quote_note *quote) {
  if (at < limit && quote_is_kind(q, at, ISNAD_TOKEN_QUOTE)) at++; /* that closes the name of a body */
  if (!quote_is_comma(q, at) || at + 1 >= limit || !is_of_one(q, first) || tells_of_another(q, first, at)) return false;
  size_t styled = behind_styles(q, at + 1, limit), end = unknown_end(q, styled);
  if (end == styled || !is_closed(q, end)) end = enclosed_end(q, styled);
  const isnad_name_note *name = known_at(q, styled, limit), *part = note_name_at(q->s, styled);
  if (name != NULL && name == part && end <= speaker_token_behind(q, styled, name->span)) end = closed_end(q, name);
  isnad_span words = end > styled ? (isnad_span){quote_token(q, styled)->span.begin, quote_token(q, end - 1)->span.end} : (isnad_span){0, 0};
  bool listed = name != NULL && isnad_slice_starts(name->entity, isnad_slice_of("per."));
  if (listed && styled == at + 1) return false; /* who is known and named right there was seen before: another is meant */
  bool longer = end > styled && (part == NULL || part->span.end < words.end);
  if (name == NULL && !longer) return false;
  isnad_slice entity = name != NULL ? name->entity : (isnad_slice){NULL, 0};
  speaker_take_note(quote, entity, longer && !listed ? note_name_text(q->s, words) : name->canonical);
  return true;
}
