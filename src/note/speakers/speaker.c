/* Who said it: the verb's subject behind or before it, the antecedent of "who said", whom a carrier relays, or the one who spoke last. */
#include "note/speakers/speaker.h"

enum { BEFORE_VERB = 16, NEAR = 4 };

/* "Issued a statement in which it condemned | the attack": whoever put it forth speaks, not a thing of which nothing is known. */
static bool is_what_is_told(const quote_scan *q, const quote_verb *verb, const quote_speaker *speaker) {
  quote_speaker issuer;
  return speaker->kind == SPEAKER_UNKNOWN && speaker_issued_therein(q, verb, &issuer);
}

bool speaker_is_turn_of_his(const quote_scan *q, size_t at) {
  const isnad_phrase *turn = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_TURNS);
  isnad_slice form = turn != NULL ? speaker_form(q, turn->first + turn->count - 1) : (isnad_slice){NULL, 0};
  return turn != NULL && (word_ends(form, LETTER_HEH) || word_ends_in(form, LETTER_HEH, LETTER_ALEF) || word_ends_in(form, LETTER_HEH, LETTER_MEEM));
}

/* Behind the verb: past adverbs and past those addressed. */
static bool subject_behind(const quote_scan *q, const quote_verb *verb, const quote_said *said, quote_speaker *out) {
  size_t limit = said->subject_last > verb->last ? said->subject_last : verb->last, end = 0;
  bool between = speaker_takes_between(verb) || (said->pair != NULL && speaker_takes_both(verb->row->also)); /* "accused X of "..."" */
  if (verb->first > q->sentence_first && speaker_takes_object(verb->row->also) && speaker_is_turn_of_his(q, verb->first - 1))
    return false; /* "but he confirmed | the work": the pronoun is the subject */
  for (size_t at = verb->last, tries = 0; at < limit && tries < NEAR; tries++) {
    at = quote_skip_asides(q, at, limit);
    bool therein = at == verb->last && quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_THEREIN);
    if (therein && speaker_takes_object(verb->row->also)) return false;               /* "a statement in which it condemns | the poll" */
    if (therein) at++;                                                                /* "in which | the members threaten" */
    if (at == verb->last && quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_VEIL)) at++; /* "lifted | the veil" */
    if (at > verb->last && speaker_is_of_venue(q, at)) {
      while (at < limit && !quote_is_comma(q, at)) at++;
      continue;
    }
    bool reads = at < limit && speaker_read(q, at, limit, said->has_object || between ? 0 : SPEAKER_BOUNDED, out, &end);
    if (reads && speaker_is_quoted_thing(q, verb, at, out)) return false;
    if (reads && speaker_take_namesake(q, verb, at, end, out)) return true;
    if (reads && speaker_agrees(q, verb, at, out))
      return !(therein && is_what_is_told(q, verb, out)) && !speaker_is_no_subject(q, verb, at, end, out) &&
             !speaker_is_object(q, verb, said, out, end);
    while (at < limit && !quote_is_comma(q, at)) at++;
  }
  return false;
}

static size_t clause_first(const quote_scan *q, size_t at) {
  size_t first = at;
  while (first > q->sentence_first && at - first < BEFORE_VERB) {
    if (quote_is_comma(q, first - 1) || quote_is_colon(q, first - 1) || quote_is_mark(q, first - 1, ".")) break;
    if (quote_has_word(q, first - 1, ISNAD_QUOTE_WORDS_ROLE_THAT) && !speaker_is_letter(q, first - 1)) break;
    first--;
    if (quote_has_word(q, first, ISNAD_QUOTE_WORDS_ROLE_LEAVES) && quote_has_word(q, first, ISNAD_QUOTE_WORDS_ROLE_HELPS)) break; /* "but" */
  }
  return first;
}

/* A comma, or a dash between blanks. */
static bool is_aside_mark(const quote_scan *q, size_t at) {
  bool dash = quote_is_mark(q, at, "-") || quote_is_mark(q, at, "\xE2\x80\x93");
  return quote_is_comma(q, at) || (dash && (quote_token(q, at)->flags & ISNAD_TOKEN_GLUED) == 0);
}

