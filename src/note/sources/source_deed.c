/* Deeds that are told by a verb of saying, and words inside the words of others: they cite nobody. */
#include "note/sources/source_subject.h"

/* Behind the days and marks between a verb and its object. */
size_t source_behind_asides(const subject *of) {
  enum { MOST = 5 };
  size_t at = of->behind;
  while (at < of->unit->last && at < of->behind + MOST) {
    size_t next = cited_behind_aside(of->s, of->unit, at);
    bool small = cited_token(of->s, at)->kind == ISNAD_TOKEN_PUNCT || note_has_hit(of->unit, at, ISNAD_TABLE_WEEKDAYS) ||
                 note_has_hit(of->unit, at, ISNAD_TABLE_TIME_WORDS);
    if (small) next = at + 1;
    if (next == at || (!small && word_letter_at(cited_form(of->s, next), 0, LETTER_BEH))) break;
    at = next;
  }
  return at;
}

/* "Announced | his retirement", "its independence": what one does by saying so. A club or a company that has a name vouches for its contracts. */
static bool declares(const subject *of) {
  const isnad_name_note *name = note_name_at(of->s, of->first);
  size_t at = source_behind_asides(of);
  if (of->verb->force != ISNAD_VERBS_FORCE_ANNOUNCES || (name != NULL && name->type == ISNAD_NAME_ORGANIZATION)) return false;
  if (note_has_word(of->unit, at, ISNAD_QUOTE_WORDS_ROLE_ABOUT)) at++;
  const isnad_phrase *act = note_word_at(of->unit, at, ISNAD_QUOTE_WORDS_ROLE_ACT);
  if (act == NULL || act->cut > 0) return false;
  isnad_slice text = isnad_slice_at(of->s->page->text, cited_token(of->s, at)->span);
  return word_ends(text, LETTER_HEH) || word_ends_in(text, LETTER_HEH, LETTER_ALEF) || word_ends_in(text, LETTER_HEH, LETTER_MEEM);
}

/* "That", and if `marks` a mark of speech or a colon, within a few words behind the verb and its subject: words follow, not a deed. */
static bool states(const subject *of, size_t near, bool marks) {
  for (size_t at = of->behind; at < of->unit->last && at < of->behind + near; at++) {
    if (note_has_word(of->unit, at, ISNAD_QUOTE_WORDS_ROLE_THAT)) return true;
    if (marks && (cited_token(of->s, at)->kind == ISNAD_TOKEN_QUOTE || cited_is_mark(of->s, at, ":"))) return true;
    if (cited_is_mark(of->s, at, ".")) return false;
  }
  return false;
}

/* "Affirmed | its support", "stressed | the need for", "insists | on the return of". */
static bool affirms(const subject *of) {
  size_t at = source_behind_asides(of);
  if (of->verb->force != ISNAD_VERBS_FORCE_CONFIRMS || of->source->kind != ISNAD_SOURCE_OFFICIAL) return false;
  enum { NEAR = 10 };
  if (of->verb->sure == ISNAD_VERBS_SURE_NO && !states(of, NEAR, true)) return true;
  if (note_has_word(of->unit, at, ISNAD_QUOTE_WORDS_ROLE_ON)) at++;
  if (note_has_hit(of->unit, at, ISNAD_TABLE_VERBS)) at++; /* "renewed | the affirmation of" */
  if (cited_token(of->s, at)->kind == ISNAD_TOKEN_QUOTE) at++;
  const isnad_phrase *attitude = at < of->unit->last ? note_word_at(of->unit, at, ISNAD_QUOTE_WORDS_ROLE_ATTITUDE) : NULL;
  return attitude != NULL && attitude->cut == 0;
}

/* "Unveiled | a telephone". */
static bool unveils(const subject *of) {
  enum { FAR = 6 };
  size_t at = source_behind_asides(of);
  if (of->verb->force != ISNAD_VERBS_FORCE_REVEALS) return false;
  for (size_t i = at; i < of->unit->last && i < at + FAR; i++)
    if (note_has_word(of->unit, i, ISNAD_QUOTE_WORDS_ROLE_VEIL)) return true; /* "lifted | the veil of" */
  if (!note_has_word(of->unit, at, ISNAD_QUOTE_WORDS_ROLE_ABOUT)) return false;
  at++;
  while (note_has_word(of->unit, at, ISNAD_QUOTE_WORDS_ROLE_FIRST)) at++;
  const isnad_phrase *shown = note_word_at(of->unit, at, ISNAD_QUOTE_WORDS_ROLE_SHOWN);
  return shown != NULL && (shown->cut == 0 || note_is_definite(of->s, of->unit, at));
}

