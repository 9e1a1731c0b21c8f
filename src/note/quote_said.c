/* What a reporting word says: where its complement begins and where it ends. */
#include "note/quote.h"

enum { FAR = 48, CLOSE = 12, SUBJECT_FAR = 24, MOST_COMMAS = 4, ADDRESSEE_FAR = 12 };

static bool is_words_kind(uint8_t kind) { return kind == ISNAD_TOKEN_WORD || kind == ISNAD_TOKEN_NUMBER; }

bool quote_is_that(const quote_scan *q, size_t at) {
  const isnad_phrase *that = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_THAT);
  return that != NULL && (that->cut == 0 || quote_cut_is(q, that, LETTER_BEH));
}

/* The tokens of a phrase in which "that" opens nothing ("before that", "although"); 0 when there is none. */
static size_t joins(const quote_scan *q, size_t at) {
  const isnad_phrase *phrase = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_JOINS);
  return phrase != NULL ? phrase->count : 0;
}

static bool is_word(const quote_scan *q, size_t at, isnad_quote_words_role role) {
  const isnad_phrase *word = quote_word_at(q, at, role);
  return word != NULL && word->cut == 0;
}

/* "Declared intentions": a feminine participle right behind an indefinite noun. */
static bool is_adjective(const quote_scan *q, const quote_verb *verb) {
  size_t before = verb->first - 1;
  if (verb->first == q->unit->first || !verb->feminine || verb->linked || !quote_is_kind(q, before, ISNAD_TOKEN_WORD)) return false;
  return !quote_is_definite(q, before) && q->name_at[before - q->unit->first] == 0 && !q->in_name[before - q->unit->first] &&
         !note_has_hit(q->unit, before, ISNAD_TABLE_QUOTE_WORDS) && !note_has_hit(q->unit, before, ISNAD_TABLE_PLACES);
}

/* A word that is also another kind of word takes no complement without "that", unless its ending or its place makes it a verb. */
static bool needs_that(const quote_scan *q, const quote_verb *verb) {
  if (verb->form == FORM_NOUN || verb->form == FORM_PASSIVE) return true;
  if (verb->form == FORM_PARTICIPLE && is_adjective(q, verb)) return true;
  if (verb->row->sure == ISNAD_VERBS_SURE_YES || verb->form == FORM_FEMININE || verb->form == FORM_PLURAL) return false;
  if (verb->form == FORM_PARTICIPLE) return !quote_is_comma(q, verb->first - 1);
  bool opens = verb->linked || verb->first == q->sentence_first || !quote_is_kind(q, verb->first - 1, ISNAD_TOKEN_WORD);
  return !opens && quote_word_at(q, verb->first - 1, ISNAD_QUOTE_WORDS_ROLE_HELPS) == NULL;
}

size_t quote_skip_asides(const quote_scan *q, size_t at, size_t limit) {
  while (at < limit) {
    const isnad_phrase *aside = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_ASIDE), *day = note_hit_at(q->unit, at, ISNAD_TABLE_WEEKDAYS);
    if (quote_is_comma(q, at) || quote_is_hash(q, at))
      at++;
    else if (aside != NULL && (aside->cut == 0 || quote_links(q, aside)))
      at += aside->count;
    else if (day != NULL && !note_has_hit(q->unit, at, ISNAD_TABLE_HEADS)) /* "one of" is written like Sunday */
      at += day->count;
    else
      break;
  }
  return at < limit ? at : limit;
}

/* Quoted words follow at once, perhaps behind a colon: "he wrote, saying: ...". */
static bool opens_quote(const quote_scan *q, size_t at) {
  if (quote_is_colon(q, at)) at++;
  return quote_is_kind(q, at, ISNAD_TOKEN_QUOTE);
}

/* A verb or participle that begins a statement of its own ends the search, but for the noun behind a carrier ("quoted him as saying"). */
static bool other_verb(const quote_scan *q, size_t at, const quote_verb *verb) {
  quote_verb other;
  if (!quote_verb_at(q, at, &other)) return false;
  if (other.row->sure != ISNAD_VERBS_SURE_YES)
    return other.form == FORM_PARTICIPLE ? quote_is_comma(q, at - 1) : other.form <= FORM_PLURAL && other.linked && quote_is_comma(q, at - 1);
  if (other.form == FORM_NOUN || other.form == FORM_PASSIVE) return false;
  if (other.form == FORM_PARTICIPLE) return verb->form == FORM_PARTICIPLE || quote_is_comma(q, at - 1) || !opens_quote(q, other.last);
  return true;
}

