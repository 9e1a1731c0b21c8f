/* What a reporting word says: where its complement begins and where it ends. */
#include "note/quotes/quote_said.h"

/* The quoted words that begin at or right behind `at` ("that" and a colon passed over), or NULL. */
static const quote_pair *pair_behind(const quote_scan *q, size_t at) {
  while (at < q->sentence_last && (quote_is_colon(q, at) || quote_is_comma(q, at) || quote_is_mark(q, at, "-"))) at++;
  while (quote_is_kind(q, at, ISNAD_TOKEN_QUOTE) && quote_is_kind(q, at + 1, ISNAD_TOKEN_QUOTE) && quote_pair_at(q, at) == NULL) at++; /* doubled */
  return quote_is_kind(q, at, ISNAD_TOKEN_QUOTE) ? quote_pair_at(q, at) : NULL;
}

bool quote_is_predicate(const quote_scan *q, size_t that, const quote_pair *pair) {
  enum { LONGEST = 9 };
  size_t first = pair->open + 1;
  if (!pair->opened_here || !quote_has_word(q, that, ISNAD_QUOTE_WORDS_ROLE_THAT) || quote_pair_words(q, pair) > LONGEST) return false;
  if (word_ends(isnad_token_form(&q->s->page->tokens, that), LETTER_NOON)) return false; /* no "that it" */
  bool small = quote_is_small_word(q, first) || quote_has_word(q, first, ISNAD_QUOTE_WORDS_ROLE_OF);
  return quote_is_noun(q, first) && !quote_is_definite(q, first) && !small;
}

/* "That it | "will withdraw", "that we must | "join"": a verb of the present opens the marks, and its subject stands before them. */
static bool begins_with_act(const quote_scan *q, size_t first) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, first);
  size_t cut = word_letter_at(form, 0, LETTER_SEEN) && form.length > 4 * WORD_LETTER ? WORD_LETTER : 0;
  bool present = word_letter_at(form, cut, LETTER_YEH) || word_letter_at(form, cut, LETTER_TEH);
  return quote_is_kind(q, first, ISNAD_TOKEN_WORD) && present && form.length >= cut + 4 * WORD_LETTER && !quote_is_noun(q, first) &&
         !quote_is_definite(q, first) && q->name_at[first - q->unit->first] == 0 && !note_has_hit(q->unit, first, ISNAD_TABLE_PLACES);
}

bool quote_has_subject_before(const quote_scan *q, size_t that, const quote_pair *pair) {
  size_t first = pair->open + 1;
  if (!pair->opened_here || !quote_has_word(q, that, ISNAD_QUOTE_WORDS_ROLE_THAT)) return false;
  isnad_slice form = isnad_token_form(&q->s->page->tokens, that);
  if (word_ends_in(form, LETTER_HEH, LETTER_ALEF) || word_ends_in(form, LETTER_HEH, LETTER_MEEM) || word_ends_in(form, LETTER_MEEM, LETTER_ALEF))
    return true;                      /* "that she", "that they" */
  if (word_ends(form, LETTER_NOON)) { /* not "that | "their adoption of" */
    isnad_slice act = isnad_token_form(&q->s->page->tokens, first);
    bool whose = word_ends(act, LETTER_HEH) || word_ends_in(act, LETTER_HEH, LETTER_ALEF) || word_ends_in(act, LETTER_MEEM, LETTER_ALEF) ||
                 word_ends_in(act, LETTER_HEH, LETTER_MEEM);
    bool noun = quote_has_word(q, first, ISNAD_QUOTE_WORDS_ROLE_OBJECT) && !quote_is_definite(q, first) && quote_pair_words(q, pair) <= 8 &&
                quote_is_kind(q, pair->close + 1, ISNAD_TOKEN_WORD) && !quote_is_small_word(q, pair->close + 1) &&
                !note_has_hit(q->unit, pair->close + 1, ISNAD_TABLE_VERBS);
    return (begins_with_act(q, first) && !whose) || noun; /* "that | "the lack of" X | stopped it" */
  }
  if (!word_ends(form, LETTER_HEH)) return false;
  if (quote_has_word(q, first, ISNAD_QUOTE_WORDS_ROLE_NEGATES)) {
    first++;
    isnad_slice next = isnad_token_form(&q->s->page->tokens, first + 1);
    if (quote_is_noun(q, first + 1) && !quote_is_small_word(q, first + 1) && !word_ends(next, LETTER_ALEF)) return false; /* "nothing improved" */
  }
  return begins_with_act(q, first) && !quote_has_word(q, first, ISNAD_QUOTE_WORDS_ROLE_IMPERSONAL);
}