/* "Sentenced him | to prison": a ruling without "that" is what the court does. */
static bool sentences(const subject *of) {
  enum { NEAR = 8 };
  if (of->verb->force != ISNAD_VERBS_FORCE_SETS || of->verb->sure == ISNAD_VERBS_SURE_YES || of->source->kind == ISNAD_SOURCE_DOCUMENT) return false;
  for (size_t at = of->behind; at < of->unit->last && at < of->behind + NEAR; at++)
    if (note_has_word(of->unit, at, ISNAD_QUOTE_WORDS_ROLE_THAT) || cited_token(of->s, at)->kind == ISNAD_TOKEN_QUOTE) return false;
  return true;
}

bool source_states_fact(const subject *of) {
  enum { NEAR = 8 };
  return states(of, NEAR, false);
}

/* The report that opens with what somebody said rests on him. */
bool source_opens_report(const subject *of) {
  const note_unit *first = of->s->units[0].headline && of->s->unit_count > 1 ? &of->s->units[1] : &of->s->units[0];
  return of->unit == first;
}

/* "The court ordered", "when the president | ordered the retreat": a ruling, and an order that the report looks back on. */
static bool orders(const subject *of) {
  if (of->verb->force != ISNAD_VERBS_FORCE_ORDERS && of->verb->force != ISNAD_VERBS_FORCE_DECIDES) return false;
  if (note_has_word(of->unit, of->first, ISNAD_QUOTE_WORDS_ROLE_COURT)) return !source_opens_report(of);
  const isnad_phrase *before = NULL;
  for (size_t back = 1; back <= 2 && before == NULL && of->verb_first >= of->unit->first + back; back++)
    before = note_word_at(of->unit, of->verb_first - back, ISNAD_QUOTE_WORDS_ROLE_WHEN);
  return before != NULL && before->first + before->count == of->verb_first;
}

/* "Came | to an agreement", "answered | the sanctions": written like "concluded that", "answered that". */
static bool reaches(const subject *of) {
  enum { FAR = 16 };
  if (of->source->kind != ISNAD_SOURCE_OFFICIAL) return false;
  if (of->verb->force == ISNAD_VERBS_FORCE_CONCLUDES) return !states(of, FAR, false);
  return of->verb->force == ISNAD_VERBS_FORCE_ANSWERS && !states(of, FAR, true);
}

/* "Continued | its course", written like "went on to say": what is said follows at once. */
static bool goes_on(const subject *of) {
  enum { FAR = 18 };
  if (of->verb->sure != ISNAD_VERBS_SURE_CLOSE || of->verb->force != ISNAD_VERBS_FORCE_SAYS) return false;
  size_t at = source_behind_asides(of);
  bool marked = at < of->unit->last && cited_token(of->s, at)->kind != ISNAD_TOKEN_WORD;
  for (size_t i = at; !marked && i < of->unit->last && i < at + FAR && !cited_is_mark(of->s, i, "."); i++) marked = cited_is_mark(of->s, i, ":");
  return !marked && !states(of, FAR, false);
}

/* "Tightened | its rulings", written like "stressed on". */
static bool tightens(const subject *of) {
  enum { NEAR = 16 };
  if (of->source->kind != ISNAD_SOURCE_OFFICIAL || of->verb->also != ISNAD_VERBS_ALSO_ALA || of->verb->force != ISNAD_VERBS_FORCE_CONFIRMS)
    return false;
  for (size_t at = of->behind; at < of->unit->last && at < of->behind + NEAR; at++) {
    if (note_has_word(of->unit, at, ISNAD_QUOTE_WORDS_ROLE_RELATIVE)) return true; /* "the penalties | that it imposes on" */
    if (note_has_word(of->unit, at, ISNAD_QUOTE_WORDS_ROLE_ON)) return false;
  }
  return !states(of, NEAR, true);
}

/* "Exiled | X", written like "denied". */
static bool exiles(const subject *of) {
  if (of->verb->force != ISNAD_VERBS_FORCE_DENIES || of->behind >= of->unit->last) return false;
  const isnad_name_note *name = note_name_at(of->s, of->behind);
  return name != NULL && name->type == ISNAD_NAME_PERSON && name->span.begin == cited_token(of->s, of->behind)->span.begin;
}