/* Quoted words that are what was said: behind a colon, or neither the name of a thing nor governed by a preposition. */
static bool speaks(const quote_scan *q, const quote_pair *pair) {
  size_t before = pair->open - 1;
  if (quote_is_colon(q, before)) return true;
  const isnad_phrase *governs = quote_word_at(q, before, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION);
  bool clitic = (quote_token(q, before)->flags & ISNAD_TOKEN_TATWEEL) != 0 || quote_token(q, before)->length <= 2;
  return !clitic && (governs == NULL || governs->cut > 0 || quote_word_at(q, before, ISNAD_QUOTE_WORDS_ROLE_ASIDE) != NULL) &&
         !quote_pair_is_name(q, pair);
}

typedef enum found { FOUND_NOTHING, FOUND_THAT, FOUND_QUOTE, FOUND_COLON, FOUND_END } found;

/* Whether words may follow the verb as they were spoken. */
static bool quotes_words(const quote_verb *verb) { return verb->row->that == ISNAD_VERBS_THAT_YES || verb->row->force == ISNAD_VERBS_FORCE_ASKS; }

/* Whether a word or two in marks may be all that was said: not of a verb that takes a thing ("rejected", "expects"). */
static bool says_short(const quote_verb *verb) {
  switch (verb->row->force) {
  case ISNAD_VERBS_FORCE_SAYS:
  case ISNAD_VERBS_FORCE_WRITES:
  case ISNAD_VERBS_FORCE_TELLS:
  case ISNAD_VERBS_FORCE_ANSWERS:
  case ISNAD_VERBS_FORCE_ASKS:
  case ISNAD_VERBS_FORCE_CARRIES:
    return true;
  default:
    return false;
  }
}

/* "To" before "that" means until, but behind a verb that takes it. */
static bool is_until(const quote_scan *q, const quote_verb *verb, size_t at) {
  isnad_verbs_also also = verb->row->also;
  if (also == ISNAD_VERBS_ALSO_ILA || also == ISNAD_VERBS_ALSO_OBJECT_ILA || verb->row->force == ISNAD_VERBS_FORCE_CONCLUDES) return false;
  return at > verb->last && is_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_TO);
}

/* "In a step | of which it is believed | that": a verb of any kind right before "that" takes it. */
static bool is_of_other(const quote_scan *q, const quote_verb *verb, size_t at) {
  quote_verb other;
  return at > verb->last && quote_verb_at(q, at - 1, &other) && other.form <= FORM_FEMININE && other.first + 1 == at && other.first > verb->last;
}

/* An abbreviation in brackets is passed over: its letters may be written like "that". */
static size_t behind_brackets(const quote_scan *q, size_t at, size_t limit) {
  enum { LONGEST = 10 };
  for (size_t i = at + 1; i < limit && i < at + LONGEST; i++)
    if (quote_is_mark(q, i, ")")) return i;
  return at;
}

/* What one token says about the complement; *at is moved to the last token that was passed over. */
static found sign_at(const quote_scan *q, const quote_verb *verb, size_t *at, size_t limit, size_t *commas) {
  uint8_t kind = quote_token(q, *at)->kind;
  if (quote_is_colon(q, *at)) return *at + 1 < limit && quotes_words(verb) ? FOUND_COLON : FOUND_END;
  if (quote_is_comma(q, *at)) return ++*commas > MOST_COMMAS ? FOUND_END : FOUND_NOTHING;
  if (kind == ISNAD_TOKEN_QUOTE) {
    const quote_pair *pair = quote_pair_at(q, *at);
    if (pair != NULL && quotes_words(verb) && speaks(q, pair)) return FOUND_QUOTE;
    if (pair != NULL && pair->close < limit) *at = pair->close;
    return FOUND_NOTHING;
  }
  if (quote_is_mark(q, *at, "(")) *at = behind_brackets(q, *at, limit);
  if (kind != ISNAD_TOKEN_WORD) return FOUND_NOTHING;
  size_t joined = joins(q, *at);
  if (joined == 0 && quote_is_that(q, *at) && !is_until(q, verb, *at))
    return verb->row->that == ISNAD_VERBS_THAT_YES && !is_of_other(q, verb, *at) ? FOUND_THAT : FOUND_END;
  if (other_verb(q, *at, verb)) return FOUND_END;
  if (joined > 1) *at += joined - 1;
  return FOUND_NOTHING;
}

