/* The first sign of what a reporting word says: "that", a colon, quoted words. */
#include "note/quotes/quote_said.h"

enum { FAR = 48, CLOSE = 12, MOST_COMMAS = 6 };

/* "Told the BBC | that": the last letters of a medium's name and "that" are no abbreviation of their own. */
static bool ends_outlet(const quote_scan *q, size_t at) {
  enum { LONGEST = 4 };
  for (size_t back = 1; back < LONGEST && at >= q->unit->first + back; back++) {
    const isnad_phrase *outlet = note_hit_at(q->unit, at - back, ISNAD_TABLE_OUTLETS);
    if (outlet != NULL && outlet->count > 2 && outlet->first + outlet->count == at + 1) return true;
  }
  return false;
}

/* The last word of a person's name: "Mustafa | Kamel", which is written like "as he hoped". */
static bool is_surname(const quote_scan *q, size_t at) {
  return at > q->unit->first && q->in_name[at - q->unit->first] && q->in_name[at - 1 - q->unit->first];
}

/* The tokens of a phrase in which "that" opens nothing ("before that", "although"); 0 when there is none. */
static size_t joins(const quote_scan *q, size_t at) {
  const isnad_phrase *phrase = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_JOINS), *breaks = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_BREAKS);
  if (phrase == NULL && breaks != NULL && breaks->count > 2) return breaks->count;          /* "without naming it" */
  if (phrase == NULL || (phrase->cut > 0 && quote_cut_is(q, phrase, LETTER_KAF))) return 0; /* "as well, that" is written like "like the fact that" */
  bool upon = phrase->cut == 0 && at > q->sentence_first && word_ends_in(isnad_token_form(&q->s->page->tokens, at), LETTER_LAM, LETTER_KAF) &&
              (quote_has_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION) || quote_has_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_AFTER));
  if (upon) return 0; /* "affirmed upon this | that" */
  bool dots = at > q->unit->first + 1 && quote_is_mark(q, at - 1, ".") && (quote_token(q, at)->flags & ISNAD_TOKEN_GLUED) != 0; /* "B.F.M | that" */
  return !dots && !ends_outlet(q, at) && !is_surname(q, at) ? phrase->count : 0;
}

/* Quoted words follow at once, perhaps behind a colon: "he wrote, saying: ...". */
static bool opens_quote(const quote_scan *q, size_t at) {
  if (quote_is_colon(q, at)) at++;
  return quote_is_kind(q, at, ISNAD_TOKEN_QUOTE);
}

/* "Which she called | (that it is) ...": with its "that" before the clause ends. */
static bool calls_that(const quote_scan *q, const quote_verb *verb) {
  enum { WITHIN = 10 };
  for (size_t at = verb->last; at < verb->last + WITHIN && at < q->sentence_last && !quote_is_comma(q, at); at++)
    if (quote_is_that(q, at)) return true;
  return false;
}

/* A verb or participle that begins a statement of its own ends the search, but for the noun behind a carrier ("quoted him as saying"). */
static bool other_verb(const quote_scan *q, size_t at, const quote_verb *verb) {
  quote_verb other;
  if (!quote_verb_at(q, at, &other)) return false;
  if (other.form <= FORM_PLURAL && !other.linked && at == verb->last + 1 && speaker_is_unheard(q, verb->last)) return false; /* a surname */
  if (quote_calls_it(q, &other) && calls_that(q, &other)) return true; /* "condemned three men, in a crime | which the prosecution called" */
  if (other.row->sure != ISNAD_VERBS_SURE_YES) {
    if (other.form == FORM_PARTICIPLE) return quote_is_comma(q, at - 1);
    if (other.linked && quote_relays(q, &other)) return true;
    bool opens = quote_has_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_SUBORDINATE) && quote_has_that(q, &other); /* "for the agency mentioned that" */
    return other.form <= FORM_PLURAL && ((other.linked && quote_is_comma(q, at - 1)) || opens);
  }
  if (other.form == FORM_NOUN || other.form == FORM_PASSIVE) return false;
  if (other.form == FORM_PARTICIPLE) return verb->form == FORM_PARTICIPLE || quote_is_comma(q, at - 1) || !opens_quote(q, other.last);
  return true;
}