/* "The television | and the agency X | had announced": further subjects before a verb in the plural join the first. */
static size_t behind_partners(const quote_scan *q, size_t at, size_t end, size_t limit, quote_speaker *out) {
  size_t behind = end;
  while (behind < limit && quote_begins_partner(q, behind)) {
    quote_speaker partner;
    size_t next = behind;
    if (!speaker_read(q, behind, limit, SPEAKER_BOUNDED | SPEAKER_GOVERNED, &partner, &next) || next <= behind || partner.kind == SPEAKER_UNKNOWN)
      break;
    behind = next;
  }
  if (behind == end) return end;
  out->span = (isnad_span){quote_token(q, at)->span.begin, quote_token(q, behind - 1)->span.end};
  out->canonical = note_name_text(q->s, out->span);
  out->several = true;
  return behind;
}

/* "The office of the minister, X, made clear that", "the council, which refused the plan, said": the sentence begins with the subject, and commas
 * enclose what else is said of it. A verb inside them belongs to a relative clause. */
static bool subject_afar(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  enum { WIDEST = 30 };
  size_t end = 0, begin = q->sentence_first;
  for (size_t i = begin; i < verb->first; i++) /* "it is recalled that | X, the minister, said"; not "that it is "unjust", but he said" */
    if (quote_has_word(q, i, ISNAD_QUOTE_WORDS_ROLE_THAT) && word_ends(speaker_form(q, i), LETTER_NOON)) begin = i + 1;
  size_t at = speaker_skip_links(q, begin, verb->first), helped = verb->first;
  const quote_pair *said = quote_is_kind(q, at, ISNAD_TOKEN_QUOTE) ? quote_pair_at(q, at) : NULL;
  if (said != NULL && said->closed_here && quote_is_comma(q, said->close + 1) && said->close + 2 >= verb->first)
    return false;                                                                                 /* ""We lost all", | said the farmer" */
  for (; helped > begin && quote_has_word(q, helped - 1, ISNAD_QUOTE_WORDS_ROLE_HELPS); helped--) /* "the commander, X, | had said" */
    if (speaker_is_turn_of_his(q, helped - 1)) return false;                                      /* "X is dear, | but he said" */
  if (helped == 0 || helped <= at || !is_aside_mark(q, helped - 1) || verb->first > at + WIDEST || verb->linked) return false;
  if (!speaker_read(q, at, helped, SPEAKER_BOUNDED, out, &end)) return false;
  const quote_pair *alias = quote_is_kind(q, end, ISNAD_TOKEN_QUOTE) ? quote_pair_at(q, end) : NULL; /* "the agency "SAMA", | had" */
  bool body = out->kind == SPEAKER_BODY || out->kind == SPEAKER_MEDIUM;
  if (alias != NULL && alias->closed_here && body) end = alias->close + 1;
  bool was = begin < at && speaker_is_was(q, begin); /* "and Britain and some others, among them X, had threatened": no dateline */
  if (was && !is_aside_mark(q, end)) end = behind_partners(q, at, end, helped, out);
  bool relative = (out->kind == SPEAKER_BODY || out->kind == SPEAKER_PERSON) && quote_has_word(q, end, ISNAD_QUOTE_WORDS_ROLE_RELATIVE);
  if (!is_aside_mark(q, end) && !relative) return false; /* "the police | that leads the inquiry, affirmed" */
  bool apart = helped < verb->first && quote_has_word(q, helped, ISNAD_QUOTE_WORDS_ROLE_SUBORDINATE); /* "X who was absent, where he asked" */
  if (relative && (apart || word_letter_at(speaker_form(q, at), 0, LETTER_FEH))) return false;
  bool fans = verb->form == FORM_PLURAL && end > at + 1 && quote_has_word(q, end + 1, ISNAD_QUOTE_WORDS_ROLE_RELATIVE); /* "the fans of X, who" */
  if (out->kind == SPEAKER_UNKNOWN && !fans && !quote_is_kind(q, at, ISNAD_TOKEN_QUOTE)) return false;
  if (out->kind == SPEAKER_PLACE && !was && !quote_has_word(q, end + 1, ISNAD_QUOTE_WORDS_ROLE_RELATIVE)) return false; /* a dateline */
  for (size_t i = at; i < verb->first; i++) {
    quote_verb other;
    if (quote_is_comma(q, i)) relative = quote_has_word(q, i + 1, ISNAD_QUOTE_WORDS_ROLE_RELATIVE);
    if ((!relative && quote_verb_at(q, i, &other)) || quote_is_colon(q, i)) return false;
  }
  return true;
}