/* "X, who is accused of ..., said that": the clause is passed over when "that" stands right behind the comma that ends it. */
static size_t behind_relative(const quote_scan *q, size_t at, size_t limit) {
  for (size_t i = at + 1; i + 1 < limit; i++) {
    if (quote_is_colon(q, i) || quote_is_kind(q, i, ISNAD_TOKEN_QUOTE)) return at;
    if (!quote_is_comma(q, i) || joins(q, i + 1) > 0) continue;
    const isnad_phrase *that = quote_word_at(q, i + 1, ISNAD_QUOTE_WORDS_ROLE_THAT);
    if (that != NULL && that->cut == 0) return i;
  }
  return at;
}

/* The first sign of a complement behind the verb: "that", a colon, quoted words. A word or two in quotation marks inside the subject give way to a
 * clearer sign behind them. */
static found find_sign(const quote_scan *q, const quote_verb *verb, size_t *where) {
  enum { SHORT = 4, NEAR = 14 };
  size_t commas = 0, far = verb->row->sure == ISNAD_VERBS_SURE_CLOSE ? CLOSE : FAR;
  size_t limit = q->sentence_last < verb->last + far ? q->sentence_last : verb->last + far;
  found kept = FOUND_NOTHING;
  for (size_t at = verb->last; at < limit; at++) {
    if (quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_RELATIVE) != NULL) at = behind_relative(q, at, limit);
    found sign = sign_at(q, verb, &at, limit, &commas);
    if (sign == FOUND_END) break;
    if (sign == FOUND_NOTHING) continue;
    const quote_pair *pair = sign == FOUND_QUOTE ? quote_pair_at(q, at) : NULL;
    bool unclear = pair != NULL && quote_pair_words(q, pair) < SHORT && !quote_is_colon(q, at - 1) && pair->close < limit;
    bool far_word = unclear && quote_pair_words(q, pair) < 2 && at > verb->last + SHORT + 2; /* the name of something that was mentioned */
    if ((unclear && kept != FOUND_NOTHING) || far_word) {
      at = pair->close;
      continue;
    }
    *where = at;
    if (!unclear) return sign;
    if (says_short(verb)) kept = sign;
    at = pair->close;
    if (limit > at + NEAR) limit = at + NEAR;
  }
  return kept;
}

/* The quoted words that begin at or right behind `at` ("that" and a colon passed over), or NULL. */
static const quote_pair *pair_behind(const quote_scan *q, size_t at) {
  while (at < q->sentence_last && (quote_is_colon(q, at) || quote_is_comma(q, at) || quote_is_mark(q, at, "-"))) at++;
  return quote_is_kind(q, at, ISNAD_TOKEN_QUOTE) ? quote_pair_at(q, at) : NULL;
}

/* Quoted words behind "that" are direct speech when they are a clause and nearly all of what follows. */
static bool is_clause(const quote_scan *q, const quote_pair *pair, size_t end) {
  enum { CLAUSE = 4 };
  size_t words = quote_pair_words(q, pair), rest = 0;
  for (size_t at = pair->close; at < end; at++) rest += is_words_kind(quote_token(q, at)->kind);
  return words >= CLAUSE && rest <= words;
}

static void take_pair(quote_said *out, const quote_pair *pair) {
  out->pair = pair;
  out->first = pair->opened_here ? pair->open + 1 : pair->open;
  out->last = pair->close;
}