bool source_is_deed(const subject *of) {
  return exiles(of) || declares(of) || affirms(of) || unveils(of) || sentences(of) || orders(of) || reaches(of) || tightens(of) || goes_on(of);
}

/* A document, a picture, a post or a statement at a token. */
static bool is_issued(const subject *of, size_t at) {
  const isnad_phrase *head = note_hit_at(of->unit, at, ISNAD_TABLE_HEADS), *act = note_hit_at(of->unit, at, ISNAD_TABLE_VERBS);
  if (act != NULL || note_has_word(of->unit, at, ISNAD_QUOTE_WORDS_ROLE_THAT) || note_has_word(of->unit, at, ISNAD_QUOTE_WORDS_ROLE_DISPLAY))
    return true;
  if (note_has_word(of->unit, at, ISNAD_QUOTE_WORDS_ROLE_WRITTEN)) return true;
  if (head == NULL) return false;
  isnad_heads_kind kind = isnad_heads_rows[head->row].kind;
  return kind == ISNAD_HEADS_KIND_DOCUMENT || kind == ISNAD_HEADS_KIND_FOOTAGE || kind == ISNAD_HEADS_KIND_SOCIAL;
}

bool source_issues_nothing(const subject *of) {
  enum { FAR = 14 };
  size_t verb = isnad_tokens_seek(&of->s->page->tokens, of->source->span.begin + 1);
  size_t behind = isnad_tokens_seek(&of->s->page->tokens, of->source->span.end);
  const isnad_phrase *trigger = verb > of->unit->first ? note_hit_at(of->unit, verb - 1, ISNAD_TABLE_TRIGGERS) : NULL;
  if (trigger == NULL || cited_trigger(trigger)->form != ISNAD_TRIGGERS_FORM_VERB) return false;
  isnad_triggers_force force = cited_trigger(trigger)->force;
  if (force != ISNAD_TRIGGERS_FORCE_CARRIES && force != ISNAD_TRIGGERS_FORCE_SHOWS && force != ISNAD_TRIGGERS_FORCE_ANNOUNCES) return false;
  for (size_t at = behind; at < of->unit->last && at < behind + FAR && !cited_is_mark(of->s, at, "."); at++)
    if (is_issued(of, at)) return false;
  return true;
}

bool source_is_ruling(const subject *of) {
  size_t verb = isnad_tokens_seek(&of->s->page->tokens, of->source->span.begin + 1);
  if (verb <= of->unit->first || !note_has_word(of->unit, verb - 1, ISNAD_QUOTE_WORDS_ROLE_PUBLISHES)) return false;
  bool reported = verb - 1 == of->unit->first && source_opens_report(of); /* the report of the ruling itself rests on the court */
  return note_has_word(of->unit, of->first, ISNAD_QUOTE_WORDS_ROLE_COURT) && !reported;
}

bool source_is_inside_marks(const subject *of) {
  enum { REMEMBERED = 8 };
  const note_scan *s = of->s;
  const isnad_source_note *source = of->source;
  size_t at = isnad_tokens_seek(&s->page->tokens, source->span.begin + 1);
  const isnad_phrase *trigger = at > of->unit->first ? note_hit_at(of->unit, at - 1, ISNAD_TABLE_TRIGGERS) : NULL;
  if (trigger != NULL && cited_trigger(trigger)->form == ISNAD_TRIGGERS_FORM_PREPOSITION) return false; /* the writer's own "according to" */
  size_t low = note_quote_from(s, source->span.begin + 1);
  for (size_t i = low; i > 0 && low - i < REMEMBERED; i--) {
    const isnad_quote_note *quote = &s->quotes[i - 1];
    if (quote->mode != ISNAD_QUOTE_INDIRECT && quote->span.end >= source->span.end && quote->speaker.begin != source->named.span.begin) return true;
  }
  return false;
}

bool source_is_crosshead(const note_scan *s, const note_unit *unit, size_t first, size_t verb_first) {
  enum { LONGEST = 18 };
  const isnad_token *last = cited_token(s, unit->last - 1);
  bool ended = last->kind == ISNAD_TOKEN_PUNCT;
  bool opens = first == unit->first || cited_token(s, first - 1)->kind == ISNAD_TOKEN_PUNCT;
  return !unit->headline && unit->last - unit->first <= LONGEST && !ended && opens && verb_first > first && unit != &s->units[0];
}