/* "As for X, he regarded": the sentence begins with its subject, and "then" ties the verb to it. */
static bool subject_announced(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  size_t end = 0, first = quote_skip_asides(q, q->sentence_first, verb->first);
  const isnad_phrase *as_for = quote_word_at(q, first, ISNAD_QUOTE_WORDS_ROLE_ASFOR);
  const isnad_phrase *helps = verb->first > q->sentence_first ? quote_word_at(q, verb->first - 1, ISNAD_QUOTE_WORDS_ROLE_HELPS) : NULL;
  size_t link = helps != NULL && helps->count == 1 ? verb->first - 1 : verb->first; /* "then he had objected" */
  if (as_for == NULL || !word_letter_at(speaker_form(q, link), 0, LETTER_FEH)) return false;
  for (size_t i = first + as_for->count; i < verb->first; i++) {
    quote_verb other;
    if (quote_verb_at(q, i, &other) && other.linked) return false;
  }
  return speaker_read(q, first + as_for->count, verb->first, SPEAKER_BOUNDED, out, &end) && (out->kind != SPEAKER_UNKNOWN || quote_is_comma(q, end));
}

/* The title or given name says that the phrase is not of the verb's gender. */
static bool is_of_other_gender(const quote_scan *q, const quote_verb *verb, size_t at, const quote_speaker *speaker) {
  if (verb->form > FORM_FEMININE || verb->either || speaker->kind != SPEAKER_PERSON) return false;
  size_t name = speaker->name >= 0 ? isnad_tokens_seek(&q->s->page->tokens, speaker->span.begin) : at;
  bool feminine = verb->form == FORM_FEMININE;
  return speaker_is_of(q, at, !feminine) || (name != at && speaker_is_of(q, name, !feminine) && !speaker_is_of(q, at, feminine));
}

/* The subject between the token `at` and the verb. */
static bool subject_from(const quote_scan *q, const quote_verb *verb, size_t at, quote_speaker *out) {
  size_t end = 0;
  if (at >= verb->first) return false;
  const isnad_name_note *linked = word_letter_at(speaker_form(q, at), 0, LETTER_WAW) ? speaker_name(q, at) : NULL; /* "and X | said" */
  unsigned governed = linked != NULL && linked->type == ISNAD_NAME_ORGANIZATION && !speaker_stands_free(q, at, linked->span) ? SPEAKER_GOVERNED : 0;
  if (!speaker_read(q, at, verb->first, SPEAKER_BOUNDED | governed, out, &end)) return false;
  if (speaker_is_accusative(q, at, end, out)) return false;
  isnad_slice form = speaker_form(q, at);
  bool alone = out->kind == SPEAKER_UNKNOWN && end == at + 1 && out->name < 0 && !out->definite;
  if (alone && word_ends(form, LETTER_TEH) && !word_ends_in(form, LETTER_ALEF, LETTER_TEH) && !speaker_is_unheard(q, at))
    return false; /* "she, too, | began | to see" */
  if (quote_is_kind(q, at, ISNAD_TOKEN_QUOTE) && end < verb->first && quote_is_kind(q, end, ISNAD_TOKEN_QUOTE)) end++; /* ""X" | says" */
  if (out->kind == SPEAKER_UNKNOWN && end == at + 1 && speaker_is_linked(q, at)) return false;                         /* "in return | he said" */
  if (out->kind == SPEAKER_UNKNOWN && note_has_hit(q->unit, at, ISNAD_TABLE_WEEKDAYS)) return false; /* "and on Monday | he affirmed" */
  if (out->kind == SPEAKER_PERSON && end < verb->first && speaker_is_title(q, end))
    end = speaker_bounded_end(q, end, verb->first);                                 /* "X | head of Y" */
  if (out->kind != SPEAKER_PLACE) end = quote_behind_brackets(q, end, verb->first); /* of a dateline not */
  bool body = out->kind == SPEAKER_BODY || out->kind == SPEAKER_MEDIUM;
  if (body && end < verb->first && speaker_bounded_end(q, at, verb->first) >= verb->first) end = verb->first; /* "the group "X" | for rights" */
  for (size_t i = end; i < verb->first; i++)
    if (quote_has_word(q, i, ISNAD_QUOTE_WORDS_ROLE_SUBORDINATE)) return false; /* "X, when he said": another clause */
  if (verb->form == FORM_PLURAL) end = behind_partners(q, at, end, verb->first, out);
  end = speaker_skip_links(q, end, verb->first);
  if (end < verb->first && is_of_other_gender(q, verb, at, out)) return false;
  bool helped = quote_has_word(q, verb->first - 1, ISNAD_QUOTE_WORDS_ROLE_HELPS);
  bool related = helped && end < verb->first && quote_has_word(q, end, ISNAD_QUOTE_WORDS_ROLE_RELATIVE); /* "X | who holds the town | had said" */
  if (related) return out->kind == SPEAKER_PERSON || out->kind == SPEAKER_BODY;
  if (end >= verb->first) return out->kind != SPEAKER_UNKNOWN || end <= at + 2;
  return out->kind != SPEAKER_UNKNOWN && quote_has_word(q, end, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION);
}