/* "The show of what he called | "national feats"": a piece of the sentence. */
static bool is_called(const quote_scan *q, size_t before) {
  const isnad_phrase *calls = quote_word_at(q, before, ISNAD_QUOTE_WORDS_ROLE_CALLS);
  if (calls == NULL || calls->cut > 0 || before < q->sentence_first + 1) return false;
  isnad_slice what = isnad_token_form(&q->s->page->tokens, before - 1);
  return what.length <= 3 * WORD_LETTER &&
         (word_letter_at(what, what.length - 2 * WORD_LETTER, LETTER_MEEM) && (word_ends(what, LETTER_ALEF) || word_ends(what, LETTER_NOON)));
}

/* Neither behind "what he called" nor governed by a preposition. */
static bool is_ungoverned(const quote_scan *q, const quote_pair *pair) {
  size_t before = pair->open - 1;
  if (is_called(q, before)) return false;
  enum { CLAUSE = 5 };
  bool that = quote_has_word(q, pair->open + 1, ISNAD_QUOTE_WORDS_ROLE_THAT) && quote_pair_words(q, pair) >= CLAUSE;
  if (that && quote_is_word(q, before, ISNAD_QUOTE_WORDS_ROLE_TO)) return true; /* "pointed to | "that it is open"" */
  const isnad_phrase *governs = quote_word_at(q, before, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION),
                     *two = before > q->unit->first ? quote_word_at(q, before - 1, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION) : NULL;
  if (two != NULL && two->count == 2 && quote_is_word(q, before - 1, ISNAD_QUOTE_WORDS_ROLE_OF)) return false; /* "for the sake of | "..."" */
  bool clitic = (quote_token(q, before)->flags & ISNAD_TOKEN_TATWEEL) != 0 ||
                (quote_token(q, before)->length <= WORD_LETTER && quote_is_kind(q, before, ISNAD_TOKEN_WORD));
  return !clitic && (governs == NULL || governs->cut > 0 || quote_has_word(q, before, ISNAD_QUOTE_WORDS_ROLE_ASIDE));
}

/* Quoted words that are what was said: behind a colon, or neither the name of a thing nor governed by a preposition. */
static bool speaks(const quote_scan *q, const quote_pair *pair) {
  return quote_is_colon(q, pair->open - 1) || (is_ungoverned(q, pair) && !quote_pair_is_name(q, pair));
}

/* Whether words may follow the verb as they were spoken. */
static bool quotes_words(const quote_verb *verb) {
  return verb->row->that == ISNAD_VERBS_THAT_YES || verb->row->force == ISNAD_VERBS_FORCE_ASKS ||
         (verb->row->force == ISNAD_VERBS_FORCE_CRITICIZES && verb->row->also == ISNAD_VERBS_ALSO_NONE);
}

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
  case ISNAD_VERBS_FORCE_CRITICIZES: /* "attacked the "wasteful" policy": the verb takes nothing else that is said */
    return verb->row->also == ISNAD_VERBS_ALSO_NONE;
  default:
    return false;
  }
}

/* "Criticised the size, | for perhaps it had been better that": what follows a judgment with "then" is not it. */
bool quote_then(const quote_scan *q, const quote_verb *verb, size_t at) {
  bool judges = verb->row->force == ISNAD_VERBS_FORCE_CRITICIZES || verb->row->force == ISNAD_VERBS_FORCE_CONDEMNS ||
                verb->row->force == ISNAD_VERBS_FORCE_PRAISES || verb->row->force == ISNAD_VERBS_FORCE_REJECTS;
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  return judges && word_letter_at(form, 0, LETTER_FEH) && !word_begins(form, LETTER_FEH, LETTER_YEH) && isnad_arabic_proclitics(form) > 0;
}