/* Quoted words behind "that" are direct speech when they are a clause and nearly all of what follows. */
static bool is_clause(const quote_scan *q, const quote_pair *pair, size_t that, size_t end) {
  enum { CLAUSE = 4 };
  size_t words = quote_pair_words(q, pair), rest = 0;
  for (size_t at = pair->close; at < end; at++) rest += quote_is_words_kind(quote_token(q, at)->kind);
  bool bare = word_ends(isnad_token_form(&q->s->page->tokens, that), LETTER_NOON); /* no "that it" */
  if (quote_is_predicate(q, that, pair) || quote_has_subject_before(q, that, pair)) return false;
  if (rest > 0 && quote_pair_is_name(q, pair)) return false; /* "that | "the committee for X" | will meet" */
  return (words >= CLAUSE && (rest == 0 || (bare && rest <= words))) || (words > 1 && rest == 0 && bare);
}

static void take_pair(quote_said *out, const quote_pair *pair) {
  out->pair = pair;
  out->first = pair->opened_here ? pair->open + 1 : pair->open;
  out->last = pair->close;
}

bool quote_take_sign(const quote_scan *q, const quote_verb *verb, quote_sign sign, size_t where, quote_said *out) {
  *out = (quote_said){.first = where, .subject_last = where};
  const quote_pair *marks = sign == SIGN_QUOTE ? quote_pair_at(q, where) : NULL;
  const isnad_phrase *that = marks != NULL ? quote_word_at(q, marks->open + 1, ISNAD_QUOTE_WORDS_ROLE_THAT) : NULL;
  bool predicate = that != NULL && verb != NULL && verb->row->force == ISNAD_VERBS_FORCE_DESCRIBES && quote_cut_is(q, that, LETTER_BEH);
  if (predicate && marks->opened_here && marks->closed_here) { /* "called him | "that he was one of them"" */
    out->last = marks->close + 1;
    return true;
  }
  if (sign == SIGN_QUOTE) {
    take_pair(out, marks);
    return true;
  }
  size_t behind = where + 1;
  const quote_pair *pair = pair_behind(q, behind);
  if (sign == SIGN_COLON) {
    while (behind < q->sentence_last && !quote_is_words_kind(quote_token(q, behind)->kind) && pair == NULL) behind++;
    if (pair == NULL && behind < q->sentence_last && quote_is_that(q, behind)) pair = pair_behind(q, behind + 1);
    out->first = behind;
    if (behind >= q->sentence_last) return false;
  }
  out->last = quote_end(q, verb, out->first, &out->next);
  bool described =
      verb != NULL && verb->row->force == ISNAD_VERBS_FORCE_DESCRIBES; /* "called it | as "unjust to our farmers"": a predicate, no clause */
  if (pair != NULL && (sign == SIGN_COLON || (!described && is_clause(q, pair, out->first, out->last)))) take_pair(out, pair);
  return out->last > out->first;
}

/* "The fears | of | that": a preposition that is not the verb's own gives "that" to the noun before it. */
static bool is_of_noun(const quote_scan *q, size_t that) {
  return that > q->sentence_first &&
         (quote_is_word(q, that - 1, ISNAD_QUOTE_WORDS_ROLE_OF) || quote_is_word(q, that - 1, ISNAD_QUOTE_WORDS_ROLE_ABOUT) ||
          quote_is_word(q, that - 1, ISNAD_QUOTE_WORDS_ROLE_ON));
}

/* "Admitted | its meddling with the tests, which aim at gas known | that": a comma and a relative clause between them. */
static bool is_parted(const quote_scan *q, size_t first, size_t that) {
  enum { NEAR = 4 };
  bool comma = false;
  for (size_t at = first; at < that && first + NEAR < that; at++) {
    comma = comma || quote_is_comma(q, at);
    if (comma && quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_RELATIVE)) return true;
  }
  return false;
}

/* A preposition that the verb takes, or a noun that is no subject, begins the complement before "that" or quoted words do. Ba and a bare object may
 * belong to the subject, unless quoted words are only a piece of it. */