static bool take_sign(const quote_scan *q, const quote_verb *verb, found sign, size_t where, quote_said *out) {
  *out = (quote_said){.first = where, .subject_last = where};
  if (sign == FOUND_QUOTE) {
    take_pair(out, quote_pair_at(q, where));
    return true;
  }
  size_t behind = where + 1;
  const quote_pair *pair = pair_behind(q, behind);
  if (sign == FOUND_COLON) {
    while (behind < q->sentence_last && !is_words_kind(quote_token(q, behind)->kind) && pair == NULL) behind++;
    if (pair == NULL && behind < q->sentence_last && quote_is_that(q, behind)) pair = pair_behind(q, behind + 1);
    out->first = behind;
    if (behind >= q->sentence_last) return false;
  }
  out->last = quote_end(q, verb, out->first, &out->next);
  if (pair != NULL && (sign == FOUND_COLON || is_clause(q, pair, out->last))) take_pair(out, pair);
  return out->last > out->first;
}

/* A clitic, not the first letter of the word: joined by tatweel, before a word that the language knows, or before a name. */
static bool starts(const quote_scan *q, size_t at, unsigned letter) {
  if (!quote_begins_with(q, at, letter) || quote_is_definite(q, at)) return false;
  int32_t name = q->name_at[at - q->unit->first];
  if (name > 0) return q->s->names[name - 1].span.begin > quote_token(q, at)->span.begin;
  const isnad_phrase *place = note_hit_at(q->unit, at, ISNAD_TABLE_PLACES);
  if (place != NULL) return place->cut > 0;
  return (quote_token(q, at)->flags & ISNAD_TOKEN_TATWEEL) != 0 || isnad_arabic_proclitics(isnad_token_form(&q->s->page->tokens, at)) > 0;
}

/* Whether the complement without "that" may begin at a token. */
static bool also_begins(const quote_scan *q, isnad_verbs_also also, size_t at) {
  switch (also) {
  case ISNAD_VERBS_ALSO_AN:
    return is_word(q, at, ISNAD_QUOTE_WORDS_ROLE_ABOUT);
  case ISNAD_VERBS_ALSO_ALA:
  case ISNAD_VERBS_ALSO_OBJECT_ALA:
    return is_word(q, at, ISNAD_QUOTE_WORDS_ROLE_ON);
  case ISNAD_VERBS_ALSO_ILA:
  case ISNAD_VERBS_ALSO_OBJECT_ILA:
    return is_word(q, at, ISNAD_QUOTE_WORDS_ROLE_TO);
  case ISNAD_VERBS_ALSO_MIN:
    return is_word(q, at, ISNAD_QUOTE_WORDS_ROLE_OF);
  case ISNAD_VERBS_ALSO_FI:
    return is_word(q, at, ISNAD_QUOTE_WORDS_ROLE_IN);
  case ISNAD_VERBS_ALSO_LI:
    return starts(q, at, LETTER_LAM);
  case ISNAD_VERBS_ALSO_BI:
  case ISNAD_VERBS_ALSO_OBJECT_BI:
  case ISNAD_VERBS_ALSO_BI_OBJECT:
    return starts(q, at, LETTER_BEH) && !quote_is_that(q, at) && note_hit_at(q->unit, at, ISNAD_TABLE_TRIGGERS) == NULL;
  default:
    return false;
  }
}

static bool takes_object(isnad_verbs_also also) { return also == ISNAD_VERBS_ALSO_OBJECT || also == ISNAD_VERBS_ALSO_BI_OBJECT; }

/* Passes a circumstance ("in June", "during the meeting"): a preposition and the phrase to the next comma or the third word. */
static size_t skip_circumstance(const quote_scan *q, size_t at, size_t limit) {
  const isnad_phrase *place = note_hit_at(q->unit, at, ISNAD_TABLE_PLACES);
  if (at < limit && place != NULL && place->cut > 0 && starts(q, at, LETTER_BEH)) return at + place->count; /* "the council | in X" */
  const isnad_phrase *opens = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION);
  if (opens == NULL || opens->cut > 0) return at;
  size_t end = at + opens->count;
  const isnad_phrase *month = end < limit ? note_hit_at(q->unit, end, ISNAD_TABLE_MONTHS) : NULL;
  return month != NULL ? end + month->count : at;
}