/* What one token says about the complement; *at is moved to the last token that was passed over. */
static quote_sign sign_at(const quote_scan *q, const quote_verb *verb, size_t *at, size_t limit, size_t *commas) {
  uint8_t kind = quote_token(q, *at)->kind;
  bool clock = quote_is_kind(q, *at - 1, ISNAD_TOKEN_NUMBER) && quote_is_kind(q, *at + 1, ISNAD_TOKEN_NUMBER); /* "at 7:30" */
  if (quote_is_colon(q, *at) && clock) return SIGN_NOTHING;
  if (quote_is_colon(q, *at)) return *at + 1 < limit && quotes_words(verb) ? SIGN_COLON : SIGN_END;
  bool thought = verb->row->force == ISNAD_VERBS_FORCE_BELIEVES && quote_begins_with(q, *at + 1, LETTER_WAW) &&
                 isnad_arabic_proclitics(isnad_token_form(&q->s->page->tokens, *at + 1)) > 0;
  if (quote_is_comma(q, *at) && quote_then(q, verb, *at + 1)) return SIGN_END;
  if (quote_is_comma(q, *at) && thought) return SIGN_END; /* "is regarded as one of the best, and ..." */
  if (quote_is_comma(q, *at)) return ++*commas > MOST_COMMAS ? SIGN_END : SIGN_NOTHING;
  if (kind == ISNAD_TOKEN_QUOTE) {
    const quote_pair *pair = quote_pair_at(q, *at);
    if (pair != NULL && quotes_words(verb) && speaks(q, pair)) return SIGN_QUOTE;
    if (pair != NULL && pair->close < limit) *at = pair->close;
    return SIGN_NOTHING;
  }
  size_t behind = quote_behind_brackets(q, *at, limit);
  if (behind == *at) behind = quote_behind_withheld(q, *at, limit);
  if (behind > *at) {
    *at = behind - 1;
    return SIGN_NOTHING;
  }
  if (kind != ISNAD_TOKEN_WORD) return SIGN_NOTHING;
  const isnad_phrase *leaves = quote_is_comma(q, *at - 1) ? quote_word_at(q, *at, ISNAD_QUOTE_WORDS_ROLE_LEAVES) : NULL;
  bool adds = leaves != NULL && leaves->count > 2 && quote_verb_at(q, *at + leaves->count - 1, &(quote_verb){0}); /* ", before he adds" */
  if (adds || (leaves != NULL && (leaves->cut == 0 || quote_links(q, leaves)) && quote_has_word(q, *at, ISNAD_QUOTE_WORDS_ROLE_HELPS)))
    return SIGN_END;                                                                      /* ", but" */
  const isnad_phrase *nobody = quote_word_at(q, *at, ISNAD_QUOTE_WORDS_ROLE_BOILERPLATE); /* "owners | of whom it is believed that" */
  if (nobody != NULL && nobody->count > 1 && quote_is_that(q, *at + nobody->count - 1)) return SIGN_END;
  if (quote_has_word(q, *at, ISNAD_QUOTE_WORDS_ROLE_VERSE)) return SIGN_END;
  const bool that = quote_has_word(q, *at, ISNAD_QUOTE_WORDS_ROLE_THAT);
  if (that && quote_that_is_nouns(q, verb, *at)) return SIGN_NOTHING;
  size_t joined = joins(q, *at);
  bool besides = joined > 1 && quote_is_comma(q, *at - 1) && quote_has_word(q, *at, ISNAD_QUOTE_WORDS_ROLE_BESIDES);
  if (besides) return SIGN_END; /* ", | as also that" */
  quote_sign opens = that && joined == 0 ? quote_sign_of_that(q, verb, *at) : SIGN_NOTHING;
  if (opens != SIGN_NOTHING) return opens;
  if (other_verb(q, *at, verb)) return SIGN_END;
  if (joined > 1) *at += joined - 1;
  return SIGN_NOTHING;
}

