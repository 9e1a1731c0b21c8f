/* Who says what a participle reports ("adding that"): the subject of its own sentence, where its gender and place tell him. */
#include "note/speakers/speaker.h"

/* "Towards Damascus | confirming": what a preposition governs is not what the participle is about. */
static bool is_behind_preposition(const quote_scan *q, isnad_span span) {
  size_t at = isnad_tokens_seek(&q->s->page->tokens, span.begin);
  return at > q->sentence_first && at < q->unit->last && quote_has_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION);
}

/* "As for X, the lawyer of Y, he objected, regarding": the sentence named its subject first. */
static bool announced_subject(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  size_t end = 0, first = quote_skip_asides(q, q->sentence_first, verb->first);
  const isnad_phrase *as_for = quote_word_at(q, first, ISNAD_QUOTE_WORDS_ROLE_ASFOR);
  if (as_for == NULL || q->spoke_here || first + as_for->count >= verb->first) return false;
  if (!speaker_read(q, first + as_for->count, verb->first, SPEAKER_BOUNDED, out, &end)) return false;
  return out->kind != SPEAKER_UNKNOWN || quote_is_comma(q, end);
}

/* "And Campillo took care to ..., | saying": the name that no table knows, right behind the verb with which the sentence begins. */
static bool unheard_subject(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  size_t end = 0, first = speaker_skip_links(q, quote_skip_asides(q, q->sentence_first, verb->first), verb->first), at = first + 1;
  if (q->spoke_here || at + 1 >= verb->first || !speaker_may_be_verb(q, first) || !speaker_is_unheard(q, at)) return false;
  if (word_ends(speaker_form(q, first), LETTER_TEH) != verb->feminine) return false;
  size_t limit = speaker_is_unheard(q, at + 1) ? at + 2 : at + 1;
  return limit <= verb->first && speaker_read(q, at, limit, SPEAKER_BOUNDED, out, &end);
}

/* "Replied | to him | the merchant, | saying": behind a verb and its object as a pronoun nothing but the subject stands before the participle. */
static bool answering_subject(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  enum { FAR = 6 };
  size_t end = 0;
  for (size_t at = verb->first; at > q->sentence_first + 1 && at + FAR > verb->first; at--) {
    if (!quote_is_kind(q, at - 1, ISNAD_TOKEN_WORD)) return false;
    if (at == verb->first || !speaker_is_pronoun_object(q, at - 1) || !speaker_may_be_verb(q, at - 2)) continue;
    if (!quote_is_definite(q, at) && speaker_person_at(q, at) == NULL) return false;
    bool told = at > q->sentence_first + 2 && quote_has_word(q, at - 3, ISNAD_QUOTE_WORDS_ROLE_RELATIVE);
    if (told) return false; /* "answered the remarks | that X had made, | calling them" */
    return speaker_read(q, at, verb->first, SPEAKER_BOUNDED, out, &end) && end >= verb->first && out->kind != SPEAKER_DOCUMENT;
  }
  return false;
}

/* The person named last before a token, with nothing but words between. */
static bool named_before(const quote_scan *q, size_t at, bool feminine, quote_speaker *out) {
  enum { FAR = 14 };
  for (size_t i = at; i > q->sentence_first && i + FAR > at; i--) {
    if (quote_is_comma(q, i - 1)) return false;
    const isnad_name_note *name = speaker_person_at(q, i - 1);
    if (name == NULL) continue;
    if (q->gender[name - q->s->names] == (feminine ? GENDER_MASCULINE : GENDER_FEMININE)) return false;
    *out = speaker_of_name(q, name, feminine ? FORM_FEMININE : FORM_MASCULINE);
    return true;
  }
  return false;
}

/* "..., before the president, X, defied it, | affirming": the subject of a verb in the subjunctive right before the participle's comma. */
static bool subordinate_subject(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  enum { FAR = 8 };
  if (verb->first < q->sentence_first + 4 || !quote_is_comma(q, verb->first - 1)) return false;
  for (size_t at = verb->first - 1; at > q->sentence_first + 1 && at + FAR > verb->first; at--) {
    const isnad_phrase *that = quote_word_at(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_THAT);
    if (that == NULL) continue;
    isnad_slice form = speaker_form(q, at);
    bool present = word_letter_at(form, 0, verb->feminine ? LETTER_TEH : LETTER_YEH),
         object = word_ends(form, LETTER_HEH) || word_ends_in(form, LETTER_HEH, LETTER_ALEF);
    bool opens = quote_has_word(q, at - 2, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION) || quote_has_word(q, at - 2, ISNAD_QUOTE_WORDS_ROLE_LEAVES) ||
                 quote_has_word(q, at - 2, ISNAD_QUOTE_WORDS_ROLE_WHEN);
    if (!present || !object || !opens) return false;
    for (size_t i = verb->first - 1; i > at; i--) {
      const isnad_name_note *name = speaker_person_at(q, i);
      if (name == NULL) continue;
      if (speaker_token_behind(q, i, name->span) + 1 != verb->first) return false;
      *out = speaker_of_name(q, name, verb->feminine ? FORM_FEMININE : FORM_MASCULINE);
      return true;
    }
    return false;
  }
  return false;
}

