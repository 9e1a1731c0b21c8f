/* What stands behind the subject of a verb and still belongs to him: further subjects, an apposition, a clause of who, the rest of his name. */
#include "note/quotes/quote_said.h"
#include "note/speakers/speaker.h"

/* "The club | for football | the renewal of", "asked | of Turkey | the lifting of": what goes on the subject, or who is asked, up to the object. */
size_t quote_behind_li(const quote_scan *q, size_t object, size_t limit) {
  enum { LONGEST = 8 };
  quote_verb verb;
  if (object >= limit ||
      !(quote_starts(q, object, LETTER_LAM) || word_begins(isnad_token_form(&q->s->page->tokens, object), LETTER_LAM, LETTER_LAM) ||
        quote_is_word(q, object, ISNAD_QUOTE_WORDS_ROLE_OF)))
    return object;
  size_t named = object; /* behind the name of a body: "of the organization | for the prohibition of" */
  for (size_t at = object + 1; at < limit && at < object + LONGEST && quote_is_words_kind(quote_token(q, at)->kind); at++) {
    int32_t name = q->name_at[at - q->unit->first];
    if (name > 0 && at >= named) named = isnad_tokens_seek(&q->s->page->tokens, q->s->names[name - 1].span.end);
    if (quote_is_that(q, at) || quote_verb_at(q, at, &verb)) return object;
    if (at >= named && quote_is_word(q, at, ISNAD_QUOTE_WORDS_ROLE_OBJECT) && !quote_is_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION))
      return at;
  }
  return object;
}

/* "And the governor", "and of B": a further subject of the verb, no object of it. */
bool quote_begins_partner(const quote_scan *q, size_t at) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  if (!quote_is_kind(q, at, ISNAD_TOKEN_WORD) || !word_letter_at(form, 0, LETTER_WAW)) return false;
  quote_verb verb;
  if (quote_verb_at(q, at, &verb)) return false;
  int32_t name = q->name_at[at - q->unit->first];
  if (name > 0) return q->s->names[name - 1].span.begin > quote_token(q, at)->span.begin;
  const isnad_phrase *title = note_hit_at(q->unit, at, ISNAD_TABLE_TITLES), *body = note_hit_at(q->unit, at, ISNAD_TABLE_ORG_HEADS);
  bool known = !quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_OBJECT) && isnad_arabic_proclitics(form) > 0;
  bool theirs = word_ends_in(form, LETTER_HEH, LETTER_ALEF) || word_ends_in(form, LETTER_HEH, LETTER_MEEM); /* "and its allies" */
  theirs = theirs && form.length >= 7 * WORD_LETTER && !quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_OBJECT);
  bool noun = known || theirs || (title != NULL && title->cut == WORD_LETTER) || (body != NULL && body->cut == WORD_LETTER);
  return noun || word_begins((isnad_slice){form.bytes + WORD_LETTER, form.length - WORD_LETTER}, LETTER_ALEF, LETTER_LAM);
}

/* "The Emirates, | and Bahrain": behind a comma too, when it is the name of a place or a body. */
static bool is_named_partner(const quote_scan *q, size_t at) {
  if (!quote_is_kind(q, at, ISNAD_TOKEN_WORD) || !quote_begins_partner(q, at)) return false;
  int32_t name = q->name_at[at - q->unit->first];
  return name > 0 && q->s->names[name - 1].type != ISNAD_NAME_PERSON;
}

/* Behind the further subjects, and the names that stand with them ("the presidents of A, X, and of B, Y"). */
size_t quote_behind_partners(const quote_scan *q, size_t at, size_t limit) {
  enum { MOST = 4 };
  for (size_t n = 0; n < MOST && at < limit; n++) {
    if (n == 0 && quote_is_comma(q, at) && is_named_partner(q, at + 1)) at++;
    if (!quote_begins_partner(q, at)) break;
    quote_speaker partner;
    size_t end = at;
    if (!speaker_read(q, at, limit, SPEAKER_GOVERNED, &partner, &end)) return at;
    int32_t name = end < limit ? q->name_at[end - q->unit->first] : 0;
    while (name > 0 && end < limit && quote_token(q, end)->span.begin < q->s->names[name - 1].span.end) end++;
    at = end;
  }
  return at;
}

/* "The council, | the front of the factions, | its readiness": what stands in commas behind the subject is he. */
size_t quote_behind_apposition(const quote_scan *q, size_t at, size_t limit) {
  enum { LONGEST = 16 };
  quote_verb verb;
  if (at + 2 >= limit || !quote_is_comma(q, at) || !quote_is_kind(q, at + 1, ISNAD_TOKEN_WORD)) return at;
  bool office = note_has_hit(q->unit, at + 1, ISNAD_TABLE_TITLES) || quote_has_word(q, at + 1, ISNAD_QUOTE_WORDS_ROLE_FIRST);
  if (quote_has_word(q, at + 1, ISNAD_QUOTE_WORDS_ROLE_OBJECT) ||
      (quote_is_definite(q, at + 1) && note_has_hit(q->unit, at + 1, ISNAD_TABLE_WEEKDAYS)))
    return at;
  const isnad_name_note *name = speaker_person_at(q, at + 1); /* "the list of the prime minister, | X, | her withdrawal" */
  bool person = name != NULL && quote_is_comma(q, speaker_token_behind(q, at + 1, name->span));
  if (!office && !person && !quote_is_definite(q, at + 1) && !speaker_is_unheard(q, at + 1)) return at;
  for (size_t i = at + 1; i + 1 < q->sentence_last && i < at + LONGEST; i++) {
    if (quote_is_that(q, i) || quote_is_colon(q, i) || quote_verb_at(q, i, &verb)) return at;
    if (quote_is_comma(q, i)) return quote_may_be_object(q, i + 1) && !quote_begins_with(q, i + 1, LETTER_WAW) ? i + 1 : at;
  }
  return at;
}