/* A word that may begin an object: a noun, as far as the closed classes tell. */
static bool may_be_object(const quote_scan *q, size_t at) {
  if (at >= q->sentence_last || !is_words_kind(quote_token(q, at)->kind)) return false;
  if (quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_OBJECT) != NULL) return true;
  const isnad_phrase *stop = note_hit_at(q->unit, at, ISNAD_TABLE_STOPS), *cites = note_hit_at(q->unit, at, ISNAD_TABLE_TRIGGERS);
  return (stop == NULL || stop->cut > 0) && (cites == NULL || cites->cut > 0) && quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION) == NULL;
}

static bool takes_both(isnad_verbs_also also) {
  return also == ISNAD_VERBS_ALSO_OBJECT_BI || also == ISNAD_VERBS_ALSO_OBJECT_ALA || also == ISNAD_VERBS_ALSO_OBJECT_ILA;
}

/* Behind adverbs and short circumstances. */
static size_t skip_all(const quote_scan *q, size_t at, size_t limit) {
  for (size_t before = SIZE_MAX; at < limit && at != before;) {
    before = at;
    if (at + 2 < limit && quote_is_definite(q, at) && quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_RELATIVE) != NULL &&
        quote_begins_with(q, at + 1, LETTER_LAM))
      at += 2; /* "the channel | that belongs to the group" */
    at = skip_circumstance(q, quote_skip_asides(q, at, limit), limit);
  }
  return at;
}

/* Who is spoken to between the verb's subject and its preposition: behind the last comma, and no circumstance. */
static isnad_span addressed_span(const quote_scan *q, size_t object, size_t end) {
  while (end > object && !is_words_kind(quote_token(q, end - 1)->kind)) end--;
  for (size_t at = object; at < end; at++)
    if (quote_is_comma(q, at)) object = at + 1;
  if (object >= end || !quote_is_kind(q, object, ISNAD_TOKEN_WORD) || quote_begins_with(q, object, LETTER_WAW)) return (isnad_span){0, 0};
  bool circumstance = quote_word_at(q, object, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION) != NULL ||
                      quote_word_at(q, object, ISNAD_QUOTE_WORDS_ROLE_ASIDE) != NULL || note_hit_at(q->unit, object, ISNAD_TABLE_TRIGGERS) != NULL ||
                      starts(q, object, LETTER_BEH);
  return circumstance ? (isnad_span){0, 0} : (isnad_span){quote_token(q, object)->span.begin, quote_token(q, end - 1)->span.end};
}

/* "Demanded, during his meeting with the chancellor in Berlin, | more": a circumstance that a comma ends, with the preposition behind the comma. */
static size_t behind_circumstance(const quote_scan *q, isnad_verbs_also also, size_t at, size_t limit) {
  const isnad_phrase *opens = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION);
  if (opens == NULL || opens->cut > 0 || also_begins(q, also, at)) return at;
  for (size_t i = at + opens->count; i + 1 < limit; i++)
    if (quote_is_comma(q, i)) return also_begins(q, also, i + 1) ? i + 1 : at;
  return at;
}

/* The preposition that begins the complement, the object before it passed over as the one addressed. */
static size_t find_preposition(const quote_scan *q, isnad_verbs_also also, size_t object, size_t limit, isnad_span *addressee) {
  for (size_t at = object; at < limit && at < object + ADDRESSEE_FAR; at++) {
    size_t behind = behind_circumstance(q, also, at, limit);
    if (behind > at) return behind;
    bool plain = quote_is_comma(q, at) || is_words_kind(quote_token(q, at)->kind) || quote_is_kind(q, at, ISNAD_TOKEN_QUOTE);
    if (quote_is_that(q, at) || !plain) return 0;
    if (!also_begins(q, also, at)) continue;
    *addressee = addressed_span(q, object, at);
    return at;
  }
  return 0;
}

/* "Refused to comment": nothing is said of what one does not do. */
static bool is_refused_act(const quote_scan *q, const quote_verb *verb, size_t at) {
  return verb->row->force == ISNAD_VERBS_FORCE_REJECTS && quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_ACT) != NULL;
}