/* "The official who asked not to be named | "..."": speech right behind the clause, in which nobody else speaks. */
static bool is_speech_behind(const quote_scan *q, size_t first, size_t at) {
  enum { CLAUSE = 4 };
  quote_verb verb;
  const quote_pair *pair = quote_pair_at(q, at);
  if (pair == NULL || quote_pair_words(q, pair) < CLAUSE || !speaks(q, pair)) return false;
  for (size_t i = first; i < at; i++)
    if (quote_is_that(q, i) || quote_is_colon(q, i)) return false;
  for (size_t i = first; i < at; i++)
    if (quote_verb_at(q, i, &verb) && (verb.row->that == ISNAD_VERBS_THAT_YES || verb.row->force == ISNAD_VERBS_FORCE_DESCRIBES) &&
        verb.row->sure == ISNAD_VERBS_SURE_YES)
      return false;
  return !quote_verb_at(q, at - 1, &verb);
}

/* "X, who is accused of ..., said that": the clause is passed over when "that" stands right behind the comma that ends it, or speech behind it. */
static size_t behind_relative(const quote_scan *q, size_t at, size_t limit) {
  for (size_t i = at + 1; i + 1 < limit; i++) {
    if (quote_is_kind(q, i, ISNAD_TOKEN_QUOTE) && is_speech_behind(q, at, i)) return i;
    const quote_pair *name = quote_is_kind(q, i, ISNAD_TOKEN_QUOTE) ? quote_pair_at(q, i) : NULL;
    if (name != NULL && name->close + 1 < limit && quote_pair_words(q, name) < 3) i = name->close + 1; /* "accused of "fraud", | that" */
    if (quote_is_colon(q, i) || quote_is_kind(q, i, ISNAD_TOKEN_QUOTE)) return at;
    if (!quote_is_comma(q, i) || joins(q, i + 1) > 0) continue;
    const isnad_phrase *that = quote_word_at(q, i + 1, ISNAD_QUOTE_WORDS_ROLE_THAT);
    if (that != NULL && that->cut == 0) return i;
  }
  return at;
}

bool quote_pair_ends_sentence(const quote_scan *q, const quote_pair *pair) {
  for (size_t at = pair->close + 1; at < q->sentence_last; at++)
    if (quote_is_words_kind(quote_token(q, at)->kind)) return false;
  return true;
}

/* "And X, who was to speak in Ohio, went on: "..."": far behind a verb that is also another word only speech in marks is what it says. */
static bool is_far_speech(const quote_scan *q, quote_sign sign, size_t at) {
  enum { CLAUSE = 5 };
  if (sign == SIGN_COLON) at++;
  const quote_pair *pair = quote_is_kind(q, at, ISNAD_TOKEN_QUOTE) ? quote_pair_at(q, at) : NULL;
  return (sign == SIGN_COLON || sign == SIGN_QUOTE) && pair != NULL && quote_pair_words(q, pair) >= CLAUSE;
}

/* "X said to the paper | "..."", "..., to the agency Y: "..."": a clause in marks that ends the sentence is what its first verb says, if nothing else
 * is said between and its marks do not hold a title. */