/* Behind the last "had been" of the clause ("... where the force | had | announced"). */
static size_t behind_helper(const quote_scan *q, size_t first, size_t at) {
  for (; at > first + 1; at--) {
    const isnad_phrase *helps = quote_word_at(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_HELPS);
    isnad_slice form = speaker_form(q, at - 1);
    bool was = word_begins(form, LETTER_KAF, LETTER_ALEF) || (word_letter_at(form, 0, LETTER_WAW) && word_letter_at(form, WORD_LETTER, LETTER_KAF));
    if (helps != NULL && helps->count == 1 && was && form.length > 3 * WORD_LETTER - 1) return at;
  }
  return first;
}

/* "It happened before | to the minister that he said": the subject behind li. */
static bool subject_with_li(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  enum { FAR = 10 };
  size_t that = verb->first - 1, end = 0;
  if (verb->first < q->sentence_first + 3 || !quote_has_word(q, that, ISNAD_QUOTE_WORDS_ROLE_THAT)) return false;
  for (size_t at = that - 1; at > q->sentence_first && at + FAR > that; at--) {
    const isnad_phrase *before = quote_word_at(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_HELPS);
    if (before == NULL || before->count > 1 || !quote_begins_with(q, at, LETTER_LAM)) continue;
    return speaker_read(q, at, that, SPEAKER_BOUNDED | SPEAKER_GOVERNED, out, &end) && end >= that && out->kind != SPEAKER_UNKNOWN;
  }
  return false;
}

static bool find_before(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  if (verb->form <= FORM_FEMININE && subject_with_li(q, verb, out)) return true;
  size_t first = clause_first(q, verb->first), at = speaker_skip_links(q, first, verb->first);
  if (verb->form > FORM_PLURAL) return false;
  if (subject_announced(q, verb, out)) return true;
  if (at >= verb->first && verb->first > q->sentence_first) return subject_afar(q, verb, out);
  if (verb->linked || at >= verb->first) return false;
  if (subject_from(q, verb, at, out)) return true;
  size_t behind = behind_helper(q, at, verb->first);
  return behind > at && behind < verb->first && subject_from(q, verb, behind, out) && out->kind != SPEAKER_UNKNOWN;
}

/* A body or place whose first word bears teh marbuta. */
static bool is_feminine(const quote_scan *q, size_t at, const quote_speaker *speaker) {
  if (speaker->kind == SPEAKER_PERSON || speaker->kind == SPEAKER_ANONYMOUS) return false;
  return word_ends(isnad_slice_at(q->s->page->text, quote_token(q, at)->span), LETTER_TEH_MARBUTA);
}

/* A name, source or office that ends right before a token (a comma or a quotation mark passed over). */
bool speaker_ending_before(const quote_scan *q, size_t at, bool masculine, quote_speaker *out) {
  while (at > q->sentence_first && !quote_is_kind(q, at - 1, ISNAD_TOKEN_WORD)) at--;
  for (size_t back = 1; back <= BEFORE_VERB && at >= q->sentence_first + back; back++) {
    size_t end = 0, first = at - back;
    int32_t name = q->name_at[first - q->unit->first], source = q->source_at[first - q->unit->first];
    if (name == 0 && source == 0 && !speaker_is_title(q, first)) continue;
    const isnad_phrase *title = note_hit_at(q->unit, first, ISNAD_TABLE_TITLES);
    if (title != NULL && first > q->sentence_first && quote_has_word(q, first - 1, ISNAD_QUOTE_WORDS_ROLE_VENUE))
      continue;                                           /* "the press conference": the adjective is written like "the journalist" */
    if (title != NULL && quote_links(q, title)) continue; /* "X, the head of A and head of B, who": from the beginning */
    if (!speaker_read(q, first, at, SPEAKER_BOUNDED, out, &end)) continue;
    if (end >= at && masculine && is_feminine(q, first, out)) continue; /* "X of the authority, who": the relative tells whom */
    return end >= at;
  }
  return false;
}

/* "Wrote | a short message | in which she said": what is written before "in which" is no subject. */
bool speaker_before(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  if (q->asked_before == verb->first + 1) {
    if (q->found_before) *out = q->stands_before;
    return q->found_before;
  }
  if (!find_before(q, verb, out)) return false;
  bool written = out->kind == SPEAKER_DOCUMENT || (out->kind == SPEAKER_UNKNOWN && !out->definite);
  return !(written && quote_has_word(q, verb->last, ISNAD_QUOTE_WORDS_ROLE_THEREIN));
}