/* "The presidency accused Hamas, | which condemned the attack, saying": within a relative clause, before any comma, the participle is about its noun.
 */
static bool relative_subject(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  enum { FAR = 8 };
  for (size_t at = verb->first; at > q->sentence_first + 2 && at + FAR > verb->first; at--) {
    if (!quote_is_kind(q, at - 1, ISNAD_TOKEN_WORD)) return false;
    if (!quote_has_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_RELATIVE)) continue;
    isnad_slice form = speaker_form(q, at - 1);
    bool she = word_ends_in(form, LETTER_TEH, LETTER_YEH), he = !she && word_ends(form, LETTER_YEH);
    quote_verb told;
    bool acts = speaker_may_be_verb(q, at) || quote_verb_at(q, at, &told); /* "who | replied" */
    if (!(verb->feminine ? she : he) || !acts || at + 1 >= verb->first) return false;
    if (word_ends(speaker_form(q, at), LETTER_TEH) != verb->feminine) return false;
    if (speaker_ending_before(q, at - 1, !verb->feminine, out)) return out->kind == SPEAKER_PERSON || out->kind == SPEAKER_BODY;
    return quote_is_comma(q, at - 2) && named_before(q, at - 2, verb->feminine, out);
  }
  return false;
}

/* Whether a sign of what is said, or a verb of saying, stands between two tokens. */
static bool is_broken(const quote_scan *q, size_t at, size_t last) {
  quote_verb other;
  for (; at < last; at++)
    if (quote_is_that(q, at) || quote_is_colon(q, at) || (quote_verb_at(q, at, &other) && other.form <= FORM_PARTICIPLE)) return true;
  return false;
}

/* "..., which the minister X denied to the paper, | explaining": behind a comma, whoever did with the pronoun what the clause tells. */
static bool denying_subject(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  enum { FAR = 16, NEAR = 6 };
  if (verb->first < q->sentence_first + 5 || !quote_is_comma(q, verb->first - 1)) return false;
  size_t limit = verb->first - 1, end = 0;
  for (size_t at = limit; at > q->sentence_first + 2 && at + FAR > limit; at--) {
    isnad_slice form = speaker_form(q, at), it = speaker_form(q, at - 2), what = speaker_form(q, at - 1);
    bool plain = what.length == 2 * WORD_LETTER && word_begins(what, LETTER_MEEM, LETTER_ALEF);
    if (!plain && !quote_has_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_RELATIVE)) continue;
    bool he = word_ends_in(it, LETTER_HEH, LETTER_WAW) || word_ends_in(it, LETTER_MEEM, LETTER_REH); /* "and it is what", "the matter that" */
    bool object = word_ends(form, LETTER_HEH) && form.length >= 4 * WORD_LETTER && quote_is_kind(q, at, ISNAD_TOKEN_WORD);
    bool she = word_ends_in(form, LETTER_TEH, LETTER_HEH);
    if (!he || !object || she != verb->feminine || is_broken(q, at + 1, limit)) return false;
    bool read = speaker_read(q, at + 1, limit, 0, out, &end);
    if (read && (out->kind == SPEAKER_PERSON || out->kind == SPEAKER_BODY || out->kind == SPEAKER_PLACE)) return true;
    for (size_t i = at + 1; i < limit && i < at + NEAR; i++) {
      const isnad_name_note *name = speaker_person_at(q, i);
      if (name == NULL) continue;
      *out = speaker_of_name(q, name, verb->feminine ? FORM_FEMININE : FORM_MASCULINE);
      return true;
    }
    return false;
  }
  return false;
}

/* "... which Damascus denied, confirming": a feminine participle right behind the name of a body or place is about it. When the one who speaks in
 * this sentence is of the other gender, a participle is about the person of whom he speaks: "the paper said that Ramos had scolded him, demanding".
 */
bool speaker_of_participle(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  enum { OFFICE = 6 };
  size_t end = 0;
  if (answering_subject(q, verb, out) || relative_subject(q, verb, out) || subordinate_subject(q, verb, out) || denying_subject(q, verb, out))
    return speaker_is_sure(out);
  if (verb->feminine && quote_is_kind(q, verb->first - 1, ISNAD_TOKEN_WORD) && speaker_ending_before(q, verb->first, false, out))
    return (out->kind == SPEAKER_BODY || out->kind == SPEAKER_PLACE) && speaker_own_form(q, out) != FORM_MASCULINE &&
           !is_behind_preposition(q, out->span);
  if (announced_subject(q, verb, out) || unheard_subject(q, verb, out) || speaker_acting(q, verb, out) || speaker_beginning(q, verb, out))
    return true;
  bool differs = q->spoke_here && q->last.agrees <= FORM_FEMININE && (q->last.agrees == FORM_FEMININE) != verb->feminine;
  for (size_t at = q->sentence_first; differs && at < verb->first; at++) {
    if (!quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_THAT) || at + 1 >= verb->first) continue;
    size_t limit = at + 1 + OFFICE < verb->first ? at + 1 + OFFICE : verb->first;
    if (speaker_read(q, at + 1, limit, 0, out, &end) && out->kind == SPEAKER_PERSON && out->name >= 0) return true;
  }
  return false;
}