static bool finds_closing_speech(const quote_scan *q, const quote_verb *verb, size_t *where) {
  enum { CLAUSE = 5 };
  quote_verb other;
  size_t last = q->sentence_last;
  while (last > verb->last && !quote_is_words_kind(quote_token(q, last - 1)->kind) && !quote_is_kind(q, last - 1, ISNAD_TOKEN_QUOTE)) last--;
  if (last == verb->last || !quote_is_kind(q, last - 1, ISNAD_TOKEN_QUOTE)) return false;
  size_t index = quote_pair_from(q, last - 1);
  const quote_pair *pair = index > 0 ? &q->pairs[index - 1] : NULL;
  bool closes = pair != NULL && pair->opened_here && pair->open >= verb->last && pair->close + 1 == last;
  if (!closes || quote_pair_words(q, pair) < CLAUSE) return false;
  if (quote_has_word(q, pair->open - 1, ISNAD_QUOTE_WORDS_ROLE_HEADED) || !is_ungoverned(q, pair)) return false;
  for (size_t at = verb->last; at < pair->open; at++) {
    const quote_pair *before = quote_is_kind(q, at, ISNAD_TOKEN_QUOTE) ? quote_pair_at(q, at) : NULL;
    if (before != NULL && (before->open != at || before->close >= pair->open || quote_pair_words(q, before) >= CLAUSE)) return false;
    if (before != NULL) at = before->close;
    if (quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_VERSE)) return false;
    if (quote_is_that(q, at) || (quote_verb_at(q, at, &other) && other.row->sure == ISNAD_VERBS_SURE_YES)) return false;
  }
  *where = quote_is_colon(q, pair->open - 1) ? pair->open - 1 : pair->open;
  return true;
}

/* The first sign of a complement behind the verb: "that", a colon, quoted words. A word or two in quotation marks inside the subject give way to a
 * clearer sign behind them. */
quote_sign quote_find_sign(const quote_scan *q, const quote_verb *verb, size_t *where) {
  enum { SHORT = 4, NEAR = 14 };
  const bool close = verb->row->sure == ISNAD_VERBS_SURE_CLOSE;
  const bool opens = verb->form <= FORM_PLURAL && (verb->linked || verb->first == q->sentence_first) && says_short(verb) &&
                     verb->row->force != ISNAD_VERBS_FORCE_CARRIES;
  size_t commas = 0, far = close && !opens ? CLOSE : FAR;
  size_t limit = q->sentence_last < verb->last + far ? q->sentence_last : verb->last + far;
  quote_sign kept = SIGN_NOTHING;
  for (size_t at = verb->last; at < limit; at++) {
    if (quote_is_plain(q, at)) continue;
    if (quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_RELATIVE)) at = behind_relative(q, at, limit);
    quote_sign sign = sign_at(q, verb, &at, limit, &commas);
    if (sign == SIGN_END) break;
    if (sign == SIGN_NOTHING) continue;
    if (close && at >= verb->last + CLOSE && !is_far_speech(q, sign, at)) break;
    const quote_pair *pair = sign == SIGN_QUOTE ? quote_pair_at(q, at) : NULL;
    bool clause = pair != NULL && quote_has_word(q, pair->open + 1, ISNAD_QUOTE_WORDS_ROLE_NEGATES);
    size_t enough = clause ? SHORT - 1 : SHORT; /* "I rule nothing out" */
    bool unclear = pair != NULL && quote_pair_words(q, pair) < enough && !quote_is_colon(q, at - 1) && pair->close < limit;
    bool far_word = unclear && quote_pair_words(q, pair) < 2 && at > verb->last + SHORT + 2; /* the name of something that was mentioned */
    if ((unclear && kept != SIGN_NOTHING) || far_word) {
      at = pair->close;
      continue;
    }
    *where = at;
    if (!unclear) return sign;
    bool goes_on = verb->row->sure == ISNAD_VERBS_SURE_CLOSE && quote_is_kind(q, pair->close + 1, ISNAD_TOKEN_WORD); /* "follows | "X" | to" */
    bool all = at == verb->last && verb->form <= FORM_PLURAL && quote_pair_words(q, pair) > 1 && quote_pair_ends_sentence(q, pair) &&
               quote_takes_object(verb->row->also); /* "X announces | "mission done"" */
    if ((says_short(verb) && !goes_on) || all) kept = sign;
    at = pair->close;
    if (limit > at + NEAR) limit = at + NEAR;
  }
  bool speech = kept == SIGN_NOTHING && opens && verb->row->sure == ISNAD_VERBS_SURE_YES && finds_closing_speech(q, verb, where);
  return speech ? quote_is_colon(q, *where) ? SIGN_COLON : SIGN_QUOTE : kept;
}