bool speaker_ask_before(quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  q->asked_before = 0;
  q->found_before = speaker_before(q, verb, out);
  q->stands_before = *out;
  q->asked_before = verb->first + 1;
  return q->found_before;
}

/* "And he singled out Kuwait | with his words": the pronoun of the noun is not of the gender of what stands before it. */
static bool is_whose_noun(const quote_scan *q, const quote_verb *verb, const quote_speaker *speaker) {
  isnad_slice form = speaker_form(q, verb->last - 1);
  bool hers = word_ends_in(form, LETTER_HEH, LETTER_ALEF), his = word_ends(form, LETTER_HEH);
  quote_form own = speaker_own_form(q, speaker);
  return !(his && own == FORM_FEMININE && speaker->kind == SPEAKER_PLACE) && !(hers && own == FORM_MASCULINE);
}

static bool find_speaker(quote_scan *q, const quote_verb *verb, const quote_said *said, quote_speaker *out, bool *implicit) {
  bool pronoun = false, relative = false;
  *implicit = false;
  if (speaker_relayed_pronoun(q, verb, said, out)) return *implicit = true;
  if (verb->form == FORM_NOUN && speaker_ending_before(q, verb->first, false, out) && is_whose_noun(q, verb, out)) return true;
  if (speaker_relayed(q, verb, said, out, &pronoun)) {
    speaker_note_carrier(q, verb, said);
    return true;
  }
  if (speaker_stated_therein(q, verb, out)) return *implicit = true;
  if (verb->form <= FORM_FEMININE && verb->last < q->unit->last && quote_has_word(q, verb->last, ISNAD_QUOTE_WORDS_ROLE_THEREIN) &&
      speaker_owner_therein(q, verb, out))
    return *implicit = true; /* "published remarks by X | in which he condemned" */
  if (verb->form <= FORM_PLURAL && !pronoun) {
    speaker_relation relation = speaker_relation_of(q, verb, out);
    bool found = relation == RELATION_SUBJECT, told = relation == RELATION_OBJECT;
    quote_speaker behind;
    relative = found || relation == RELATION_LOST;
    if (relative && (!found || !said->has_object) &&
        ((subject_behind(q, verb, said, &behind) && behind.kind != SPEAKER_UNKNOWN) || speaker_of_theirs(q, verb, said, &behind))) {
      *out = behind;
      return true;
    }
    if (told && subject_behind(q, verb, said, out)) return true;
    bool announced = relation == RELATION_NONE && subject_announced(q, verb, out);
    bool adverb = announced && out->kind == SPEAKER_UNKNOWN && !out->definite; /* "as for the unions: | X announced" */
    if (announced && quote_is_kind(q, verb->last, ISNAD_TOKEN_WORD) && (adverb || (quote_is_definite(q, verb->last) && !said->bare)) &&
        subject_behind(q, verb, said, &behind) && behind.kind != SPEAKER_UNKNOWN) {
      *out = behind; /* "as for the site, | those in charge of it | said" */
      return true;
    }
    if (found || (relation == RELATION_NONE && (speaker_before(q, verb, out) || subject_behind(q, verb, said, out)))) return true;
  }
  *implicit = true;
  *out = (quote_speaker){.name = -1};
  bool veil = verb->form == FORM_MASCULINE && quote_has_word(q, verb->last, ISNAD_QUOTE_WORDS_ROLE_VEIL);
  if (veil && said->first == verb->last + 1) return false;                                       /* "the veil was lifted | from" */
  if (verb->form == FORM_PASSIVE && verb->row->force != ISNAD_VERBS_FORCE_CARRIES) return false; /* "it is said" */
  if (verb->form == FORM_PARTICIPLE && speaker_of_participle(q, verb, out)) return true;
  if (!relative && speaker_of_document_before(q, verb, out)) return speaker_is_sure(out);
  if (relative ? speaker_owner_therein(q, verb, out) : speaker_last(q, verb, out)) return true;
  *out = (quote_speaker){.name = -1};
  return false;
}

bool speaker_of(quote_scan *q, const quote_verb *verb, const quote_said *said, quote_speaker *out, bool *implicit) {
  if (!find_speaker(q, verb, said, out, implicit)) return false;
  if (!*implicit) speaker_resolve_adder(q, verb, out);
  return true;
}