static bool comes_earlier(const quote_scan *q, const quote_verb *verb, const quote_said *also, size_t where, quote_sign sign) {
  enum { CLAUSE = 5 };
  isnad_verbs_also takes = verb->row->also;
  if (also->first >= where) return false;
  if (verb->row->force == ISNAD_VERBS_FORCE_DESCRIBES && sign == SIGN_THAT && !quote_is_word(q, where, ISNAD_QUOTE_WORDS_ROLE_THAT)) return false;
  if (takes == ISNAD_VERBS_ALSO_BI && sign == SIGN_THAT && is_of_noun(q, where)) return true;
  if (takes == ISNAD_VERBS_ALSO_BI && sign == SIGN_THAT && is_parted(q, also->first, where)) return true;
  if (takes == ISNAD_VERBS_ALSO_BI && also->first == verb->last) return true;                    /* "demanding his resignation, who ..." */
  bool quoted = sign == SIGN_QUOTE && quote_has_word(q, where + 1, ISNAD_QUOTE_WORDS_ROLE_THAT); /* "to "that it is open"" */
  if (sign == SIGN_QUOTE && !quote_takes_object(takes)) return !quoted;
  if (quote_takes_object(takes)) {
    bool subject = sign == SIGN_THAT && also->first == verb->last && also->first + 1 == where &&
                   (quote_is_definite(q, also->first) || note_has_hit(q->unit, also->first, ISNAD_TABLE_HEADS));
    subject = subject || (sign == SIGN_THAT && also->first == verb->last && also->first + 3 >= where && !quote_is_definite(q, also->first) &&
                          note_has_hit(q->unit, also->first, ISNAD_TABLE_HEADS)); /* "several reports | affirmed that" */
    if (subject) return false;                                                    /* "claimed | the reports | that" */
    const isnad_phrase *noun = quote_word_at(q, also->first, ISNAD_QUOTE_WORDS_ROLE_OBJECT);
    bool of = word_begins(isnad_token_form(&q->s->page->tokens, also->first), LETTER_LAM, LETTER_LAM);
    if (noun != NULL) return noun->cut == 0 || !of; /* not "the agency | of the news | that" */
    const quote_pair *pair = sign == SIGN_QUOTE ? quote_pair_at(q, where) : NULL;
    return pair != NULL && quote_pair_words(q, pair) < CLAUSE && !quote_is_colon(q, where - 1);
  }
  if (takes == ISNAD_VERBS_ALSO_OBJECT_BI && also->first + 3 < where) return true;
  if (also->first + 1 == where) return false; /* "disclosed | about | that" */
  return takes != ISNAD_VERBS_ALSO_BI && !quote_takes_both(takes);
}

/* "The minister told | his colleague | that": who stands between the subject and "that". */
static isnad_span told_to(const quote_scan *q, const quote_verb *verb, size_t that) {
  quote_speaker subject;
  size_t end = 0;
  isnad_span nobody = {0, 0};
  if (verb->row->force != ISNAD_VERBS_FORCE_TELLS || that > verb->last + QUOTE_SUBJECT_FAR) return nobody;
  if (!speaker_read(q, verb->last, that, 0, &subject, &end) || subject.kind == SPEAKER_UNKNOWN || end >= that) return nobody;
  return quote_addressed_span(q, end, that);
}

/* "Bore the sign ...": an everyday verb that only with its object is a statement. */
static bool lays_nothing(const quote_verb *verb) {
  return verb->row->force == ISNAD_VERBS_FORCE_CRITICIZES && verb->row->that == ISNAD_VERBS_THAT_NO && verb->row->also == ISNAD_VERBS_ALSO_NONE &&
         verb->row->sure == ISNAD_VERBS_SURE_CLOSE;
}

/* "Voiced, during the meeting, | about his hope that": the preposition of the verb far behind it, a few words before "that"; `that` when there is
 * none. */
static size_t about_before(const quote_scan *q, const quote_verb *verb, size_t that) {
  enum { NEAR = 5 };
  if (verb->row->also != ISNAD_VERBS_ALSO_AN || verb->form > FORM_PLURAL) return that;
  for (size_t at = that; at > verb->last && at + NEAR > that && quote_is_kind(q, at - 1, ISNAD_TOKEN_WORD); at--)
    if (quote_is_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_ABOUT) && !quote_is_bound(q, at - 1)) return at - 1;
  return that;
}