/* "X, | who took office a month ago, | the opening": up to the comma that ends what is told of the subject. */
size_t quote_behind_relative_clause(const quote_scan *q, size_t at, size_t limit) {
  if (at + 1 >= limit || !quote_is_comma(q, at) || !quote_has_word(q, at + 1, ISNAD_QUOTE_WORDS_ROLE_RELATIVE)) return at;
  quote_verb verb;
  for (size_t i = at + 2; i < limit; i++) {
    if (quote_is_colon(q, i) || quote_is_that(q, i) || quote_verb_at(q, i, &verb)) return at;
    if (quote_is_comma(q, i)) return i;
  }
  return at;
}

/* "Al-Ain, | the champion of the league, announced on Tuesday | the renewal of": what describes the subject without a comma ends at the day. */
size_t quote_behind_day(const quote_scan *q, size_t object) {
  enum { LONGEST = 10 };
  quote_verb verb;
  if (quote_has_word(q, object, ISNAD_QUOTE_WORDS_ROLE_OBJECT)) return object;
  for (size_t at = object + 1; at < object + LONGEST && at < q->sentence_last && quote_is_words_kind(quote_token(q, at)->kind); at++) {
    if (quote_verb_at(q, at, &verb)) return object;
    size_t behind = quote_skip_asides(q, at, q->sentence_last);
    if (behind == at || behind >= q->sentence_last) continue;
    const isnad_phrase *noun = quote_word_at(q, behind, ISNAD_QUOTE_WORDS_ROLE_OBJECT);
    return noun != NULL && noun->cut == 0 ? behind : object;
  }
  return object;
}

/* "Italian", "official": an adjective of relation with the article, of a place or by its shape. */
static bool is_relational(const quote_scan *q, size_t at) {
  const isnad_phrase *place = note_hit_at(q->unit, at, ISNAD_TABLE_PLACES);
  if (!quote_is_definite(q, at)) return false;
  if (place != NULL) return place->cell == ISNAD_PLACES_CELL_ADJECTIVES;
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  return form.length >= 6 * WORD_LETTER && (word_ends(form, LETTER_YEH) || word_ends_in(form, LETTER_YEH, LETTER_HEH));
}

/* "Shandong | Luneng, of the Chinese league, | the possibility of", "Eni | the Italian, on Thursday, | about": a name or an adjective of relation
 * goes on the subject up to the noun or the preposition that begins what is said. */
static size_t behind_described(const quote_scan *q, const isnad_verbs_row *row, size_t object, size_t limit) {
  enum { LONGEST = 14, MOST_COMMAS = 2 };
  quote_verb verb;
  size_t commas = 0;
  const bool origin = is_relational(q, object);
  if (quote_has_word(q, object, ISNAD_QUOTE_WORDS_ROLE_OBJECT) || !(origin || speaker_is_unheard(q, object))) return object;
  for (size_t at = object + 1; at < limit && at < object + LONGEST; at++) {
    if (quote_is_comma(q, at) && origin && ++commas <= MOST_COMMAS) continue;
    if (!quote_is_words_kind(quote_token(q, at)->kind)) return object;
    if (quote_is_that(q, at) || quote_verb_at(q, at, &verb) || quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_RELATIVE)) return object;
    bool small = quote_token(q, at)->length <= 2 * WORD_LETTER || word_letter_at(isnad_token_form(&q->s->page->tokens, at), 0, LETTER_HEH) ||
                 quote_is_kind(q, at - 1, ISNAD_TOKEN_NUMBER);
    bool noun =
        quote_is_word(q, at, ISNAD_QUOTE_WORDS_ROLE_OBJECT) ? !small || !origin : origin && !small && quote_is_masdar(q, at); /* not "what", "this" */
    if (noun && !quote_is_definite(q, at) && !quote_has_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION)) return at;
    if (origin && row->force == ISNAD_VERBS_FORCE_ANNOUNCES && quote_begins_also(q, row, at)) return at;
  }
  return object;
}

/* The phrase of the subject was not read to its end: "the movement | #Hamas", "the group "be in | sports"", "the player of the team | of handball,
 * X". */
size_t quote_behind_rest(const quote_scan *q, const isnad_verbs_row *row, const quote_speaker *subject, size_t object, size_t limit) {
  if (subject->kind == SPEAKER_UNKNOWN || object <= q->unit->first || object >= limit) return object;
  size_t i = quote_pair_from(q, object);
  const quote_pair *pair = i > 0 ? &q->pairs[i - 1] : NULL;
  bool inside = pair != NULL && pair->opened_here && pair->open < object && pair->close > object && pair->close < limit &&
                quote_token(q, pair->open)->span.begin >= subject->span.begin && quote_pair_words(q, pair) <= 4;
  if (inside) return quote_behind_day(q, quote_skip_circumstances(q, pair->close + 1, limit));
  if (quote_is_hash(q, object - 1)) {
    while (object + 2 < limit && quote_is_hash(q, object + 1)) object += 2;
    return quote_skip_circumstances(q, object + 1, limit);
  }
  size_t described = behind_described(q, row, object, limit);
  if (described > object) return described;
  bool li = object >= q->sentence_first + 2 && quote_starts(q, object - 1, LETTER_LAM) && !q->in_name[object - 1 - q->unit->first] &&
            quote_token(q, object - 1)->span.end <= subject->span.end && quote_is_kind(q, object - 1, ISNAD_TOKEN_WORD);
  return li ? quote_behind_li(q, object - 1, limit) : object;
}