/* The complement without "that": behind the verb's own subject, or at once when it has none or had it before. */
static bool find_also(const quote_scan *q, const quote_verb *verb, bool begun, quote_said *out) {
  isnad_verbs_also also = verb->row->also;
  if (also == ISNAD_VERBS_ALSO_NONE || needs_that(q, verb)) return false;
  size_t limit = q->sentence_last < verb->last + SUBJECT_FAR ? q->sentence_last : verb->last + SUBJECT_FAR;
  size_t at = quote_skip_asides(q, verb->last, limit), end = at;
  bool ready = begun || verb->form == FORM_PARTICIPLE || quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_OBJECT) != NULL || also_begins(q, also, at);
  quote_speaker subject = {.kind = SPEAKER_UNKNOWN};
  if (!ready && speaker_read(q, at, limit, 0, &subject, &end)) at = end;
  *out = (quote_said){.subject_last = end, .has_object = true, .bare = true};
  size_t object = skip_all(q, at, limit);
  if (subject.kind == SPEAKER_PERSON && at == end && note_hit_at(q->unit, object, ISNAD_TABLE_TITLES) != NULL) {
    quote_speaker office; /* in apposition to the name */
    if (speaker_read(q, object, limit, 0, &office, &end)) object = skip_all(q, end, limit);
  }
  out->first = find_preposition(q, also, object, limit, &out->addressee);
  bool far = takes_object(also) && out->first > object;
  if ((out->first == 0 || far) && takes_object(also) && may_be_object(q, object)) {
    out->first = object;
    out->addressee = (isnad_span){0, 0};
  }
  if (out->first == 0 || is_refused_act(q, verb, out->first)) return false;
  out->last = quote_end(q, verb, out->first, &out->next);
  return out->last > out->first;
}

/* A preposition that the verb takes, or a noun that is no subject, begins the complement before "that" or quoted words do. Ba and a bare object may
 * belong to the subject, unless quoted words are only a piece of it. */
static bool comes_earlier(const quote_scan *q, const quote_verb *verb, const quote_said *also, size_t where, found sign) {
  enum { CLAUSE = 5 };
  isnad_verbs_also takes = verb->row->also;
  if (also->first >= where) return false;
  if (sign == FOUND_QUOTE && !takes_object(takes)) return true;
  if (takes_object(takes)) {
    if (quote_word_at(q, also->first, ISNAD_QUOTE_WORDS_ROLE_OBJECT) != NULL) return true;
    const quote_pair *pair = sign == FOUND_QUOTE ? quote_pair_at(q, where) : NULL;
    return pair != NULL && quote_pair_words(q, pair) < CLAUSE && !quote_is_colon(q, where - 1);
  }
  if (takes == ISNAD_VERBS_ALSO_OBJECT_BI && also->first + 3 < where) return true;
  if (also->first + 1 == where) return takes == ISNAD_VERBS_ALSO_AN;
  return takes != ISNAD_VERBS_ALSO_BI && !takes_both(takes);
}

/* "The minister told | his colleague | that": who stands between the subject and "that". */
static isnad_span told_to(const quote_scan *q, const quote_verb *verb, size_t that) {
  quote_speaker subject;
  size_t end = 0;
  isnad_span nobody = {0, 0};
  if (verb->row->force != ISNAD_VERBS_FORCE_TELLS || that > verb->last + SUBJECT_FAR) return nobody;
  if (!speaker_read(q, verb->last, that, 0, &subject, &end) || subject.kind == SPEAKER_UNKNOWN || end >= that) return nobody;
  return addressed_span(q, end, that);
}

bool quote_find_said(const quote_scan *q, const quote_verb *verb, bool begun, quote_said *out) {
  size_t where = 0;
  quote_said also;
  found sign = find_sign(q, verb, &where);
  bool has_also = find_also(q, verb, begun, &also);
  if (sign == FOUND_NOTHING || (has_also && comes_earlier(q, verb, &also, where, sign))) {
    *out = also;
    return has_also;
  }
  if (!take_sign(q, verb, sign, where, out)) return false;
  if (sign == FOUND_THAT) out->addressee = told_to(q, verb, where);
  out->has_object = takes_both(verb->row->also) || verb->row->also == ISNAD_VERBS_ALSO_BI;
  return true;
}

void quote_next_said(const quote_scan *q, const quote_verb *verb, quote_said *said) {
  *said = (quote_said){.first = said->next, .cut = 2}; /* "and" */
  said->last = quote_end(q, verb, said->first, &said->next);
}