/* "Spoke about his first match: it was hard": speech without marks behind what it is about. */
static bool takes_speech(const quote_scan *q, const quote_verb *verb, const quote_said *also, quote_said *out) {
  enum { LONGEST = 16, SPEECH = 4 };
  size_t colon = also->first, words = 0;
  while (colon < also->last && colon < also->first + LONGEST && !quote_is_colon(q, colon)) {
    if (quote_is_kind(q, colon, ISNAD_TOKEN_QUOTE) || quote_is_mark(q, colon, "(")) return false;
    colon++;
  }
  bool places = verb->row->also == ISNAD_VERBS_ALSO_ILA || verb->row->also == ISNAD_VERBS_ALSO_FI; /* "pointed to three parts: ..." */
  if (places || verb->form > FORM_PARTICIPLE || !quote_is_colon(q, colon) || colon + 1 >= q->sentence_last) return false;
  if (quote_has_word(q, colon + 1, ISNAD_QUOTE_WORDS_ROLE_FIRST) || note_has_hit(q->unit, colon + 1, ISNAD_TABLE_NUMBERS))
    return false; /* "two treaties: the first with" */
  if (quote_is_kind(q, colon - 1, ISNAD_TOKEN_NUMBER) || quote_is_kind(q, colon + 1, ISNAD_TOKEN_NUMBER)) return false;
  for (size_t at = colon + 1; at < q->sentence_last; at++) words += quote_is_words_kind(quote_token(q, at)->kind);
  quote_said spoken;
  if (words < SPEECH || !quote_take_sign(q, verb, SIGN_COLON, colon, &spoken)) return false;
  spoken.subject_last = also->subject_last;
  *out = spoken;
  return true;
}

/* "And he went on: ...": such a verb speaks only with its colon or quoted words near behind, its subject between them at most. */
static bool speaks_at_once(const quote_scan *q, const quote_verb *verb, quote_sign sign, size_t where) {
  enum { NEAR = 4 };
  if ((sign != SIGN_COLON && sign != SIGN_QUOTE) || where > verb->last + NEAR) return false;
  if (where == verb->last) return true;
  quote_speaker who;
  size_t end = 0;
  bool subject = speaker_read(q, verb->last, where, SPEAKER_BOUNDED, &who, &end) && end >= where;
  return subject && (who.kind == SPEAKER_PERSON || who.kind == SPEAKER_BODY) && speaker_agrees(q, verb, verb->last, &who);
}

bool quote_find_said(const quote_scan *q, const quote_verb *verb, bool begun, quote_said *out) {
  size_t where = 0;
  quote_said also;
  if (verb->row->that == ISNAD_VERBS_THAT_NO && quote_find_blamed(q, verb, begun, out)) return true;
  if (lays_nothing(verb)) return false;
  quote_sign sign = quote_find_sign(q, verb, &where);
  if (verb->form == FORM_PARTICIPLE && quote_is_adjective(q, verb) && (sign != SIGN_THAT || where > verb->last + 1)) return false;
  if (quote_has_word(q, verb->first, ISNAD_QUOTE_WORDS_ROLE_BRIEF) && !speaks_at_once(q, verb, sign, where)) return false;
  bool has_also = quote_find_also(q, verb, begun, &also);
  if (sign == SIGN_NOTHING && quote_find_relayed(q, verb, out)) return true;
  if (sign == SIGN_NOTHING && quote_find_judged(q, verb, begun, out)) return true;
  if (sign == SIGN_NOTHING && !has_also && quote_find_far(q, verb, begun, out)) return true;
  if (sign == SIGN_NOTHING || (has_also && comes_earlier(q, verb, &also, where, sign))) {
    *out = also;
    if (has_also && takes_speech(q, verb, &also, out)) return true;
    return has_also;
  }
  if (!quote_take_sign(q, verb, sign, where, out)) return false;
  if (sign == SIGN_THAT && out->pair == NULL && !quote_is_word(q, where - 1, ISNAD_QUOTE_WORDS_ROLE_ABOUT)) out->first = about_before(q, verb, where);
  if (sign == SIGN_THAT) out->addressee = told_to(q, verb, where);
  out->has_object = quote_takes_both(verb->row->also) || verb->row->also == ISNAD_VERBS_ALSO_BI || verb->row->force == ISNAD_VERBS_FORCE_TELLS ||
                    verb->row->force == ISNAD_VERBS_FORCE_CRITICIZES;
  return true;
}

void quote_next_said(const quote_scan *q, const quote_verb *verb, quote_said *said) {
  *said = (quote_said){.first = said->next, .cut = 2}; /* "and" */
  said->last = quote_end(q, verb, said->first, &said->next);
}
